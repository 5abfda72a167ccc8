using System.Text.Json;

namespace FmeTyped;

/// <summary>Reads a parameter record of version 4.</summary>
internal static class LiveV4Parameter
{
    public static LiveParameter Read(JsonElement record, string name, string type)
    {
        string normalized = Normalized(type);
        IReadOnlyList<string> options = OptionsOf(record);
        FmeParameterKind kind = KindOf(normalized, record, options.Count > 0);
        bool isWritten = kind is FmeParameterKind.File or FmeParameterKind.Folder && WordOf(record, "accessMode"u8) == "write";
        return new LiveParameter(name)
        {
            Kind = kind,
            IsList = IsList(normalized, record),
            IsOffered = LiveVisibility.IsOffered(record) && normalized is not ("message" or "novalue") && WordOf(record, "editor"u8) is not ("python" or "tcl"),
            IsRequired = record.GetFlag("required"u8) is not false && !LiveValue.HasDefault(record) && !isWritten && LiveVisibility.IsUnconditional(record),
            Options = kind == FmeParameterKind.Choice ? options : [],
        };
    }

    private static FmeParameterKind KindOf(string type, JsonElement record, bool hasOptions) => type switch
    {
        "dropdown" or "checkbox" or "listbox" or "tree" when hasOptions => FmeParameterKind.Choice,

        // A checkbox may leave its two values to the default's spelling.
        "checkbox" => FmeParameterKind.Boolean,
        "number" or "range" => FmeParameterKind.Float,
        "file" => WordOf(record, "itemsToSelect"u8) is "folders" or "filegeodb" ? FmeParameterKind.Folder : FmeParameterKind.File,
        "datetime" => FmeParameterKind.DateTime,
        "color" => FmeParameterKind.Color,
        "geometry" => FmeParameterKind.Geometry,
        "password" => FmeParameterKind.Secret,
        _ => FmeParameterKind.Text,
    };

    private static bool IsList(string type, JsonElement record) => type switch
    {
        "listbox" => true,
        "tree" => record.GetFlag("singleSelection"u8) is not true,
        "text" or "dropdown" or "number" or "range" or "datetime" or "color" or "geometry" or "password" or "checkbox" or "coordsys" => false,
        _ => record.GetFlag("selectMultiple"u8) is true || LiveValue.HasListDefault(record),
    };

    // Options beside another choice set only add to those that the server finds when it runs.
    private static IReadOnlyList<string> OptionsOf(JsonElement record) =>
        record.GetObject("choiceSettings"u8) is not { } settings ? LiveValue.Options(record, "choices")
        : settings.GetText("choiceSet"u8) is null or "userDefined" ? LiveValue.Options(settings, "choices")
        : [];

    private static string? WordOf(JsonElement record, ReadOnlySpan<byte> key) => record.GetText(key) is { } word ? Normalized(word) : null;

    private static string Normalized(string word) => word.Trim().ToLowerInvariant();
}
