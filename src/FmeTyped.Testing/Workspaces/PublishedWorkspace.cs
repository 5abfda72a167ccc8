using System.Text.Json;
using FmeTyped.Schema.Model;

namespace FmeTyped.Testing;

/// <summary>A workspace of the emulator.</summary>
/// <param name="Model">What it is: names, parameters, services.</param>
/// <param name="ParameterRecords">Its parameter records as the schema file has them, which is what a server answered.</param>
internal sealed record PublishedWorkspace(Workspace Model, IReadOnlyList<JsonElement> ParameterRecords)
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

    public override string ToString() => $"{Repository}/{Name}";
}
