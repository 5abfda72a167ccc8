using System.Text.Json;
using FmeTyped.Schema.Model;

namespace FmeTyped.Testing;

/// <summary>A workspace of the emulator.</summary>
internal sealed class PublishedWorkspace
{
    /// <param name="model">Its names, parameters and services.</param>
    /// <param name="records">Its parameter records, as in its schema file.</param>
    public PublishedWorkspace(Workspace model, IReadOnlyList<SourceRecord> records)
    {
        Model = model;
        Records = records;
        V4Records = [.. records.SelectMany(InV4)];
        Parameters = [.. records.SelectMany(record => InV4(record).SelectMany(written => SpecifiedParameter.Flatten(written, saysForm: record.IsV4)))];
    }

    public Workspace Model { get; }

    public IReadOnlyList<SourceRecord> Records { get; }

    /// <summary>The records in the format of v4: v4 records as they are, and others converted.</summary>
    public IReadOnlyList<JsonElement> V4Records { get; }

    /// <summary>The parameters as those records describe them, including groups and their members.</summary>
    public IReadOnlyList<SpecifiedParameter> Parameters { get; }

    public string Repository => Model.Repository;

    public string Name => Model.Name;

    /// <summary>The file that a client published; null for a workspace of a schema file.</summary>
    public byte[]? File { get; init; }

    /// <summary>When a client published it; null for a workspace of a schema file.</summary>
    public DateTimeOffset? Published { get; init; }

    public override string ToString() => $"{Repository}/{Name}";

    private static IEnumerable<JsonElement> InV4(SourceRecord record) => record.IsV4 ? [record.Json] : record.Parameters.Select(ParameterRecordWriter.Write);
}
