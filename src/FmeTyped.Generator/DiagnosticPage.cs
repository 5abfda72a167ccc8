namespace FmeTyped.Generator;

/// <summary>Where each diagnostic is explained.</summary>
internal static class DiagnosticPage
{
    public static string From(string id) => $"https://github.com/fmetyped/fmetyped/blob/main/docs/diagnostics/{id}.md";
}
