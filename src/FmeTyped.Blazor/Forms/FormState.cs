using FmeTyped.Metadata;

namespace FmeTyped.Blazor.Forms;

/// <summary>What stands in the fields of a form, and what is wrong with it.</summary>
internal sealed class FormState
{
    private readonly FmeWorkspaceDescriptor _workspace;
    private readonly Dictionary<string, IReadOnlyList<string>> _texts;
    private readonly Dictionary<string, FmeList<FmeFile>> _files = [];
    private readonly HashSet<string> _absent = [];
    private readonly List<(string Parameter, string Message)> _faults = [];

    /// <summary>A form with the defaults of a workspace.</summary>
    public FormState(FmeWorkspaceDescriptor workspace)
    {
        _workspace = workspace;
        _texts = workspace.Parameters.ToDictionary(
            parameter => parameter.Name,
            parameter => (IReadOnlyList<string>)(parameter is { Default: { } text, Kind: not FmeParameterKind.Secret } ? [.. text.Items] : []));
    }

    /// <summary>The texts of a parameter.</summary>
    public IReadOnlyList<string> TextsOf(FmeParameterDescriptor parameter) => _texts[parameter.Name];

    public void SetTexts(FmeParameterDescriptor parameter, IReadOnlyList<string> texts)
    {
        _texts[parameter.Name] = [.. texts.Where(text => text.Length > 0)];
        _absent.Remove(parameter.Name);
        _faults.RemoveAll(fault => fault.Parameter == parameter.Name);
    }

    public void SetFiles(FmeParameterDescriptor parameter, IReadOnlyList<FmeFile> files)
    {
        _faults.RemoveAll(fault => fault.Parameter == parameter.Name);
        if (files.Count == 0)
        {
            _files.Remove(parameter.Name);
        }
        else
        {
            _files[parameter.Name] = [.. files];
        }
    }

    /// <summary>Notes that a page had no field for the parameter, so that nothing is said about it.</summary>
    public void SetAbsent(FmeParameterDescriptor parameter) => _absent.Add(parameter.Name);

    public void AddFault(FmeParameterDescriptor parameter, string message) => _faults.Add((parameter.Name, message));

    /// <summary>Whether a parameter applies while the form has these values.</summary>
    public bool IsVisible(FmeParameterDescriptor parameter) => IsVisible(parameter.Name);

    /// <summary>The values of the parameters that apply. A parameter that is not among them is unset, so that the workspace's default applies.</summary>
    public IReadOnlyDictionary<string, FmeParameterValue> VisibleValues()
    {
        Dictionary<string, FmeParameterValue> all = AllValues();
        return all.Where(value => _workspace.IsVisible(value.Key, all)).ToDictionary(value => value.Key, value => value.Value);
    }

    /// <summary>The files of the parameters that apply.</summary>
    public IReadOnlyDictionary<string, FmeList<FmeFile>> VisibleFiles() =>
        _files.Where(files => IsVisible(files.Key)).ToDictionary(files => files.Key, files => files.Value);

    /// <summary>What is wrong with files and parts of controls before there is a value to check.</summary>
    public IEnumerable<(string Parameter, string Message)> VisibleFaults() => _faults.Where(fault => IsVisible(fault.Parameter));

    private bool IsVisible(string parameter) => _workspace.IsVisible(parameter, AllValues());

    private Dictionary<string, FmeParameterValue> AllValues()
    {
        var values = new Dictionary<string, FmeParameterValue>();
        foreach (FmeParameterDescriptor parameter in _workspace.Parameters.Where(parameter => !_absent.Contains(parameter.Name)))
        {
            IReadOnlyList<string> texts = _texts[parameter.Name];
            if (texts.Count > 0)
            {
                values.Add(parameter.Name, texts.Count == 1 && !parameter.IsList ? texts[0] : (FmeList<string>)[.. texts]);
            }
            else if (EmptyIsValue(parameter))
            {
                values.Add(parameter.Name, "");
            }
        }

        return values;
    }

    // An empty field is blank where the parameter may be blank and has a default to lose. Where it may not, or has none, the field is just not filled in.
    // A secret or a file never shows its default.
    private static bool EmptyIsValue(FmeParameterDescriptor parameter) =>
        parameter.FindChoice("") is not null
        || parameter is { IsOptional: true, Default.IsBlank: false, Kind: not (FmeParameterKind.Secret or FmeParameterKind.File) };
}
