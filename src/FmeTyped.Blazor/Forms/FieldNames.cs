namespace FmeTyped.Blazor.Forms;

/// <summary>
/// The names of the fields of a form. A prefix keeps the parts of a control apart from each other, and from the fields that Blazor adds, whatever the
/// parameters of a workspace are called.
/// </summary>
internal static class FieldNames
{
    /// <summary>The button that only asks which fields apply now.</summary>
    public const string ShowAgain = "fme-show-again";

    public const string Offset = "offset";
    public const string West = "west";
    public const string South = "south";
    public const string East = "east";
    public const string North = "north";

    public static string Value(string parameter) => Part("value", parameter);

    public static string Part(string part, string parameter) => $"{part}:{parameter}";
}
