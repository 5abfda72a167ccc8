using System.Collections.Generic;
using FmeTyped.Schema.Json;
using FmeTyped.Schema.Model;

namespace FmeTyped.Schema.Reading;

/// <summary>
/// A group of parameters. One that can be checked, and one that is a choice between its members, has a value of its own under its name: that
/// is a parameter too, and says which members can be reached.
/// </summary>
internal sealed class V4Group
{
    private const string Checked = "YES";
    private const string Unchecked = "NO";

    private readonly bool _isRadio;

    private V4Group(JsonObject record, bool isRadio, Parameter? parameter, Visibility? visibility, ReadingContext context)
    {
        _isRadio = isRadio;
        Switch = parameter;
        Visibility = visibility;
        Prompt = context.Text(record, "prompt");
        Members = context.Items(record, "parameters");
    }

    /// <summary>The group's own parameter; null if it has none.</summary>
    public Parameter? Switch { get; }

    /// <summary>When the group is visible; null for always.</summary>
    public Visibility? Visibility { get; }

    public string Prompt { get; }

    public IReadOnlyList<JsonNode> Members { get; }

    public static V4Group Read(JsonObject record, ReadingContext context)
    {
        string name = (record.Find("name")?.Value as JsonString)?.Value.Trim() ?? "";
        string shownName = name.Length > 0 ? name : "a group";
        Visibility? visibility = VisibilityReader.Read(record, shownName, context);
        bool isCheckable = IsCheckable(record, shownName, context);
        bool isRadio = context.OptionalBoolean(record, "radioParameter") ?? false;
        if (VisibilityReader.Never.Equals(visibility))
        {
            return new V4Group(record, isRadio: false, parameter: null, visibility, context);
        }

        TellWhatIsNotHonoured(record, shownName, isCheckable && isRadio, context);
        V4Remarks.TellUnknownKeys(record, shownName, context);
        if (name.Length == 0 && (isCheckable || isRadio))
        {
            context.Tell(
                record,
                shownName,
                isRadio ? "radioParameter" : "style",
                "gives the group a value, but the group has no name to send it under; its members are generated alone");
            isCheckable = isRadio = false;
        }

        Parameter? parameter = isRadio ? ReadRadio(record, name, visibility, context)
            : isCheckable ? ReadCheck(record, name, visibility, context)
            : null;
        return new V4Group(record, isRadio, parameter, visibility, context);
    }

    /// <summary>What the group's value has to be for a member to count; null if any will do.</summary>
    public Visibility? ReachedWhen(JsonObject member) =>
        Switch is null ? null
        : !_isRadio ? new ParameterEquals(Switch.Name, Checked)
        : RadioValueOf(member) is { } value ? new ParameterEquals(Switch.Name, value)
        : null;

    private static bool IsCheckable(JsonObject record, string name, ReadingContext context)
    {
        string? style = context.OptionalText(record, "style");
        switch (style?.Trim().ToUpperInvariant())
        {
            case "CHECKABLE":
                return true;
            case null or "" or "PLAIN" or "COLLAPSIBLE" or "BORDERLESS":
                return false;
            default:
                context.Tell(record, name, "style", $"is '{style}', which FmeTyped does not know; the group counts as one without a value of its own");
                return false;
        }
    }

    private static void TellWhatIsNotHonoured(JsonObject record, string name, bool isBoth, ReadingContext context)
    {
        if (isBoth)
        {
            context.Tell(record, name, "style", "is Checkable in a group that is a choice between its members too; the value of the group is that choice");
        }

        if (context.OptionalText(record, "delimiter") is { Length: > 0 })
        {
            context.Tell(record, name, "delimiter", "makes FME join the members into one text; they are generated and sent one by one");
        }

        if (record.Find("predefinedSet") is not null)
        {
            context.Tell(record, name, "predefinedSet", "gives the group members that only FME knows; they get no properties");
        }
    }

    // FME writes "" and <Unused> where there is no default: such a group starts unchecked (A141).
    private static Parameter ReadCheck(JsonObject record, string name, Visibility? visibility, ReadingContext context)
    {
        var parameter = new Parameter(name, ParameterKind.Boolean)
        {
            Type = "group",
            Prompt = context.Text(record, "prompt"),
            Default = ReadDefault(record) ?? ParameterDefault.Text(Unchecked),
            Choices = YesNo.Pair(Checked, Unchecked),
            Remarks = EquatableArray.From("Checks a group of parameters. While it is not checked, FME ignores them."),
            Visibility = visibility,
        };
        DefaultReader.Check(parameter, record, context);
        return parameter;
    }

    private static Parameter ReadRadio(JsonObject record, string name, Visibility? visibility, ReadingContext context)
    {
        var choices = new List<Choice>();
        foreach (JsonNode item in context.Items(record, "parameters"))
        {
            if (item is JsonObject member && RadioValueOf(member) is { } value && !choices.Exists(choice => choice.Value == value)
                && !VisibilityReader.Never.Equals(VisibilityReader.Read(member, value, new ReadingContext())))
            {
                string prompt = context.Text(member, "prompt");
                choices.Add(new Choice(value, prompt.Length > 0 ? prompt : value));
            }
        }

        var parameter = new Parameter(name, choices.Count > 0 ? ParameterKind.Choice : ParameterKind.Text)
        {
            Type = "group",
            Prompt = context.Text(record, "prompt"),
            IsOptional = !(context.OptionalBoolean(record, "required") ?? true),
            Default = ReadDefault(record),
            Choices = EquatableArray.From(choices),
            Remarks = EquatableArray.From("Chooses one of the parameters of a group. FME ignores the others."),
            Visibility = visibility,
        };
        DefaultReader.Check(parameter, record, context);
        return parameter;
    }

    private static ParameterDefault? ReadDefault(JsonObject record) =>
        DefaultReader.Read(record, isList: false) is { IsBlank: false } found && found.Items[0] != "<Unused>" ? found : null;

    // The page: the name of the chosen member, or the member's radioValue.
    private static string? RadioValueOf(JsonObject member) =>
        TextOf(member, "radioValue") ?? TextOf(member, "name");

    private static string? TextOf(JsonObject member, string key) => member.Find(key)?.Value switch
    {
        JsonString { Value: { } text } when text.Trim().Length > 0 => text,
        JsonNumber number => number.Text,
        JsonBoolean boolean => boolean.Value ? "true" : "false",
        _ => null,
    };
}
