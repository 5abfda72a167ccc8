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
        if (Limits(parameter.Limits) is { } limits)
        {
            yield return limits;
        }

        if (parameter.Default is { IsBlank: false } found)
        {
            yield return $"Default: {Codes(found.Items)}.";
        }

        if (Options(parameter) is { } options)
        {
            yield return options;
        }
    }

    private static string Necessity(Parameter parameter) =>
        parameter.MustBeSet ? "Required."
        : parameter.CanBeBlanked ? $"Optional: unset for the default, {DocComment.Code("FmeOptional.Blank")} for none."
        : parameter.IsOptional ? "Optional."
        : parameter.IsList ? "Unset for the default; not empty."
        : "Unset for the default; not blank.";

    private static string? Limits(NumberLimits limits)
    {
        string? least = limits.Minimum is { } minimum ? $"{(limits.MinimumIsExclusive ? "greater than" : "at least")} {Number(minimum)}" : null;
        string? greatest = limits.Maximum is { } maximum ? $"{(limits.MaximumIsExclusive ? "less than" : "at most")} {Number(maximum)}" : null;
        return least is null && greatest is null ? null
            : least is null || greatest is null ? $"Allowed: {least}{greatest}."
            : $"Allowed: {least} and {greatest}.";
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
