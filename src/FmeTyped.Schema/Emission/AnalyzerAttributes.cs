using FmeTyped.Schema.Model;

namespace FmeTyped.Schema.Emission;

/// <summary>
/// Writes the attributes that the analyzers read. They cannot read descriptors: their values are known only at run time, and a project that
/// references a library of requests has no schema file.
/// </summary>
internal static class AnalyzerAttributes
{
    private const string Generated = "global::FmeTyped.Generated.";
    private const string Metadata = "global::FmeTyped.Metadata.";

    public static void Write(SourceWriter writer, Workspace workspace) =>
        writer.Line($"[{Generated}FmeWorkspace({CSharpLiteral.From(workspace.Repository)}, {CSharpLiteral.From(workspace.Name)})]");

    public static void Write(SourceWriter writer, Choice choice) => writer.Line($"[{Generated}FmeOption({CSharpLiteral.From(choice.Value)})]");

    /// <summary>Writes nothing if there is nothing to check.</summary>
    public static void Write(SourceWriter writer, Parameter parameter)
    {
        // Nothing checks the value of a team's own type.
        bool isOpen = parameter is { Kind: ParameterKind.OpenChoice, IsList: false };
        bool isNumber = parameter.Kind is ParameterKind.Integer or ParameterKind.Float;
        bool hasForm = parameter.Kind == ParameterKind.DateTime && parameter.DateTimeForm != DateTimeForm.Any;
        bool isLocal = parameter.Kind == ParameterKind.DateTime && parameter.DateTimeFormat.HasOffset == false;
        bool refusesBlank = RefusesBlank(parameter);
        if (parameter.CSharpJson is not null || !(isOpen || isNumber || hasForm || isLocal || refusesBlank))
        {
            return;
        }

        writer.Write($"[{Generated}FmeParameter({CSharpLiteral.From(parameter.Name)}");
        WriteFlag(writer, "notBlank", refusesBlank);
        if (isNumber && !parameter.Limits.IsContradictory)
        {
            WriteLimits(writer, parameter.Limits);
        }

        if (hasForm)
        {
            writer.Write($", dateTimeForm: {Metadata}FmeDateTimeForm.{parameter.DateTimeForm.ToString()}");
        }

        WriteFlag(writer, "isLocal", isLocal);
        writer.Line(")]");
    }

    private static void WriteLimits(SourceWriter writer, NumberLimits limits)
    {
        WriteNumber(writer, "minimum", limits.Minimum);
        WriteNumber(writer, "maximum", limits.Maximum);
        WriteFlag(writer, "minimumIsExclusive", limits.MinimumIsExclusive);
        WriteFlag(writer, "maximumIsExclusive", limits.MaximumIsExclusive);
        if (limits.DecimalPlaces is { } places)
        {
            writer.Write($", decimalPlaces: {places}");
        }

        WriteNumber(writer, "step", (double?)limits.Step);
    }

    // A hidden parameter may have any value, and blank is a value if it is one of the options. The C# types of all other kinds have no blank.
    private static bool RefusesBlank(Parameter parameter)
    {
        if (parameter.IsOptional || parameter.Visibility is not null ||
            (!parameter.IsList && parameter.Kind is ParameterKind.Integer or ParameterKind.Float or ParameterKind.Boolean or ParameterKind.Choice))
        {
            return false;
        }

        foreach (Choice choice in parameter.Choices)
        {
            if (choice.Value.Length == 0)
            {
                return false;
            }
        }

        return true;
    }

    private static void WriteFlag(SourceWriter writer, string name, bool value)
    {
        if (value)
        {
            writer.Write($", {name}: true");
        }
    }

    private static void WriteNumber(SourceWriter writer, string name, double? value)
    {
        if (value is { } number)
        {
            writer.Write($", {name}: {CSharpLiteral.From(number)}");
        }
    }
}
