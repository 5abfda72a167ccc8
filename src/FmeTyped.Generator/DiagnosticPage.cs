namespace FmeTyped.Generator;

/// <summary>The documentation page of each diagnostic.</summary>
internal static class DiagnosticPage
{
    public static string From(string id) => $"https://github.com/fmetyped/fmetyped/blob/main/docs/reference/diagnostics.md#{id.ToLowerInvariant()}";
}
