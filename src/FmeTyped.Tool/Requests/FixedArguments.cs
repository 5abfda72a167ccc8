using FmeTyped.Tool.Terminal;

namespace FmeTyped.Tool.Requests;

/// <summary>Reads the values that a command line fixes for workspaces: <c>NAME=VALUE</c>, and secrets as <c>NAME=@env:VARIABLE</c>.</summary>
internal static class FixedArguments
{
    /// <exception cref="ToolException">A text is of another form, names no parameter, or holds a secret.</exception>
    public static IReadOnlyDictionary<string, FmeParameterValue> Read(
        IReadOnlyList<FmeWorkspaceDescriptor> workspaces, IReadOnlyList<string> arguments, SecretInput secrets)
    {
        var values = new Dictionary<string, FmeParameterValue>(StringComparer.Ordinal);
        foreach (string argument in arguments)
        {
            if (argument.Split('=', 2) is not [{ Length: > 0 } name, string text])
            {
                // The message omits the text, which could be part of a secret.
                throw new ToolException("A value of --set is not of the form NAME=VALUE.");
            }

            FmeParameterDescriptor[] parameters = [.. workspaces.Select(workspace => workspace.FindParameter(name)).OfType<FmeParameterDescriptor>()];
            if (parameters.Length == 0)
            {
                throw new ToolException($"--set {name}: no workspace that is offered has this parameter.");
            }

            values[name] = Array.Exists(parameters, parameter => parameter.Kind == FmeParameterKind.Secret) ? SecretOf(name, text, secrets)
                : Array.TrueForAll(parameters, parameter => parameter.IsList) ? (FmeList<string>)[.. text.Split(',', StringSplitOptions.RemoveEmptyEntries)]
                : text;
        }

        return values;
    }

    private static string SecretOf(string name, string text, SecretInput secrets) =>
        text.StartsWith(SecretInput.VariableMark, StringComparison.Ordinal) && SecretInput.IsNamed(text)
            ? secrets.Read(name, text)
            : throw new ToolException(
                $"--set {name} is a secret, and every process on this machine can read the command line. "
                    + $"Pass it as {name}={SecretInput.VariableMark}VARIABLE.");
}
