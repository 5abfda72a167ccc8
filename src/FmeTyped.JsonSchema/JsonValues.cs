using System.Globalization;
using System.Text.Json.Nodes;
using FmeTyped.Metadata;

namespace FmeTyped.JsonSchema;

/// <summary>Values as they stand in the JSON of a request.</summary>
internal static class JsonValues
{
    public static JsonNode? From(FmeParameterDescriptor parameter, FmeParameterValue value) => parameter.IsList
        ? new JsonArray([.. value.Items.Select(item => JsonValue.Create(item))])
        : From(parameter, value.IsBlank ? "" : string.Join(' ', value.Items));

    /// <summary>The JSON of one text; the text itself where it is none that the parameter takes.</summary>
    public static JsonNode? From(FmeParameterDescriptor parameter, string text) => parameter.Kind switch
    {
        FmeParameterKind.Integer or FmeParameterKind.Float when TryParse(text, out double number) && text.Length > 0 => Number(number),
        FmeParameterKind.Boolean when parameter.FindChoice(text) is { } word => JsonValue.Create(word.Number == 1),
        _ => JsonValue.Create(text),
    };

    /// <summary>A number in digits, without an exponent where a decimal can hold it.</summary>
    public static JsonNode Number(double number) => Math.Abs(number) is 0 or (>= 1e-15 and < 1e15)
        ? JsonValue.Create((decimal)number)
        : JsonValue.Create(number);

    public static bool TryParse(string text, out double number) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out number) && double.IsFinite(number);
}
