using System.Text.Json;

namespace FmeTyped.Testing;

/// <summary>
/// A parameter as its record describes it, in the terms of the vendor's JSON specification (docs.safe.com, FME_JSON_GUI). The emulator reads records
/// itself and does not use the client's model, so that one bug does not hide another.
/// </summary>
/// <param name="record">The record.</param>
/// <param name="group">The group that it is a member of; null for none.</param>
/// <param name="saysForm">Whether the record specifies the format of a value. Records of v3 do not, even after conversion.</param>
internal sealed class SpecifiedParameter(JsonElement record, SpecifiedParameter? group, bool saysForm)
{
    public JsonElement Record => record;

    public SpecifiedParameter? Group => group;

    public bool SaysForm => saysForm;

    public string Name { get; } = record.Text("name") ?? "";

    public string Type { get; } = record.Word("type", "");

    public bool IsRequired { get; } = record.IsSet("required", byDefault: true);

    /// <summary>Whether it is a group with a value: YES or NO for whether its members apply.</summary>
    public bool IsCheckable => Type == "group" && record.Word("style", "") == "checkable";

    /// <summary>Whether it is a group whose value selects the member that applies.</summary>
    public bool IsRadio => Type == "group" && record.IsSet("radioParameter");

    /// <summary>Whether the caller can set its value. The workspace itself runs a script; a text is a script only with <c>runnable</c>.</summary>
    public bool HoldsValue => Type switch
    {
        "message" or "novalue" => false,
        "group" => IsCheckable || IsRadio,
        _ => !record.IsSet("runnable"),
    };

    /// <summary>Whether it is always enabled, as far as the record says so without a condition.</summary>
    public bool IsAlwaysVisible => !record.IsSet("hidden") && record.Find("visibility") switch
    {
        null or { ValueKind: JsonValueKind.True } => true,
        { ValueKind: JsonValueKind.String } => record.Word("visibility", "") == "visibleenabled",
        _ => false,
    };

    /// <summary>The text that applies where the caller sends none, if it is one. A checkable group that has none starts unchecked (A141).</summary>
    public string? DefaultText => record.Find("defaultValue")?.AsText() is { } text && !(IsCheckable && text is "" or "<Unused>") ? text
        : IsCheckable ? GroupRule.Unchecked
        : null;

    /// <summary>Whether the workspace has a value if the caller sends none.</summary>
    public bool HasDefault => IsCheckable || record.IsSet("defaultWithheld") || record.Find("defaultValue") switch
    {
        null => false,
        { ValueKind: JsonValueKind.Array } items => items.GetArrayLength() > 0,
        { } value => !string.IsNullOrEmpty(value.AsText()),
    };

    /// <summary>Whether the server supplies the value: an output path, or a value that another parameter sets.</summary>
    public bool IsSupplied => record.Find("setValue") is not null || (Type == "file" && record.Word("accessMode", "") is "write" or "readwrite");

    /// <summary>Whether it takes several values. If the record does not say, its default decides.</summary>
    public bool TakesList => Type switch
    {
        "listbox" or "tree" => !record.IsSet("singleSelection"),
        "table" => true,
        "text" or "dropdown" or "number" or "range" or "datetime" or "color" or "geometry" or "password" or "checkbox" or "coordsys" or "group" => false,
        _ => record.IsSet("selectMultiple") || record.Find("defaultValue") is { ValueKind: JsonValueKind.Array },
    };

    /// <summary>The parameter of a record, and after a group its members.</summary>
    public static IEnumerable<SpecifiedParameter> Flatten(JsonElement record, bool saysForm, SpecifiedParameter? group = null)
    {
        var parameter = new SpecifiedParameter(record, group, saysForm);
        IEnumerable<JsonElement> members = parameter.Type == "group" ? record.Items("parameters") : [];
        return members.SelectMany(member => Flatten(member, saysForm, parameter)).Prepend(parameter);
    }
}
