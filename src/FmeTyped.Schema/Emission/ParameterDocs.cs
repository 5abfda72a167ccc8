using System;
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
        writer.Line($"/// <para>Published parameter {DocComment.Code(parameter.Name)} ({DocComment.Text(parameter.Type)}). {Necessity(parameter)}</para>");
        if (parameter.Group.Length > 0)
        {
            writer.Line($"/// <para>Group: {DocComment.Text(parameter.Group)}.</para>");
        }

        if (parameter.Visibility is { } visibility)
        {
            writer.Line($"/// <para>Shown, and checked, only while {DocComment.Text(VisibilityText.From(visibility))}.</para>");
        }

        WriteKindNote(writer, parameter);
        foreach (string remark in parameter.Remarks)
        {
            writer.Line($"/// <para>{DocComment.Text(remark)}</para>");
        }

        WriteLimits(writer, parameter.Limits);
        WriteDefault(writer, parameter);
        if (parameter.Choices.Count > 0)
        {
            WriteOptions(writer, parameter);
        }

        writer.Line("/// </summary>");
    }

    /// <summary>The prompt without the colon it ends with in a form; the wire name where there is no prompt.</summary>
    public static DocText Prompt(Parameter parameter) =>
        DocComment.Prompt(parameter.Prompt) is { IsEmpty: false } prompt ? prompt : DocComment.Text(parameter.Name);

    private static string Necessity(Parameter parameter) =>
        parameter.IsRequiredMember ? "Required."
        : parameter.CanBeBlanked && MeansNow(parameter) ? "Optional: unset for the default, <c>FmeBlank.Value</c> for the present moment."
        : parameter.IsOptional && MeansNow(parameter) ? "Optional: blank is the present moment."
        : parameter is { CanBeBlanked: true, IsList: true } ? "Optional: unset for the default, <c>[]</c> for none."
        : parameter.CanBeBlanked ? "Optional: unset for the default, <c>FmeBlank.Value</c> for none."
        : parameter.IsOptional ? "Optional."
        : parameter.MustBeSet ? "Required while shown."
        : parameter.IsDestination ? "Not blank."
        : parameter.IsList ? "Unset for the default; not empty."
        : "Unset for the default; not blank.";

    // FME takes the present moment for a datetime without a value.
    private static bool MeansNow(Parameter parameter) =>
        parameter.Kind == ParameterKind.DateTime && string.Equals(parameter.Type, "datetime", StringComparison.OrdinalIgnoreCase);

    private static void WriteKindNote(SourceWriter writer, Parameter parameter)
    {
        string? note = parameter.Kind switch
        {
            ParameterKind.Secret => parameter.DefaultIsWithheld
                ? "Never printed or logged. The workspace has a default, which is not shown."
                : "Never printed or logged.",
            ParameterKind.File or ParameterKind.Folder when parameter.IsDestination => "Written to; unset, the server chooses the place.",
            ParameterKind.DateTime when FormatText.From(parameter.DateTimeForm, parameter.DateTimeFormat) is { Length: > 0 } form => form,
            _ => null,
        };
        if (note is not null)
        {
            writer.Line($"/// <para>{note}</para>");
        }
        else if (parameter.ColorFormat is { } color)
        {
            writer.Line($"/// <para>Sent as {DocComment.Text(FormatText.From(color))}.</para>");
        }
        else if (GeometryNote(parameter) is { Length: > 0 } geometry)
        {
            writer.Line($"/// <para>{DocComment.Text(geometry)}</para>");
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

    private static void WriteLimits(SourceWriter writer, NumberLimits limits)
    {
        if (limits is { Minimum: null, Maximum: null, DecimalPlaces: null, Step: null })
        {
            return;
        }

        writer.Write("/// <para>Allowed: ");
        string separator = "";
        if (limits.Minimum is { } minimum)
        {
            writer.Write($"{(limits.MinimumIsExclusive ? "greater than" : "at least")} {Number(minimum)}");
            separator = " and ";
        }

        if (limits.Maximum is { } maximum)
        {
            writer.Write($"{separator}{(limits.MaximumIsExclusive ? "less than" : "at most")} {Number(maximum)}");
            separator = " and ";
        }

        if (limits.DecimalPlaces is { } places)
        {
            writer.Write($"{separator}at most {places} decimal places");
        }

        if (limits.Step is { } step)
        {
            writer.Write($"{separator}multiples of {FormatText.From(step)}");
        }

        writer.Line(".</para>");
    }

    private static void WriteDefault(SourceWriter writer, Parameter parameter)
    {
        if (parameter.Default is { IsBlank: false } found)
        {
            writer.Write("/// <para>Default: ");
            string separator = "";
            foreach (string item in found.Items)
            {
                writer.Write($"{separator}{DocComment.Code(item)}");
                separator = ", ";
            }

            writer.Line(".</para>");
        }

        if (AuthorsDefault.Describe(parameter) is { } fault)
        {
            writer.Line($"/// <para>The default is {fault} of the workspace's author, which the server hardly has.</para>");
        }
    }

    private static void WriteOptions(SourceWriter writer, Parameter parameter)
    {
        writer.Write(parameter.Kind == ParameterKind.OpenChoice ? "/// <para>Suggested: " : "/// <para>Options: ");
        string separator = "";
        for (int i = 0; i < parameter.Choices.Count && i < MostOptions; i++)
        {
            Choice choice = parameter.Choices[i];
            writer.Write($"{separator}{DocComment.Code(choice.Value)}");
            if (choice.Caption != choice.Value)
            {
                writer.Write($" ({DocComment.Text(choice.Caption)})");
            }

            separator = ", ";
        }

        if (parameter.Choices.Count > MostOptions)
        {
            writer.Write($" and {parameter.Choices.Count - MostOptions} more");
        }

        writer.Line(parameter.Kind == ParameterKind.OpenChoice ? "; any other text is allowed.</para>" : ".</para>");
    }

    private static string Number(double value) => value.ToString(CultureInfo.InvariantCulture);
}
