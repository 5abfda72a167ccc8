using System.Text.Json.Serialization;
using FmeTyped.Schema.Comparison;
using FmeTyped.Tool.SchemaFiles;

namespace FmeTyped.Tool.Differences;

/// <summary>A difference as <c>--json</c> prints it.</summary>
/// <param name="Server">The server's name; null if it needs none.</param>
/// <param name="Class">The class.</param>
/// <param name="Kind">The kind.</param>
/// <param name="Repository">The repository.</param>
/// <param name="Workspace">The workspace.</param>
/// <param name="Parameter">The parameter on the wire; null for a difference of the workspace itself.</param>
/// <param name="Member">The affected C# type or member.</param>
/// <param name="Message">The difference as text.</param>
/// <param name="Hint">What most likely happened, and what to do; null if there is nothing to add.</param>
/// <param name="Line">The line of the schema file, from 1.</param>
internal sealed record DifferenceRecord(
    string? Server,
    DifferenceClass Class,
    DifferenceKind Kind,
    string Repository,
    string Workspace,
    string? Parameter,
    string Member,
    string Message,
    string? Hint,
    int Line)
{
    [JsonIgnore]
    public string ClassName => Class.ToString().ToLowerInvariant();

    /// <summary>The differences, the most severe first.</summary>
    public static IReadOnlyList<DifferenceRecord> From(SchemaDocument schema, IEnumerable<Difference> differences, string? server = null) =>
    [
        .. differences.OrderByDescending(difference => difference.Class).Select(difference => new DifferenceRecord(
            server,
            difference.Class,
            difference.Kind,
            difference.Repository,
            difference.Workspace,
            difference.Parameter,
            difference.Member,
            difference.Message,
            difference.Hint,
            schema.LineOf(difference.Repository, difference.Workspace, difference.Parameter))),
    ];

    /// <summary>The class of the most severe of some differences; null if there is none.</summary>
    public static DifferenceClass? Worst(IEnumerable<DifferenceRecord> differences) =>
        differences.Select(difference => (DifferenceClass?)difference.Class).Max();
}
