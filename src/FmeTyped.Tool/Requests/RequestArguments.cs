using FmeTyped.Generated;
using FmeTyped.Metadata;
using FmeTyped.Schema.Model;
using FmeTyped.Schema.Reading;
using FmeTyped.Tool.SchemaFiles;
using FmeTyped.Tool.Terminal;

namespace FmeTyped.Tool.Requests;

/// <summary>Builds a request from the command line: a workspace, and a NAME=VALUE for each value.</summary>
internal static class RequestArguments
{
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
        string hint = meant is null ? " Use the form Samples/austinDownload.fmw; fmetyped pull adds new workspaces of the server." : DidYouMean(meant);
        throw new ToolException($"{schema.Path} has no workspace {name}.{hint}");
    }

    /// <summary>The request.</summary>
    /// <exception cref="ToolException">Arguments do not fit the workspace; the message names all of them.</exception>
    public static IFmeRequest Read(FmeWorkspaceDescriptor workspace, IReadOnlyList<string> arguments, SecretInput secrets)
    {
        var problems = new List<string>();
        var texts = new Dictionary<FmeParameterDescriptor, List<string>>();
        for (int i = 0; i < arguments.Count; i++)
        {
            string name = arguments[i].Split('=', 2)[0];
            if (name.Length == arguments[i].Length || name.Length == 0)
            {
                // The message omits the text, which could be part of a secret.
                problems.Add($"Value {i + 1} is not of the form NAME=VALUE.");
            }
            else if (workspace.FindParameter(name) is not { } parameter)
            {
                problems.Add($"{workspace} has no parameter {name}.{DidYouMean(NearMiss.Find(name, workspace.Parameters.Select(known => known.Name)))}");
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

        var values = new Dictionary<string, FmeParameterValue>(StringComparer.Ordinal);
        foreach ((FmeParameterDescriptor parameter, List<string> given) in texts)
        {
            List<string> items = parameter.IsList ? ItemsOf(parameter, given) : given;
            if (FindFault(parameter, items) is { } fault)
            {
                problems.Add($"{parameter}: {fault}");
            }
            else if (parameter.IsList || items.Count > 1)
            {
                values.Add(parameter.Name, (FmeList<string>)[.. items]);
            }
            else
            {
                values.Add(parameter.Name, parameter.Kind == FmeParameterKind.Secret ? secrets.Read(parameter.Name, items[0]) : items[0]);
            }
        }

        var reader = new FmeParameterReader(values);
        var request = new ArgumentRequest(workspace, reader);
        problems.AddRange(FmeRequestReading.Check(reader, request)
            .Where(problem => values.ContainsKey(problem.Parameter) || texts.Keys.All(given => given.Name != problem.Parameter))
            .Select(problem => $"{problem}{HintFor(problem, workspace, values)}"));
        return problems.Count == 0 ? request : throw new ToolException(problems);
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

    private static string? FindFault(FmeParameterDescriptor parameter, List<string> items)
    {
        switch (parameter.Kind)
        {
            case FmeParameterKind.Secret when !items.TrueForAll(SecretInput.IsNamed):
                return "is a secret, and every process on this machine can read the command line. Pass it as "
                    + $"{parameter}={SecretInput.VariableMark}VARIABLE, or as {parameter}={SecretInput.InputMark} for a line of standard input.";
            case FmeParameterKind.File or FmeParameterKind.Folder when items.Find(IsHere) is { } path:
                return $"'{path}' would be a path on the server, but it exists on this machine. Use {parameter}={ArgumentRequest.LocalMark}{path} to "
                    + "upload it.";
            case FmeParameterKind.File or FmeParameterKind.Folder when items.Contains($"{ArgumentRequest.LocalMark}"):
                return $"has no path; use {parameter}={ArgumentRequest.LocalMark}PATH.";
            default:
                return null;
        }
    }

    // A relative path means nothing to a server (A119), so one that exists here is meant as an upload. An absolute one may exist in both places.
    private static bool IsHere(string text) => text.Length > 0 && text[0] != ArgumentRequest.LocalMark && !Path.IsPathRooted(text) && Path.Exists(text);

    private static string HintFor(FmeValidationError problem, FmeWorkspaceDescriptor workspace, Dictionary<string, FmeParameterValue> values)
    {
        if (problem.Kind != FmeValidationErrorKind.UnknownOption || workspace.FindParameter(problem.Parameter) is not { } parameter)
        {
            return "";
        }

        string? given = values[problem.Parameter].Items.FirstOrDefault(item => problem.Message.StartsWith($"'{item}' ", StringComparison.Ordinal));
        string? meant = given is null ? null
            : parameter.Choices.FirstOrDefault(choice => string.Equals(choice.Caption, given, StringComparison.OrdinalIgnoreCase))?.Value
                ?? NearMiss.Find(given, parameter.Choices.Select(choice => choice.Value));
        return DidYouMean(meant);
    }

    private static string DidYouMean(string? meant) => meant is null ? "" : $" Did you mean '{meant}'?";
}
