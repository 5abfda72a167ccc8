using System.Text.Json;
using System.Text.Json.Nodes;
using FmeTyped.Schema.Model;

namespace FmeTyped.Testing;

/// <summary>Builds the parts that parameter records of v3 and v4 share.</summary>
internal static class ParameterRecord
{
    public static JsonElement Finish(JsonObject record, Parameter parameter)
    {
        if (parameter.Default is { } found)
        {
            record["defaultValue"] = found.IsList ? new JsonArray([.. found.Items.Select(item => JsonValue.Create(item))]) : found.Items[0];
        }

        // Not a server's key: it replaces a secret that the schema file omits, and keeps the parameter from being required.
        AddIf(parameter.DefaultIsWithheld, record, "defaultWithheld", true);
        AddIf(parameter.Limits.Minimum is not null, record, "minimum", parameter.Limits.Minimum);
        AddIf(parameter.Limits.Maximum is not null, record, "maximum", parameter.Limits.Maximum);
        AddIf(parameter.Limits.MinimumIsExclusive, record, "minimumExclusive", true);
        AddIf(parameter.Limits.MaximumIsExclusive, record, "maximumExclusive", true);
        return JsonSerializer.SerializeToElement(record);
    }

    public static void AddIf(bool condition, JsonObject record, string key, JsonNode? value)
    {
        if (condition)
        {
            record[key] = value;
        }
    }

    /// <summary>The choices, each with its caption under the given key.</summary>
    public static JsonArray Choices(Parameter parameter, string captionKey) =>
        new([.. parameter.Choices.Select(choice => new JsonObject { [captionKey] = choice.Caption, ["value"] = choice.Value })]);
}
