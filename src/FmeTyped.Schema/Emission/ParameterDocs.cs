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

    public static void Write(HoverText hover, Parameter parameter)
    {
        AddPrompt(hover.Open().Line(), parameter, MostOfPrompt).End();
        hover.Line().Add("Published parameter ").AddCode(parameter.Name, MostOfName).Add(" (").AddText(parameter.Type, MostOfValue).Add("). ")
            .Add(Necessity(parameter)).End();
        AddKindNote(hover, parameter);
        AddLimits(hover, parameter.Limits);
        AddDefault(hover, parameter);
        if (parameter.Visibility is { } visibility)
        {
            hover.Line().Add("Shown, and checked, only while ").AddText(VisibilityText.From(visibility), MostOfSentence).Add(".").End();
        }

        if (parameter.Group.Length > 0)
        {
            hover.Line().Add("Group: ").AddText(parameter.Group, MostOfName).Add(".").End();
        }

        foreach (string remark in parameter.Remarks)
        {
            hover.Line().AddText(remark, MostOfSentence).End();
        }

        if (parameter.Choices.Count > 0)
        {
            AddOptions(hover, parameter);
        }

        hover.Close();
    }

    /// <summary>Writes the summary of the type of a parameter's options.</summary>
    public static void WriteOptionType(HoverText hover, Parameter parameter)
    {
        AddPrompt(hover.Open().Line().Add("The options of ").AddCode(parameter.Name, MostOfName).Add(": "), parameter, MostOfPrompt).End();
        hover.Close();
    }

    /// <summary>Writes the summary of one option.</summary>
    public static void WriteOption(HoverText hover, Choice choice)
    {
        hover.Open().Line();
        if (choice.Caption != choice.Value)
        {
            hover.AddText(choice.Caption, MostOfPrompt).Add(". ");
        }

        hover.Add("Sends ").AddCode(choice.Value, MostOfPrompt).Add(".").End();
        hover.Close();
    }

    // The prompt without its trailing colon; the wire name if there is no prompt.
    private static HoverText AddPrompt(HoverText hover, Parameter parameter, int most) =>
        DocComment.Prompt(parameter.Prompt) is { Length: > 0 } prompt ? hover.AddText(prompt, most) : hover.AddText(parameter.Name, MostOfName);

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
            hover.Line().AddText(note, MostOfSentence).End();
        }
    }

    /// <summary>The kinds and the encoding of a geometry in a sentence; empty for other parameters.</summary>
    public static string GeometryNote(Parameter parameter)
    {
        string kinds = parameter.GeometryTypes.Count == 0 ? "" : string.Join(" or ", parameter.GeometryTypes);
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

        hover.Line().Add("Allowed: ");
        string separator = "";
        if (limits.Minimum is { } minimum)
        {
            hover.Add($"{(limits.MinimumIsExclusive ? "greater than" : "at least")} {Number(minimum)}");
            separator = " and ";
        }

        if (limits.Maximum is { } maximum)
        {
            hover.Add($"{separator}{(limits.MaximumIsExclusive ? "less than" : "at most")} {Number(maximum)}");
            separator = " and ";
        }

        if (limits.DecimalPlaces is { } places)
        {
            hover.Add($"{separator}at most {places.ToString(CultureInfo.InvariantCulture)} decimal places");
        }

        if (limits.Step is { } step)
        {
            hover.Add($"{separator}multiples of {FormatText.From(step)}");
        }

        hover.Add(".").End();
    }

    private static void AddDefault(HoverText hover, Parameter parameter)
    {
        if (parameter.Default is { IsBlank: false } found)
        {
            hover.Line().Add("Default: ");
            int left = MostOfDefault;
            for (int i = 0; i < found.Items.Count; i++)
            {
                if (left < MostOfValue && i > 0)
                {
                    hover.AddMore(found.Items.Count - i);
                    break;
                }

                hover.Add(i > 0 ? ", " : "").AddCode(found.Items[i], left);
                left -= found.Items[i].Length;
            }

            hover.Add(".").End();
        }

        if (AuthorsDefault.Describe(parameter) is { } fault)
        {
            hover.Line().Add($"The default is {fault} of the workspace's author, which the server hardly has.").End();
        }
    }

    private static void AddOptions(HoverText hover, Parameter parameter)
    {
        bool isOpen = parameter.Kind == ParameterKind.OpenChoice;
        string end = isOpen ? "; any other text is allowed." : ".";
        hover.Line().Add(isOpen ? "Suggested: " : "Options: ");
        for (int i = 0; i < parameter.Choices.Count; i++)
        {
            HoverText.Mark before = hover.MarkHere();
            AddOption(hover.Add(i > 0 ? ", " : ""), parameter.Choices[i]);
            if (i == MostOptions || !hover.HasRoom(MostOfMore + end.Length))
            {
                hover.CutBack(before);
                hover.AddMore(parameter.Choices.Count - i, isAll: i == 0);
                break;
            }
        }

        hover.Add(end).End();
    }

    private static void AddOption(HoverText hover, Choice choice)
    {
        hover.AddCode(choice.Value, MostOfValue);
        if (choice.Caption != choice.Value)
        {
            hover.Add(" (").AddText(choice.Caption, MostOfName).Add(")");
        }
    }

    private static string Number(double value) => value.ToString(CultureInfo.InvariantCulture);
}
