using System.Text.Json;

namespace FmeTyped;

/// <summary>Reads a parameter record of version 3, whose types are FME's GUI types.</summary>
internal static class LiveV3Parameter
{
    public static LiveParameter Read(JsonElement record, string name, string type)
    {
        string baseType = BaseOf(type);
        IReadOnlyList<string> options = LiveValue.Options(record, "listOptions");
        bool isList = record.GetText("model"u8) is { } model
            ? string.Equals(model, "list", StringComparison.OrdinalIgnoreCase)
            : LiveValue.HasListDefault(record) || IsListType(baseType);
        FmeParameterKind kind = KindOf(baseType, isList, options.Count > 0);
        return new LiveParameter(name)
        {
            Kind = kind,
            IsList = isList,
            IsOffered = HoldsValue(baseType),
            IsRequired = record.GetFlag("optional"u8) is not true && !LiveValue.HasDefault(record) && !IsDestination(baseType),
            Options = kind == FmeParameterKind.Choice ? options : [],
        };
    }

    private static FmeParameterKind KindOf(string type, bool isList, bool hasOptions) => type switch
    {
        "INTEGER" or "INT" when !isList => FmeParameterKind.Integer,
        "FLOAT" or "RANGE_SLIDER" when !isList => FmeParameterKind.Float,
        "CHOICE" or "LOOKUP_CHOICE" or "BOOLEAN" or "CHECKBOX" when !isList && hasOptions => FmeParameterKind.Choice,
        "LISTBOX" or "LOOKUP_LISTBOX" when hasOptions => FmeParameterKind.Choice,
        "FILENAME" or "FILENAME_MUSTEXIST" or "MULTIFILE" or "FILE_OR_URL" or "FILE" => FmeParameterKind.File,
        "DIRNAME" or "DIRNAME_SRC" or "MULTIDIR" or "MULTIDIRECTORY" => FmeParameterKind.Folder,
        "SOURCE_GEODATABASE" or "SOURCE_GEODATABASE_CFG" or "DEST_GEODATABASE" => FmeParameterKind.Folder,
        "DATE" or "TIME" or "DATETIME" when !isList => FmeParameterKind.DateTime,
        "PASSWORD" when !isList => FmeParameterKind.Secret,
        "COLOR_PICK" when !isList => FmeParameterKind.Color,
        "GEOMETRY" or "GEOMETRY_PICK" when !isList => FmeParameterKind.Geometry,
        _ => FmeParameterKind.Text,
    };

    private static bool HoldsValue(string type) =>
        type is not ("NAMEDGROUP" or "NAMEDMESSAGE" or "MESSAGE" or "NOVALUE" or "TEXT_EDIT_PYTHON_PARM" or "TEXT_EDIT_TCL_PARM");

    private static bool IsListType(string type) => type
        is "LISTBOX" or "LOOKUP_LISTBOX" or "FEATURE_TYPES" or "ATTRLIST" or "WEB_SELECT"
        or "MULTIFILE" or "FILE_OR_URL" or "MULTIDIR" or "MULTIDIRECTORY" or "SOURCE_GEODATABASE" or "SOURCE_GEODATABASE_CFG";

    private static bool IsDestination(string type) => type is "FILENAME" or "DIRNAME" or "DEST_GEODATABASE";

    // Suffixes that do not change what is sent, in either order.
    private static string BaseOf(string type)
    {
        string name = type.Trim().ToUpperInvariant();
        while (true)
        {
            string shorter = Without(Without(name, "_OR_ATTR"), "_ENCODED");
            if (shorter.Length == name.Length)
            {
                return name;
            }

            name = shorter;
        }
    }

    private static string Without(string name, string suffix) => name.EndsWith(suffix, StringComparison.Ordinal) ? name[..^suffix.Length] : name;
}
