using FmeTyped.Schema.Facts;
using FmeTyped.Schema.Json;
using FmeTyped.Schema.Model;
using FmeTyped.Schema.Reading;
using FmeTyped.Tool.Json;

namespace FmeTyped.Tool.SchemaFiles;

/// <summary>Keeps the defaults of secrets out of a schema file. A key states instead that there is one.</summary>
internal sealed class SecretDefaults(Workspace workspace)
{
    private readonly Dictionary<string, Parameter> _parameters = workspace.Parameters.ToDictionary(parameter => parameter.Name, StringComparer.Ordinal);

    public JsonObject Withhold(JsonObject record)
    {
        if (record.Find("parameters")?.Value is JsonArray members)
        {
            return record.With("parameters", JsonEdit.List(members.Items.Select(item => item is JsonObject member ? Withhold(member) : item)));
        }

        if (record.Find("defaultValue")?.Value is not { } found || IsBlank(found) || !IsSecret(record))
        {
            return record;
        }

        return JsonEdit.Object(record.Members
            .Where(member => member.Name != "defaultWithheld")
            .Select(member => member.Name == "defaultValue" ? JsonEdit.Member("defaultWithheld", JsonEdit.True) : member));
    }

    // For hidden parameters, which no request can set, only the record is available.
    private bool IsSecret(JsonObject record)
    {
        string name = record.TextOf("name") ?? "";
        return _parameters.TryGetValue(name, out Parameter? parameter)
            ? parameter.Kind == ParameterKind.Secret
            : SecretNames.Says(name) || GuiType.BaseOf(record.TextOf("type") ?? "") == "PASSWORD";
    }

    private static bool IsBlank(JsonNode value) => value is JsonNull or JsonString { Value.Length: 0 } or JsonArray { Items.Count: 0 };
}
