using System.Text.Json;

namespace FmeTyped.Generated;

/// <summary>Reads the JSON of one parameter's value.</summary>
internal static class JsonParameterValue
{
    /// <summary>The message for a JSON text that was parsed but cannot be read.</summary>
    public const string NoText = "invalid text: bytes that are not UTF-8, or an unpaired surrogate.";

    /// <summary>Reads a value from JSON that is not null.</summary>
    /// <param name="parameter">The parameter.</param>
    /// <param name="json">The JSON.</param>
    /// <param name="value">The value; whether its text is valid for the parameter is not checked.</param>
    /// <param name="problem">What is wrong, if the JSON has the wrong form.</param>
    public static bool TryRead(FmeParameterDescriptor parameter, JsonElement json, out FmeParameterValue value, out string problem)
    {
        problem = "";
        FmeParameterValue? read;
        try
        {
            read = Read(parameter, json);
        }
        catch (InvalidOperationException)
        {
            value = default;
            problem = $"contains {NoText}";
            return false;
        }

        value = read.GetValueOrDefault();
        if (read is null)
        {
            string found = parameter.IsList && json.ValueKind == JsonValueKind.Array
                ? $"an array with {Describe(json.EnumerateArray().First(IsNoText))} in it"
                : Describe(json);
            string allowed = parameter.Kind == FmeParameterKind.Choice ? " " + ChoiceText.Allowed(parameter.Choices) : "";
            problem = $"takes {Expected(parameter)}, not {found}.{allowed}";
        }

        return read is not null;
    }

    public static void Write(Utf8JsonWriter writer, FmeParameterDescriptor parameter, FmeParameterValue value)
    {
        if (value.IsList)
        {
            writer.WriteStartArray();
            foreach (string item in value.Items)
            {
                writer.WriteStringValue(item);
            }

            writer.WriteEndArray();
        }
        else if (parameter.Kind is FmeParameterKind.Integer or FmeParameterKind.Float && !value.IsBlank)
        {
            // FME's text format of a number is a valid JSON number.
            writer.WriteRawValue(value.Text);
        }
        else if (parameter.Kind == FmeParameterKind.Boolean && parameter.FindChoice(value.Text) is { } word)
        {
            writer.WriteBooleanValue(word.Number == FmeBooleanOption.Yes);
        }
        else
        {
            writer.WriteStringValue(value.Text);
        }
    }

    /// <summary>What a JSON value is, in words.</summary>
    public static string Describe(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "an array",
        JsonValueKind.String => "a text",
        JsonValueKind.Number => "a number",
        JsonValueKind.Null => "null",
        _ => "true or false",
    };

    private static FmeParameterValue? Read(FmeParameterDescriptor parameter, JsonElement json) => (json.ValueKind, parameter) switch
    {
        (JsonValueKind.String, _) => json.GetString()!,
        (JsonValueKind.Array, { IsList: true }) => Items(json),
        (JsonValueKind.Number, { Kind: FmeParameterKind.Integer or FmeParameterKind.Float }) => json.GetRawText(),
        (JsonValueKind.True or JsonValueKind.False, { Kind: FmeParameterKind.Boolean }) => Word(parameter, json.GetBoolean()),
        (JsonValueKind.Object, { Kind: FmeParameterKind.Geometry }) => json.GetRawText(),
        _ => null,
    };

    private static FmeParameterValue? Items(JsonElement array)
    {
        if (array.EnumerateArray().Any(IsNoText))
        {
            return null;
        }

        return new FmeParameterValue(array.EnumerateArray().Select(item => item.GetString()!).ToFmeList());
    }

    private static bool IsNoText(JsonElement json) => json.ValueKind != JsonValueKind.String;

    private static FmeParameterValue Word(FmeParameterDescriptor parameter, bool value) =>
        parameter.FindChoice(FmeBooleanOption.NumberOf(value))!.Value;

    private static string Expected(FmeParameterDescriptor parameter) => parameter switch
    {
        { IsList: true } => "an array of texts",
        { Kind: FmeParameterKind.Integer or FmeParameterKind.Float } => "a number",
        { Kind: FmeParameterKind.Boolean } => "true or false",
        { Kind: FmeParameterKind.Geometry } => "a text, or an object of GeoJSON",
        _ => "a text",
    };
}
