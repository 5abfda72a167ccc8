using FmeTyped.Schema.Json;
using FmeTyped.Schema.Model;
using FmeTyped.Schema.Rules;

namespace FmeTyped.Schema.Reading;

/// <summary>What the types of REST v4 records mean, with the keys that tell their variants apart.</summary>
internal static class V4Type
{
    /// <summary>Whether a record of this type has a value of the caller's: not a message, and not a script, which the workspace runs itself.</summary>
    public static bool HoldsValue(string type, JsonObject record) =>
        Normalized(type) is not ("message" or "novalue") && !IsSet(record, "runnable");

    // One selection is one text: A134.
    public static bool IsList(string type, JsonObject record) => Normalized(type) switch
    {
        "listbox" or "tree" => !IsSet(record, "singleSelection"),
        "text" or "dropdown" or "number" or "range" or "datetime" or "color" or "geometry" or "password" or "checkbox" or "coordsys" or "table" => false,
        _ => IsSet(record, "selectMultiple") || record.Find("defaultValue")?.Value is JsonArray,
    };

    /// <summary>The kind of a type; null for a type that is not known.</summary>
    public static ParameterKind? FindKind(string type, JsonObject record, EquatableArray<Choice> choices) => Normalized(type) switch
    {
        "text" => choices.Count > 0 ? ParameterKind.OpenChoice : KindOfChoiceSet(record),
        "dropdown" or "checkbox" => choices.Count == 0 ? KindOfChoiceSet(record) : YesNo.IsYesNo(choices) ? ParameterKind.Boolean : ParameterKind.Choice,
        "listbox" or "tree" => choices.Count == 0 ? ParameterKind.Text : ParameterKind.Choice,
        "number" or "range" => V4Step.IsWhole(record) ? ParameterKind.Integer : ParameterKind.Float,
        "file" => KeyOf(record, "itemsToSelect") is "folders" or "filegeodb" ? ParameterKind.Folder : ParameterKind.File,
        "datetime" => ParameterKind.DateTime,
        "color" => ParameterKind.Color,
        "geometry" => ParameterKind.Geometry,
        "password" => ParameterKind.Secret,
        "coordsys" => ParameterKind.CoordinateSystem,
        _ => null,
    };

    public static DateTimeForm DateTimeFormOf(JsonObject record, string name, ReadingContext context)
    {
        if (KeyOf(record, "format") is "time")
        {
            context.Report(
                SchemaRules.UnusableKey,
                record.Find("format")!.Value.Span,
                "format",
                name,
                "is 'time', and FME has datetime, date; it is read as a time of day");
            return DateTimeForm.Time;
        }

        return RecordWords.Read(record, "format", name, context, "datetime", "date") == "date" ? DateTimeForm.Date : DateTimeForm.DateTime;
    }

    public static bool IsDestination(JsonObject record) => KeyOf(record, "accessMode") is "write" or "readwrite";

    public static bool IsText(string type) => Normalized(type) is "text";

    public static bool IsDropdown(string type) => Normalized(type) is "dropdown";

    public static bool IsListbox(string type) => Normalized(type) is "listbox";

    public static bool IsTree(string type) => Normalized(type) is "tree";

    public static bool IsCheckbox(string type) => Normalized(type) is "checkbox";

    // Choices that the server finds when it runs can only be text here, unless it is known what they name.
    private static ParameterKind KindOfChoiceSet(JsonObject record) =>
        (record.Find("choiceSettings")?.Value is JsonObject settings ? KeyOf(settings, "choiceSet") : null) switch
        {
            "dbconnections" or "webconnections" => ParameterKind.Connection,
            "coordinatesystems" => ParameterKind.CoordinateSystem,
            _ => ParameterKind.Text,
        };

    private static bool IsSet(JsonObject record, string key) => record.Find(key)?.Value is JsonBoolean { Value: true };

    private static string? KeyOf(JsonObject record, string key) => record.Find(key)?.Value is JsonString text ? Normalized(text.Value) : null;

    private static string Normalized(string word) => word.Trim().ToLowerInvariant();
}
