namespace FmeTyped.Blazor.Forms;

/// <summary>Several values in one field: one a line.</summary>
internal static class ListText
{
    public static string[] Split(string text) => text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    public static string Join(IReadOnlyList<string> values) => string.Join('\n', values);
}
