using FmeTyped.Schema.Facts;

namespace FmeTyped;

/// <summary>
/// Compares one workspace with its descriptor. A team may have given a parameter that the server calls text a type of its own, so text on the server
/// differs from nothing but a choice.
/// </summary>
internal sealed class WorkspaceComparison(FmeWorkspaceDescriptor workspace, string name)
{
    private readonly List<FmeDifference> _differences = [];

    public IReadOnlyList<FmeDifference> Differences => _differences;

    public void Add(FmeDifferenceKind kind, string message) => Add(parameter: null, kind, message);

    public void CompareServices(IReadOnlyList<string> registered)
    {
        foreach (string service in workspace.Services)
        {
            if (!registered.Contains(ServiceNames.InAddresses(service), StringComparer.Ordinal))
            {
                Add(FmeDifferenceKind.ServiceNotRegistered, $"is not registered with {service} any more.");
            }
        }
    }

    public void CompareParameters(IReadOnlyList<LiveParameter> live)
    {
        foreach (FmeParameterDescriptor parameter in workspace.Parameters)
        {
            if (live.FirstOrDefault(candidate => candidate.Name == parameter.Name) is not { } found)
            {
                Add(parameter.Name, FmeDifferenceKind.ParameterMissing, "is not published any more.");
            }
            else if (found.IsOffered)
            {
                Compare(parameter, found);
            }
        }

        foreach (LiveParameter parameter in live.Where(candidate => candidate.IsOffered && workspace.FindParameter(candidate.Name) is null))
        {
            if (parameter.IsRequired)
            {
                Add(parameter.Name, FmeDifferenceKind.RequiredParameterAdded, "is new and has to be set: it is required and has no default.");
            }
            else
            {
                Add(parameter.Name, FmeDifferenceKind.ParameterAdded, "is new and can be left out.");
            }
        }
    }

    private void Compare(FmeParameterDescriptor parameter, LiveParameter live)
    {
        if (parameter.IsList != live.IsList)
        {
            Add(parameter.Name, FmeDifferenceKind.ListChanged, live.IsList ? "takes several values now." : "takes one value only now.");
        }

        CompareKinds(parameter, live);

        // What the server demanded when the code was made, whatever the team made of that.
        bool wasRequired = !parameter.IsOptional && !parameter.HasDefault && !parameter.IsDestination;
        if (live.IsRequired && !wasRequired && !parameter.DefaultIsWithheld)
        {
            Add(parameter.Name, FmeDifferenceKind.BecameRequired, "has to be set now: it is required and has no default any more.");
        }
    }

    private void CompareKinds(FmeParameterDescriptor parameter, LiveParameter live)
    {
        Sort known = SortOf(parameter.Kind);
        Sort found = SortOf(live.Kind);
        if (known == found)
        {
            CompareOptions(parameter, live);
        }
        else if (found == Sort.Secret)
        {
            Add(parameter.Name, FmeDifferenceKind.BecameSecret, "is a secret now. Generate the code anew, so that its value is shown nowhere.", known is not Sort.Text);
        }
        else if (found == Sort.Text)
        {
            if (known == Sort.Choice)
            {
                Add(parameter.Name, FmeDifferenceKind.KindChanged, "takes any text now, or options that only the server knows.", isBreaking: false);
            }
        }
        else
        {
            Add(parameter.Name, FmeDifferenceKind.KindChanged, $"was {WordOf(known)} and is {WordOf(found)} now.");
        }
    }

    private void CompareOptions(FmeParameterDescriptor parameter, LiveParameter live)
    {
        if (live.Options.Count == 0)
        {
            return;
        }

        string[] gone = [.. parameter.Choices.Select(choice => choice.Value).Except(live.Options, StringComparer.Ordinal)];
        string[] added = [.. live.Options.Except(parameter.Choices.Select(choice => choice.Value), StringComparer.Ordinal)];
        if (gone.Length > 0)
        {
            Add(parameter.Name, FmeDifferenceKind.OptionRemoved, $"has lost {Named(gone)}.");
        }

        if (added.Length > 0)
        {
            Add(parameter.Name, FmeDifferenceKind.OptionAdded, $"has got {Named(added)}.");
        }
    }

    private static string Named(string[] options)
    {
        const int Most = 12;
        string rest = options.Length > Most ? $" and {options.Length - Most} more" : "";
        return $"{(options.Length == 1 ? "the option" : "the options")} {string.Join(", ", options.Take(Most).Select(option => $"'{option}'"))}{rest}";
    }

    // Only what cannot stand for one another on the wire is told apart; how sure a record is of more differs between the versions: A097.
    private static Sort SortOf(FmeParameterKind kind) => kind switch
    {
        FmeParameterKind.Integer or FmeParameterKind.Float => Sort.Number,
        FmeParameterKind.Choice or FmeParameterKind.Boolean => Sort.Choice,
        FmeParameterKind.File or FmeParameterKind.Folder => Sort.Path,
        FmeParameterKind.DateTime => Sort.DateTime,
        FmeParameterKind.Color => Sort.Color,
        FmeParameterKind.Geometry => Sort.Geometry,
        FmeParameterKind.Secret => Sort.Secret,
        _ => Sort.Text,
    };

    private static string WordOf(Sort sort) => sort switch
    {
        Sort.Number => "a number",
        Sort.Choice => "a choice",
        Sort.Path => "a file or folder",
        Sort.DateTime => "a date or time",
        Sort.Color => "a colour",
        Sort.Geometry => "a geometry",
        Sort.Secret => "a secret",
        _ => "text",
    };

    private void Add(string? parameter, FmeDifferenceKind kind, string message) =>
        Add(parameter, kind, message, kind is not (FmeDifferenceKind.ParameterAdded or FmeDifferenceKind.OptionAdded));

    private void Add(string? parameter, FmeDifferenceKind kind, string message, bool isBreaking) =>
        _differences.Add(new FmeDifference(name, parameter, kind, message, isBreaking));

    private enum Sort
    {
        Text,
        Number,
        Choice,
        Path,
        DateTime,
        Color,
        Geometry,
        Secret,
    }
}
