using System.Text.Json;
using FmeTyped.Schema.Model;

namespace FmeTyped.Testing;

/// <summary>A workspace of the emulator.</summary>
/// <param name="Model">What it is: names, parameters, services.</param>
/// <param name="V3Records">Its parameter records as v3 answers them.</param>
/// <param name="V4Records">Its parameter records as v4 answers them.</param>
internal sealed record PublishedWorkspace(Workspace Model, IReadOnlyList<JsonElement> V3Records, IReadOnlyList<JsonElement> V4Records)
{
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
