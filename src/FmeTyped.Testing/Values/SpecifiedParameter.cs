using System.Text.Json;

namespace FmeTyped.Testing;

/// <summary>
/// A parameter as its record describes it, in the words of the vendor's JSON specification (docs.safe.com, FME_JSON_GUI). The emulator reads records by
/// itself rather than by what the client knows of them, so that one mistake does not hide the other.
/// </summary>
/// <param name="record">The record.</param>
/// <param name="group">The group that it is a member of; null for none.</param>
/// <param name="saysForm">Whether the record says what form a value has. Those of v3 do not, in whatever words they are told.</param>
internal sealed class SpecifiedParameter(JsonElement record, SpecifiedParameter? group, bool saysForm)
{
    public JsonElement Record => record;

    public SpecifiedParameter? Group => group;

    public bool SaysForm => saysForm;

    public string Name { get; } = record.Text("name") ?? "";

    public string Type { get; } = record.Word("type", "");

    public bool IsRequired { get; } = record.IsSet("required", byDefault: true);

    /// <summary>Whether it is a group with a value: YES or NO for whether its members count.</summary>
    public bool IsCheckable => Type == "group" && record.Word("style", "") == "checkable";

    /// <summary>Whether it is a group whose value says which of its members counts.</summary>
    public bool IsRadio => Type == "group" && record.IsSet("radioParameter");

    /// <summary>Whether it has a value of the caller's. A script is run by the workspace itself, and only <c>runnable</c> makes a text a script.</summary>
    public bool HoldsValue => Type switch
    {
        "message" or "novalue" => false,
        "group" => IsCheckable || IsRadio,
        _ => !record.IsSet("runnable"),
    };

    /// <summary>Whether it can always be filled in, as far as the record says so without a condition.</summary>
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

    /// <summary>Whether the workspace has a value where the caller sends none.</summary>
    public bool HasDefault => IsCheckable || record.IsSet("defaultWithheld") || record.Find("defaultValue") switch
    {
        null => false,
        { ValueKind: JsonValueKind.Array } items => items.GetArrayLength() > 0,
        { } value => !string.IsNullOrEmpty(value.AsText()),
    };

    /// <summary>Whether the server supplies the value: a place to write to, or what another parameter sets.</summary>
    public bool IsSupplied => record.Find("setValue") is not null || (Type == "file" && record.Word("accessMode", "") is "write" or "readwrite");

    /// <summary>Whether it takes several values. What the record does not say follows from its default.</summary>
    public bool TakesList => Type switch
    {
        "listbox" or "tree" => !record.IsSet("singleSelection"),
        "table" => true,
        "text" or "dropdown" or "number" or "range" or "datetime" or "color" or "geometry" or "password" or "checkbox" or "coordsys" or "group" => false,
        _ => record.IsSet("selectMultiple") || record.Find("defaultValue") is { ValueKind: JsonValueKind.Array },
    };

    /// <summary>The parameter of a record, and behind a group its members.</summary>
    public static IEnumerable<SpecifiedParameter> Flatten(JsonElement record, bool saysForm, SpecifiedParameter? group = null)
    {
        var parameter = new SpecifiedParameter(record, group, saysForm);
        IEnumerable<JsonElement> members = parameter.Type == "group" ? record.Items("parameters") : [];
        return members.SelectMany(member => Flatten(member, saysForm, parameter)).Prepend(parameter);
    }
}
