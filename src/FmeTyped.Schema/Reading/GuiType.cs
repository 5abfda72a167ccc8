using System;
using FmeTyped.Schema.Model;

namespace FmeTyped.Schema.Reading;

/// <summary>What the names of FME's GUI types mean. REST v3 and workspace files name a parameter's type so.</summary>
internal static class GuiType
{
    /// <summary>The kind of a GUI type; null for a type that is not known.</summary>
    public static ParameterKind? FindKind(string type, bool isList, EquatableArray<Choice> choices, int? decimalPlaces = null) => BaseOf(type) switch
    {
        "TEXT" or "STRING" or "URL" or "ATTR" or "NEW_ATTR" or "ATTRLIST" => ParameterKind.Text,
        "TEXT_EDIT" or "TEXT_EDIT_XML" or "TEXT_EDIT_OR_NUM" or "TEXT_EDIT_OR_NUM_MULTI_FEATURE" => ParameterKind.Text,

        // What these name is known where the workspace runs, not here.
        "WRITERPICK" or "ENCODING" or "STRING_OR_ENCODING" or "REPROJECTION_FILE" or "FEATURE_TYPES" or "WEB_SELECT" => ParameterKind.Text,
        "INTEGER" or "INT" when !isList => ParameterKind.Integer,
        "FLOAT" when !isList => ParameterKind.Float,
        "RANGE_SLIDER" when !isList => decimalPlaces == 0 ? ParameterKind.Integer : ParameterKind.Float,
        "CHOICE" or "LOOKUP_CHOICE" or "ACTIVECHOICE" or "BOOLEAN" or "CHECKBOX" when !isList => ClosedKind(choices),
        "LISTBOX" or "LOOKUP_LISTBOX" => choices.Count == 0 ? ParameterKind.Text : ParameterKind.Choice,
        "STRING_OR_CHOICE" or "STRING_OR_LOOKUP_CHOICE" when !isList => choices.Count == 0 ? ParameterKind.Text : ParameterKind.OpenChoice,
        "INT_OR_CHOICE" when !isList => choices.Count == 0 ? ParameterKind.Integer : ParameterKind.OpenChoice,
        "FLOAT_OR_CHOICE" when !isList => choices.Count == 0 ? ParameterKind.Float : ParameterKind.OpenChoice,
        "COORDSYS" when !isList => ParameterKind.CoordinateSystem,
        "FILENAME" or "FILENAME_MUSTEXIST" or "MULTIFILE" or "FILE_OR_URL" or "FILE" => ParameterKind.File,
        "DIRNAME" or "DIRNAME_SRC" or "MULTIDIR" or "MULTIDIRECTORY" => ParameterKind.Folder,
        "SOURCE_GEODATABASE" or "SOURCE_GEODATABASE_CFG" or "DEST_GEODATABASE" => ParameterKind.Folder,
        "DATE" or "TIME" or "DATETIME" when !isList => ParameterKind.DateTime,
        "PASSWORD" when !isList => ParameterKind.Secret,
        "COLOR_PICK" or "COLOR" when !isList => ParameterKind.Color,
        "GEOMETRY" or "GEOMETRY_PICK" when !isList => ParameterKind.Geometry,
        "NAMED_CONNECTION" or "NAMED_DB_CONNECTION" when !isList => ParameterKind.Connection,
        _ => null,
    };

    /// <summary>Whether a type takes several values, where the source has no word on it. A geodatabase is picked among files, so it does.</summary>
    public static bool IsList(string type) => BaseOf(type)
        is "LISTBOX" or "LOOKUP_LISTBOX" or "FEATURE_TYPES" or "ATTRLIST" or "WEB_SELECT"
        or "MULTIFILE" or "FILE_OR_URL" or "MULTIDIR" or "MULTIDIRECTORY" or "SOURCE_GEODATABASE" or "SOURCE_GEODATABASE_CFG";

    /// <summary>Whether a type is a dropdown, which v4 calls so.</summary>
    public static bool IsDropdown(string type) => BaseOf(type) is "CHOICE" or "LOOKUP_CHOICE";

    /// <summary>Whether a type holds a value of the caller's: it is no group, no message, and no script, which the workspace runs itself.</summary>
    public static bool HoldsValue(string type) => BaseOf(type)
        is not ("NAMEDGROUP" or "NAMEDMESSAGE" or "MESSAGE" or "NOVALUE" or "TEXT_EDIT_PYTHON_PARM" or "TEXT_EDIT_TCL_PARM");

    /// <summary>Whether a file or folder of this type is written to.</summary>
    public static bool IsDestination(string type) => BaseOf(type) is "FILENAME" or "DIRNAME" or "DEST_GEODATABASE";

    public static DateTimeForm DateTimeFormOf(string type) => BaseOf(type) switch
    {
        "DATE" => DateTimeForm.Date,
        "TIME" => DateTimeForm.Time,

        // No recorded answer tells whether a DATETIME always has both parts.
        _ => DateTimeForm.Any,
    };

    /// <summary>How a colour is written where nothing else says so.</summary>
    public static ColorFormat ColorFormatOf(string type) => BaseOf(type) == "COLOR" ? ColorFormat.Default : ColorFormat.ColorPick;

    /// <summary>Whether workspace files store values of this type in FME's encoding.</summary>
    public static bool IsStoredEncoded(string type) =>
        type.IndexOf("_ENCODED", StringComparison.OrdinalIgnoreCase) >= 0
        || BaseOf(type).StartsWith("TEXT_EDIT", StringComparison.Ordinal)
        || BaseOf(type) == "GEOMETRY_PICK";

    /// <summary>
    /// The type without the suffixes that do not change what is sent: _OR_ATTR (Workbench also takes an attribute there)
    /// and _ENCODED (how the workspace file stores the value), in either order.
    /// </summary>
    public static string BaseOf(string type)
    {
        string name = type.Trim().ToUpperInvariant();
        while (true)
        {
            string shorter = WithoutSuffix(WithoutSuffix(name, "_OR_ATTR"), "_ENCODED");
            if (shorter.Length == name.Length)
            {
                return name;
            }

            name = shorter;
        }
    }

    // A choice whose options are not known at build time can only be text.
    private static ParameterKind ClosedKind(EquatableArray<Choice> choices) =>
        choices.Count == 0 ? ParameterKind.Text : YesNo.IsYesNo(choices) ? ParameterKind.Boolean : ParameterKind.Choice;

    private static string WithoutSuffix(string name, string suffix) =>
        name.EndsWith(suffix, StringComparison.Ordinal) ? name.Substring(0, name.Length - suffix.Length) : name;
}
