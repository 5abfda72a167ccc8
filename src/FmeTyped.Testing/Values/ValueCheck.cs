using FmeTyped.Metadata;

namespace FmeTyped.Testing;

/// <summary>
/// Checks submitted values against the parameter records of a workspace. "Some or all of the input parameters are invalid" is a 422 of the article
/// "Submitting a Job through the FME Server REST API"; which values it means is A005. Rules on the format of values are those of the vendor's JSON
/// specification.
/// </summary>
internal sealed class ValueCheck
{
    private readonly IReadOnlyDictionary<string, FmeParameterValue> _values;
    private readonly List<ValueProblem> _problems = [];

    private ValueCheck(IReadOnlyDictionary<string, FmeParameterValue> values) => _values = values;

    /// <summary>The problems; empty if the workspace can run with the values.</summary>
    public static IReadOnlyList<ValueProblem> FindProblems(IEnumerable<SpecifiedParameter> parameters, IReadOnlyDictionary<string, FmeParameterValue> values)
    {
        var check = new ValueCheck(values);
        foreach (SpecifiedParameter parameter in parameters.Where(parameter => parameter.HoldsValue))
        {
            if (values.TryGetValue(parameter.Name, out FmeParameterValue value))
            {
                check.CheckValue(parameter, value);
            }
            else if (check.MustBeGiven(parameter))
            {
                check.Refuse(parameter, "is required, has no default and was not given.");
            }
        }

        return check._problems;
    }

    private bool MustBeGiven(SpecifiedParameter parameter) =>
        parameter is { IsRequired: true, HasDefault: false, IsSupplied: false } && IsReachable(parameter);

    // If that depends on other values, a real server decides, and the emulator requires nothing.
    private bool IsReachable(SpecifiedParameter parameter) =>
        parameter.IsAlwaysVisible && (parameter.Group is not { } group || (GroupRule.Takes(group, parameter, ValueOf(group)) == true && IsReachable(group)));

    private void CheckValue(SpecifiedParameter parameter, FmeParameterValue value)
    {
        for (SpecifiedParameter member = parameter; member.Group is { } group; member = group)
        {
            if (GroupRule.Takes(group, member, ValueOf(group)) == false)
            {
                Report(parameter, $"has no effect, since the value of the group {group.Name} leaves it out.");
            }
        }

        if (value.IsList && !parameter.TakesList && !(value.Items.Count == 1 && TakesListOfOne(parameter)))
        {
            Refuse(parameter, $"takes one value and was given a list of {value.Items.Count}.");
        }
        else if (value.IsBlank && !ChoiceRule.Allow(parameter, ""))
        {
            if (parameter.IsRequired)
            {
                Refuse(parameter, "may not be blank.");
            }
        }
        else
        {
            CheckTexts(parameter, value);
        }
    }

    // One text for a list counts as a list of it: A007.
    private void CheckTexts(SpecifiedParameter parameter, FmeParameterValue value)
    {
        int before = _problems.Count;
        foreach (string text in value.IsList ? value.Items : [value.Text])
        {
            CheckText(parameter, text);
            if (_problems.Count > before)
            {
                return;
            }
        }
    }

    private void CheckText(SpecifiedParameter parameter, string text)
    {
        switch (parameter.Type)
        {
            case "number" or "range":
                Refuse(parameter, NumberRule.FindProblem(parameter.Record, text));
                Report(parameter, parameter.SaysForm ? NumberRule.FindStepProblem(parameter.Record, text) : null);
                break;
            case "datetime" or "color" or "geometry" when !parameter.SaysForm:
                break;
            case "datetime":
                Report(parameter, DateTimeRule.FindProblem(parameter.Record, text));
                break;
            case "color":
                Report(parameter, ColorRule.FindProblem(parameter.Record, text));
                break;
            case "geometry":
                Report(parameter, GeometryRule.FindProblem(parameter.Record, text));
                break;
            case "checkbox" when ChoiceRule.DiffersInCase(parameter, text):
                // A live server of 2026 has checkboxes whose default is YES, and clients send Yes.
                Report(parameter, ChoiceRule.FindProblem(parameter, text));
                break;
            case "group":
                Refuse(parameter, GroupRule.FindProblem(parameter, text));
                break;
            default:
                Refuse(parameter, ChoiceRule.FindProblem(parameter, text));
                break;
        }
    }

    private void Refuse(SpecifiedParameter parameter, string? problem) => Add(parameter, problem, isRefused: true);

    private void Report(SpecifiedParameter parameter, string? problem) => Add(parameter, problem, isRefused: false);

    private void Add(SpecifiedParameter parameter, string? problem, bool isRefused)
    {
        if (problem is not null)
        {
            _problems.Add(new(parameter.Name, problem, isRefused));
        }
    }

    /// <summary>The value that the workspace runs with; null if there is none.</summary>
    private string? ValueOf(SpecifiedParameter parameter) =>
        _values.TryGetValue(parameter.Name, out FmeParameterValue sent) ? sent.IsList ? null : sent.Text : parameter.DefaultText;

    // Clients send one file as a list of one, and the vendor's CLI documents that form. Whether a list that takes one choice is sent as a list is A120.
    private static bool TakesListOfOne(SpecifiedParameter parameter) => parameter.Type is "file" or "listbox" or "tree";
}
