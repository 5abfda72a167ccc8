using System.Globalization;
using FmeTyped.Metadata;
using FmeTyped.Schema.Model;

namespace FmeTyped.Testing;

/// <summary>
/// Checks submitted values against a workspace's published parameters, as the server does: "Some or all of the input parameters
/// are invalid" is a 422 of the article "Submitting a Job through the FME Server REST API". Which values it means is A005.
/// </summary>
internal static class ValueCheck
{
    /// <summary>What does not fit, by the parameter's name; empty if the workspace can run with the values.</summary>
    public static Dictionary<string, string> FindProblems(PublishedWorkspace workspace, IReadOnlyDictionary<string, FmeParameterValue> values)
    {
        var problems = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (Parameter parameter in workspace.Model.Parameters)
        {
            if (Describe(parameter, values) is { } problem)
            {
                problems.Add(parameter.Name, problem);
            }
        }

        return problems;
    }

    /// <summary>The names that the workspace does not publish.</summary>
    public static IReadOnlyList<string> FindUnknownNames(PublishedWorkspace workspace, IReadOnlyDictionary<string, FmeParameterValue> values) =>
        [.. values.Keys.Where(name => workspace.FindParameter(name) is null).Order(StringComparer.Ordinal)];

    private static string? Describe(Parameter parameter, IReadOnlyDictionary<string, FmeParameterValue> values)
    {
        if (!values.TryGetValue(parameter.Name, out FmeParameterValue value))
        {
            // Not MustBeSet: the server knows nothing of a team's own word on what is required.
            return parameter is { IsOptional: false, HasDefault: false, IsDestination: false, Visibility: null }
                ? "is required, has no default and was not given."
                : null;
        }

        if (value.IsList && !parameter.IsList && !(value.Items.Count == 1 && TakesFile(parameter)))
        {
            return $"takes one value and was given a list of {value.Items.Count}.";
        }

        if (value.IsBlank && !HasBlankOption(parameter))
        {
            return parameter.IsOptional ? null : "may not be blank.";
        }

        // One text for a list counts as a list of it: A007.
        return value.IsList
            ? value.Items.Select(item => DescribeOne(parameter, item)).FirstOrDefault(problem => problem is not null)
            : DescribeOne(parameter, value.Text);
    }

    private static string? DescribeOne(Parameter parameter, string text) => parameter.Kind switch
    {
        ParameterKind.Choice or ParameterKind.Boolean => IsOption(parameter, text)
            ? null
            : $"'{text}' is none of its options: {string.Join(", ", parameter.Choices.Select(choice => $"'{choice.Value}'"))}.",
        ParameterKind.Integer => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long whole)
            ? DescribeLimits(parameter.Limits, whole)
            : $"'{text}' is no whole number.",
        ParameterKind.Float => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && double.IsFinite(number)
            ? DescribeLimits(parameter.Limits, number)
            : $"'{text}' is no number.",
        _ => null,
    };

    private static string? DescribeLimits(NumberLimits limits, double value)
    {
        bool tooSmall = limits.MinimumIsExclusive ? value <= limits.Minimum : value < limits.Minimum;
        bool tooLarge = limits.MaximumIsExclusive ? value >= limits.Maximum : value > limits.Maximum;
        return tooSmall || tooLarge
            ? FormattableString.Invariant($"{value} is beyond the limits {Describe(limits.Minimum)} to {Describe(limits.Maximum)}.")
            : null;
    }

    private static string Describe(double? limit) => limit?.ToString(CultureInfo.InvariantCulture) ?? "-";

    private static bool IsOption(Parameter parameter, string text) => parameter.Choices.Any(choice => choice.Value == text);

    private static bool HasBlankOption(Parameter parameter) =>
        parameter is { IsList: false, Kind: ParameterKind.Choice or ParameterKind.Boolean } && IsOption(parameter, "");

    // Clients send one file as a list of one, and the vendor's CLI documents that form.
    private static bool TakesFile(Parameter parameter) => parameter.Type.Contains("FILE", StringComparison.OrdinalIgnoreCase);
}
