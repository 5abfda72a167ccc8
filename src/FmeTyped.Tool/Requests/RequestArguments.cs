using FmeTyped.Schema.Model;
using FmeTyped.Schema.Reading;
using FmeTyped.Tool.SchemaFiles;
using FmeTyped.Tool.Terminal;

namespace FmeTyped.Tool.Requests;

/// <summary>Builds a request from the command line: a workspace, and a NAME=VALUE for each value.</summary>
internal sealed class RequestArguments
{
    private readonly FmeWorkspaceDescriptor _workspace;
    private readonly SecretInput _secrets;
    private readonly List<string> _problems = [];
    private readonly HashSet<string> _given = new(StringComparer.Ordinal);
    private readonly Dictionary<string, FmeParameterValue> _values = new(StringComparer.Ordinal);
    private readonly Dictionary<string, FmeList<FmeFile>> _files = new(StringComparer.Ordinal);
    private readonly Dictionary<string, FmeList<FmeFolder>> _folders = new(StringComparer.Ordinal);

    private RequestArguments(FmeWorkspaceDescriptor workspace, SecretInput secrets) => (_workspace, _secrets) = (workspace, secrets);

    /// <summary>The workspace that <c>Repository/workspace.fmw</c> names.</summary>
    /// <exception cref="ToolException">The schema file does not contain it.</exception>
    public static FmeWorkspaceDescriptor FindWorkspace(SchemaDocument schema, string name)
    {
        foreach (Workspace workspace in schema.Workspaces)
        {
            if ($"{workspace.Repository}/{workspace.Name}" == name)
            {
                return WorkspaceDescriptors.From(workspace);
            }
        }

        string[] names = [.. schema.Workspaces.Select(workspace => $"{workspace.Repository}/{workspace.Name}")];
        string[] namesakes = [.. names.Where(known => IsShortFor(name, known))];
        string? meant = namesakes is [var only] ? only : NearMiss.Find(name, names);
        string hint = name.Split('/') is [{ Length: > 0 }, { Length: > 0 }]
            ? " fmetyped pull adds workspaces of the server, and fmetyped import those of files."
            : meant is null ? " Use the form Samples/austinDownload.fmw." : "";
        throw new ToolException($"{schema.Path} has no workspace {name}.{DidYouMean(meant)}{hint}");
    }

    /// <summary>Reads arguments. What is wrong with them is said when the request is built.</summary>
    public static RequestArguments Read(FmeWorkspaceDescriptor workspace, IReadOnlyList<string> arguments, SecretInput secrets)
    {
        var read = new RequestArguments(workspace, secrets);
        var texts = new Dictionary<FmeParameterDescriptor, List<string>>();
        for (int i = 0; i < arguments.Count; i++)
        {
            string name = arguments[i].Split('=', 2)[0];
            if (name.Length == arguments[i].Length || name.Length == 0)
            {
                // The message omits the text, which could be part of a secret.
                read._problems.Add($"Value {i + 1} is not of the form NAME=VALUE.");
            }
            else if (workspace.FindParameter(name) is not { } parameter)
            {
                read._problems.Add(
                    $"{workspace} has no parameter {name}.{DidYouMean(NearMiss.Find(name, workspace.Parameters.Select(known => known.Name)))}");
            }
            else if (texts.TryGetValue(parameter, out List<string>? given))
            {
                given.Add(arguments[i][(name.Length + 1)..]);
            }
            else
            {
                texts.Add(parameter, [arguments[i][(name.Length + 1)..]]);
            }
        }

        foreach ((FmeParameterDescriptor parameter, List<string> given) in texts)
        {
            read.Set(parameter, parameter.IsList ? ItemsOf(parameter, given) : given);
        }

        return read;
    }

    /// <summary>The parameters that have to be set and are not; none if something else is wrong, which has to be said first.</summary>
    public IReadOnlyList<FmeParameterDescriptor> FindMissing()
    {
        IReadOnlyList<FmeValidationError> errors = Check(out _);
        return _problems.Count == 0 && errors.All(error => error.Kind == FmeValidationErrorKind.Missing)
            ? [.. errors.Select(error => _workspace.FindParameter(error.Parameter)).OfType<FmeParameterDescriptor>()]
            : [];
    }

    /// <summary>Why a parameter cannot have a value; null if it can.</summary>
    public string? FindProblem(FmeParameterDescriptor parameter, IReadOnlyList<string> items)
    {
        var alone = new RequestArguments(_workspace, _secrets);
        if (parameter.Kind != FmeParameterKind.Secret && FaultOf(parameter, items) is { } fault)
        {
            return fault;
        }

        alone.Keep(parameter, items);
        return alone.Check(out _).FirstOrDefault(error => error.Parameter == parameter.Name)?.Message;
    }

    /// <summary>Sets a parameter to a value that has no problem.</summary>
    public void Keep(FmeParameterDescriptor parameter, IReadOnlyList<string> items)
    {
        _given.Add(parameter.Name);
        bool isLocal = items.Any(LocalPath.IsMarked);
        if (isLocal && parameter.Kind == FmeParameterKind.File && (parameter.IsList || items.Count == 1))
        {
            _files[parameter.Name] = [.. items.Select(LocalPath.ToFile)];
        }
        else if (isLocal && parameter.Kind == FmeParameterKind.Folder && (parameter.IsList || items.Count == 1))
        {
            _folders[parameter.Name] = [.. items.Select(LocalPath.ToFolder)];
        }
        else
        {
            _values[parameter.Name] = parameter.IsList || items.Count > 1 ? (FmeList<string>)[.. items] : items[0];
        }
    }

    /// <summary>The request.</summary>
    /// <exception cref="ToolException">Arguments do not fit the workspace; the message names all of them.</exception>
    public IFmeRequest ToRequest()
    {
        IEnumerable<string> errors = Check(out IFmeRequest request).Select(error => $"{error}{HintFor(error)}");
        string[] problems = [.. _problems, .. errors];
        return problems.Length == 0 ? request : throw new ToolException(problems);
    }

    private IReadOnlyList<FmeValidationError> Check(out IFmeRequest request)
    {
        var reader = new FmeParameterReader(_values, _files);
        request = DescribedRequest.Read(_workspace, reader, _folders);

        // What was given and refused already is not missing, too.
        return
        [
            .. FmeRequestReading.Check(reader, request)
                .Where(error => error.Kind != FmeValidationErrorKind.Missing || !_given.Contains(error.Parameter) || _values.ContainsKey(error.Parameter)),
        ];
    }

    private void Set(FmeParameterDescriptor parameter, List<string> items)
    {
        _given.Add(parameter.Name);
        if (FaultOf(parameter, items) is { } fault)
        {
            _problems.Add($"{parameter}: {fault}");
        }
        else if (parameter.Kind == FmeParameterKind.Secret && items is [var source])
        {
            Keep(parameter, [_secrets.Read(parameter.Name, source)]);
        }
        else
        {
            Keep(parameter, items);
        }
    }

    private static bool IsShortFor(string name, string known)
    {
        string file = known[(known.IndexOf('/', StringComparison.Ordinal) + 1)..];
        return string.Equals(name, file, StringComparison.OrdinalIgnoreCase)
            || string.Equals($"{name}.fmw", file, StringComparison.OrdinalIgnoreCase)
            || string.Equals($"{name}.fmw", known, StringComparison.OrdinalIgnoreCase);
    }

    // If the name is given once, commas separate values; if several times, each is one value including its commas.
    private static List<string> ItemsOf(FmeParameterDescriptor parameter, List<string> given) =>
        given is [var only] && parameter.FindChoice(only) is not null ? given
        : [.. (given is [var listed] ? listed.Split(',') : [.. given]).Where(text => text.Length > 0)];

    private static string? FaultOf(FmeParameterDescriptor parameter, IReadOnlyList<string> items) => parameter.Kind switch
    {
        FmeParameterKind.Secret when !items.All(SecretInput.IsNamed) =>
            "is a secret, and every process on this machine can read the command line. Pass it as "
                + $"{parameter}={SecretInput.VariableMark}VARIABLE, or as {parameter}={SecretInput.InputMark} for a line of standard input.",
        FmeParameterKind.File or FmeParameterKind.Folder => LocalPath.FindFault(parameter.Name, items),
        _ => null,
    };

    private string HintFor(FmeValidationError problem)
    {
        if (problem.Kind != FmeValidationErrorKind.UnknownOption || _workspace.FindParameter(problem.Parameter) is not { } parameter)
        {
            return "";
        }

        string? given = _values[problem.Parameter].Items.FirstOrDefault(item => problem.Message.StartsWith($"'{item}' ", StringComparison.Ordinal));
        string? meant = given is null ? null
            : parameter.Choices.FirstOrDefault(choice => string.Equals(choice.Caption, given, StringComparison.OrdinalIgnoreCase))?.Value
                ?? NearMiss.Find(given, parameter.Choices.Select(choice => choice.Value));
        return DidYouMean(meant);
    }

    private static string DidYouMean(string? meant) => meant is null ? "" : $" Did you mean '{meant}'?";
}
