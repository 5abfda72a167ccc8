using System;
using System.Globalization;
using FmeTyped.Schema.Model;

namespace FmeTyped.Schema.Emission;

/// <summary>What a developer reads on hovering over a parameter, the most important lines first.</summary>
internal static class ParameterDocs
{
    private const int MostOptions = 20;

    // Of each text that a workspace can make as long as it likes.
    private const int MostOfPrompt = 120;
    private const int MostOfName = 80;
    private const int MostOfValue = 40;
    private const int MostOfDefault = 80;
    private const int MostOfSentence = 160;

    // Of " and 1000 more".
    private const int MostOfMore = 16;

    public static void Write(SourceWriter writer, Parameter parameter)
    {
        var hover = new HoverText();
        hover.Add(AddPrompt(new HoverLine(), parameter, MostOfPrompt));
        hover.Add(new HoverLine()
            .Add("Published parameter ").AddCode(parameter.Name, MostOfName).Add(" (").AddText(parameter.Type, MostOfValue).Add($"). {Necessity(parameter)}"));
        AddKindNote(hover, parameter);
        AddLimits(hover, parameter.Limits);
        AddDefault(hover, parameter);
        if (parameter.Visibility is { } visibility)
        {
            hover.Add(new HoverLine().Add("Shown, and checked, only while ").AddText(VisibilityText.From(visibility), MostOfSentence).Add("."));
        }

        if (parameter.Group.Length > 0)
        {
            hover.Add(new HoverLine().Add("Group: ").AddText(parameter.Group, MostOfName).Add("."));
        }

        foreach (string remark in parameter.Remarks)
        {
            hover.Add(new HoverLine().AddText(remark, MostOfSentence));
        }

        if (parameter.Choices.Count > 0)
        {
            AddOptions(hover, parameter);
        }

        hover.Write(writer);
    }

    /// <summary>Writes the summary of the type of a parameter's options.</summary>
    public static void WriteOptionType(SourceWriter writer, Parameter parameter)
    {
        var hover = new HoverText();
        HoverLine line = new HoverLine().Add("The options of ").AddCode(parameter.Name, MostOfName).Add(": ");
        hover.Add(AddPrompt(line, parameter, MostOfPrompt));
        hover.Write(writer);
    }

    /// <summary>Writes the summary of one option.</summary>
    public static void WriteOption(SourceWriter writer, Choice choice)
    {
        var hover = new HoverText();
        var line = new HoverLine();
        if (choice.Caption != choice.Value)
        {
            line.AddText(choice.Caption, MostOfPrompt).Add(". ");
        }

        hover.Add(line.Add("Sends ").AddCode(choice.Value, MostOfPrompt).Add("."));
        hover.Write(writer);
    }

    // The prompt without its trailing colon; the wire name if there is no prompt.
    private static HoverLine AddPrompt(HoverLine line, Parameter parameter, int most) =>
        DocComment.Prompt(parameter.Prompt) is { Length: > 0 } prompt ? line.AddText(prompt, most) : line.AddText(parameter.Name, MostOfName);

    private static string Necessity(Parameter parameter) =>
        parameter.IsRequiredMember ? "Required."
        : parameter.CanBeBlanked && IsNowWhenBlank(parameter) ? "Optional: unset for the default, <c>FmeBlank.Value</c> for the present moment."
        : parameter.IsOptional && IsNowWhenBlank(parameter) ? "Optional: blank is the present moment."
        : parameter is { CanBeBlanked: true, IsList: true } ? "Optional: unset for the default, <c>[]</c> for none."
        : parameter.CanBeBlanked ? "Optional: unset for the default, <c>FmeBlank.Value</c> for none."
        : parameter.IsOptional ? "Optional."
        : parameter.MustBeSet ? "Required while shown."
        : parameter.IsDestination ? "Not blank."
        : parameter.IsList ? "Unset for the default; not empty."
        : "Unset for the default; not blank.";

    /// <summary>Whether FME reads a blank as the current time.</summary>
    public static bool IsNowWhenBlank(Parameter parameter) =>
        parameter.Kind == ParameterKind.DateTime && string.Equals(parameter.Type, "datetime", StringComparison.OrdinalIgnoreCase);

    private static void AddKindNote(HoverText hover, Parameter parameter)
    {
        string? note = parameter.Kind switch
        {
            ParameterKind.Secret => parameter.DefaultIsWithheld
                ? "Never printed or logged. The workspace has a default, which is not shown."
                : "Never printed or logged.",
            ParameterKind.File or ParameterKind.Folder when parameter.IsDestination => "Written to; unset, the server chooses the place.",
            ParameterKind.DateTime when FormatText.From(parameter.DateTimeForm, parameter.DateTimeFormat) is { Length: > 0 } form => form,
            _ when parameter.ColorFormat is { } color => $"Sent as {FormatText.From(color)}.",
            _ when GeometryNote(parameter) is { Length: > 0 } geometry => geometry,
            _ => null,
        };
        if (note is not null)
        {
            hover.Add(new HoverLine().AddText(note, MostOfSentence));
        }
    }

    /// <summary>The kinds and the encoding of a geometry in a sentence; empty for other parameters.</summary>
    public static string GeometryNote(Parameter parameter)
    {
        string kinds = string.Join(" or ", parameter.GeometryTypes);
        string encoding = parameter.GeometryEncoding;
        return kinds.Length == 0 && encoding.Length == 0 ? ""
            : kinds.Length == 0 ? $"Sent as {encoding}."
            : encoding.Length == 0 ? $"Takes {kinds} geometry."
            : $"Takes {kinds} geometry, sent as {encoding}.";
    }

    private static void AddLimits(HoverText hover, NumberLimits limits)
    {
        if (limits is { Minimum: null, Maximum: null, DecimalPlaces: null, Step: null })
        {
            return;
        }

        HoverLine line = new HoverLine().Add("Allowed: ");
        string separator = "";
        if (limits.Minimum is { } minimum)
        {
            line.Add($"{(limits.MinimumIsExclusive ? "greater than" : "at least")} {Number(minimum)}");
            separator = " and ";
        }

        if (limits.Maximum is { } maximum)
        {
            line.Add($"{separator}{(limits.MaximumIsExclusive ? "less than" : "at most")} {Number(maximum)}");
            separator = " and ";
        }

        if (limits.DecimalPlaces is { } places)
        {
            line.Add($"{separator}at most {places.ToString(CultureInfo.InvariantCulture)} decimal places");
        }

        if (limits.Step is { } step)
        {
            line.Add($"{separator}multiples of {FormatText.From(step)}");
        }

        hover.Add(line.Add("."));
    }

    private static void AddDefault(HoverText hover, Parameter parameter)
    {
        if (parameter.Default is { IsBlank: false } found)
        {
            HoverLine line = new HoverLine().Add("Default: ");
            int left = MostOfDefault;
            for (int i = 0; i < found.Items.Count; i++)
            {
                if (left < MostOfValue && i > 0)
                {
                    line.AddMore(found.Items.Count - i);
                    break;
                }

                line.Add(i > 0 ? ", " : "").AddCode(found.Items[i], left);
                left -= found.Items[i].Length;
            }

            hover.Add(line.Add("."));
        }

        if (AuthorsDefault.Describe(parameter) is { } fault)
        {
            hover.Add(new HoverLine().Add($"The default is {fault} of the workspace's author, which the server hardly has."));
        }
    }

    private static void AddOptions(HoverText hover, Parameter parameter)
    {
        bool isOpen = parameter.Kind == ParameterKind.OpenChoice;
        string end = isOpen ? "; any other text is allowed." : ".";
        HoverLine line = new HoverLine().Add(isOpen ? "Suggested: " : "Options: ");
        for (int i = 0; i < parameter.Choices.Count; i++)
        {
            int next = ", ".Length + AddOption(new HoverLine(), parameter.Choices[i]).Length;
            if (i == MostOptions || line.Length + next + MostOfMore + end.Length > hover.Left)
            {
                line.AddMore(parameter.Choices.Count - i, isAll: i == 0);
                break;
            }

            AddOption(line.Add(i > 0 ? ", " : ""), parameter.Choices[i]);
        }

        hover.Add(line.Add(end));
    }

    private static HoverLine AddOption(HoverLine line, Choice choice)
    {
        line.AddCode(choice.Value, MostOfValue);
        return choice.Caption == choice.Value ? line : line.Add(" (").AddText(choice.Caption, MostOfName).Add(")");
    }

    private static string Number(double value) => value.ToString(CultureInfo.InvariantCulture);
}
