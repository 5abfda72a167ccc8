using System;
using FmeTyped.Schema.Model;

namespace FmeTyped.Schema.Reading;

/// <summary>What the names of FME's GUI types mean. REST v3 and older workspace files name a parameter's type so.</summary>
internal static class GuiType
{
    /// <summary>The kind of a GUI type; null for a type that is not known.</summary>
    public static ParameterKind? FindKind(string type, bool isList, EquatableArray<Choice> choices) => BaseOf(type) switch
    {
        "TEXT" or "STRING" or "TEXT_EDIT" => ParameterKind.Text,
        "INTEGER" or "INT" when !isList => ParameterKind.Integer,
        "FLOAT" when !isList => ParameterKind.Float,
        "CHOICE" or "LOOKUP_CHOICE" when !isList => ClosedKind(choices),
        "LISTBOX" or "LOOKUP_LISTBOX" => choices.Count == 0 ? ParameterKind.Text : ParameterKind.Choice,
        "STRING_OR_CHOICE" or "STRING_OR_LOOKUP_CHOICE" when !isList => choices.Count == 0 ? ParameterKind.Text : ParameterKind.OpenChoice,
        "COORDSYS" when !isList => ParameterKind.CoordinateSystem,
        _ => null,
    };

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
