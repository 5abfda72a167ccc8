using System.Text.Json;
using FmeTyped.Schema.Model;

namespace FmeTyped.Testing;

/// <summary>A workspace of the emulator.</summary>
/// <param name="Model">What it is: names, parameters, services.</param>
/// <param name="Records">Its parameter records, as its schema file has them.</param>
internal sealed record PublishedWorkspace(Workspace Model, IReadOnlyList<SourceRecord> Records)
{
    /// <summary>The records in the words of v4: those of v4 as they stand, and the others written anew.</summary>
    public IReadOnlyList<JsonElement> V4Records { get; } =
        [.. Records.SelectMany(record => record.IsV4 ? [record.Json] : record.Parameters.Select(ParameterRecordWriter.Write))];

    public string Repository => Model.Repository;

    public string Name => Model.Name;

    public Parameter? FindParameter(string name)
    {
        foreach (Parameter parameter in Model.Parameters)
        {
            if (parameter.Name == name)
            {
                return parameter;
            }
        }

        return null;
    }

    /// <summary>The workspace's file among others; null where its content is not known.</summary>
    public byte[]? FindFile(IReadOnlyDictionary<string, byte[]> files) => files.GetValueOrDefault(ToString());

    public override string ToString() => $"{Repository}/{Name}";
}
