using FmeTyped.Schema.Comparison;
using FmeTyped.Tool.SchemaFiles;

namespace FmeTyped.Tool.Reports;

/// <summary>The text for a difference, shared by all reports.</summary>
internal static class DifferenceText
{
    public static string NameOf(DifferenceClass level) => level.ToString().ToLowerInvariant();

    public static string HintOf(Difference difference, string before) => difference.Hint is { } hint ? before + hint : "";

    /// <summary>The line of the schema file that it refers to, from 1.</summary>
    public static int LineOf(SchemaDocument schema, Difference difference) => schema.LineOf(difference.Repository, difference.Workspace, difference.Parameter);
}
