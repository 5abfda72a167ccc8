using System.Collections.Generic;
using System.Globalization;
using FmeTyped.Schema.Model;

namespace FmeTyped.Schema.Emission;

/// <summary>What a developer reads on hovering over a parameter.</summary>
internal static class ParameterDocs
{
    private const int MostOptions = 20;

    public static void Write(SourceWriter writer, Parameter parameter)
    {
        writer.Line("/// <summary>");
        writer.Line($"/// {Prompt(parameter)}");
        foreach (string line in Facts(parameter))
        {
            writer.Line($"/// <para>{line}</para>");
        }

        writer.Line("/// </summary>");
    }

    /// <summary>The prompt without the colon it ends with in a form; the wire name where there is no prompt.</summary>
    public static string Prompt(Parameter parameter)
    {
        string prompt = DocComment.Text(parameter.Prompt).TrimEnd(':', ' ');
        return prompt.Length == 0 ? DocComment.Text(parameter.Name) : prompt;
    }

    private static IEnumerable<string> Facts(Parameter parameter)
    {
        yield return $"Published parameter {DocComment.Code(parameter.Name)} ({DocComment.Text(parameter.Type)}). {Necessity(parameter)}";
        if (parameter.Group.Length > 0)
        {
            yield return $"Group: {DocComment.Text(parameter.Group)}.";
        }

        if (parameter.Visibility is { } visibility)
        {
            yield return $"Shown, and checked, only while {DocComment.Text(VisibilityText.Of(visibility))}.";
        }

        if (KindNote(parameter) is { } note)
        {
            yield return note;
        }

        if (Limits(parameter.Limits) is { } limits)
        {
            yield return limits;
        }

        if (parameter.Default is { IsBlank: false } found)
        {
            yield return $"Default: {Codes(found.Items)}.";
        }

        if (AuthorsDefault.Describe(parameter) is { } fault)
        {
            yield return $"The default is {fault} of the workspace's author, which the server hardly has.";
        }

        if (Options(parameter) is { } options)
        {
            yield return options;
        }
    }

    private static string Necessity(Parameter parameter) =>
        parameter.IsRequiredMember ? "Required."
        : parameter.CanBeBlanked ? $"Optional: unset for the default, {DocComment.Code(parameter.IsList ? "[]" : "FmeOptional.Blank")} for none."
        : parameter.IsOptional ? "Optional."
        : parameter.MustBeSet ? "Required while shown."
        : parameter.IsDestination ? "Not blank."
        : parameter.IsList ? "Unset for the default; not empty."
        : "Unset for the default; not blank.";

    private static string? KindNote(Parameter parameter) => parameter.Kind switch
    {
        ParameterKind.Secret => parameter.DefaultIsWithheld
            ? "Never printed or logged. The workspace has a default, which is not shown."
            : "Never printed or logged.",
        ParameterKind.File or ParameterKind.Folder when parameter.IsDestination => "Written to; unset, the server chooses the place.",
        ParameterKind.DateTime => parameter.DateTimeForm switch
        {
            DateTimeForm.Date => "A date.",
            DateTimeForm.Time => "A time of day.",
            DateTimeForm.DateTime => "A date and a time of day.",
            _ => null,
        },
        ParameterKind.Geometry when parameter.GeometryEncoding.Length > 0 => $"Sent as {DocComment.Text(parameter.GeometryEncoding)}.",
        _ => null,
    };

    private static string? Limits(NumberLimits limits)
    {
        string? least = limits.Minimum is { } minimum ? $"{(limits.MinimumIsExclusive ? "greater than" : "at least")} {Number(minimum)}" : null;
        string? greatest = limits.Maximum is { } maximum ? $"{(limits.MaximumIsExclusive ? "less than" : "at most")} {Number(maximum)}" : null;
        string? places = limits.DecimalPlaces is { } count ? $"at most {count} decimal places" : null;
        var parts = new List<string>();
        foreach (string? part in new[] { least, greatest, places })
        {
            if (part is not null)
            {
                parts.Add(part);
            }
        }

        return parts.Count == 0 ? null : $"Allowed: {string.Join(" and ", parts)}.";
    }

    private static string? Options(Parameter parameter)
    {
        if (parameter.Choices.Count == 0)
        {
            return null;
        }

        var named = new List<string>();
        for (int i = 0; i < parameter.Choices.Count && i < MostOptions; i++)
        {
            Choice choice = parameter.Choices[i];
            named.Add(choice.Caption == choice.Value
                ? DocComment.Code(choice.Value)
                : $"{DocComment.Code(choice.Value)} ({DocComment.Text(choice.Caption)})");
        }

        int rest = parameter.Choices.Count - named.Count;
        string list = string.Join(", ", named) + (rest > 0 ? $" and {rest} more" : "");
        return parameter.Kind == ParameterKind.OpenChoice ? $"Suggested: {list}; any other text is allowed." : $"Options: {list}.";
    }

    private static string Codes(EquatableArray<string> items)
    {
        var codes = new List<string>();
        foreach (string item in items)
        {
            codes.Add(DocComment.Code(item));
        }

        return string.Join(", ", codes);
    }

    private static string Number(double value) => value.ToString(CultureInfo.InvariantCulture);
}
