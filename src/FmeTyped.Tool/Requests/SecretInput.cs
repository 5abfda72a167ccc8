using FmeTyped.Tool.Terminal;

namespace FmeTyped.Tool.Requests;

/// <summary>The sources of secret values: never the command line, which every process on the machine can read.</summary>
/// <param name="output">Has the standard input.</param>
/// <param name="isDryRun">Whether <see cref="StandIn"/> stands for each secret, since the request is not sent. Its source has to exist anyway.</param>
internal sealed class SecretInput(Output output, bool isDryRun = false)
{
    /// <summary>What stands for a secret in a request that is not sent. A mask would not do: the client refuses it, since it is never the secret.</summary>
    public const string StandIn = "fmetyped-stands-in-for-a-secret";

    /// <summary>Begins the name of an environment variable.</summary>
    public const string VariableMark = "@env:";

    /// <summary>Stands for the next line of standard input.</summary>
    public const string InputMark = "@-";

    /// <summary>Whether a text names a source, or is blank.</summary>
    public static bool IsNamed(string text) =>
        text is "" or InputMark || (text.StartsWith(VariableMark, StringComparison.Ordinal) && text.Length > VariableMark.Length);

    /// <exception cref="ToolException">The source does not exist.</exception>
    public string Read(string parameter, string text) => Used(text switch
    {
        "" => "",
        InputMark => output.ReadSecretLine(parameter) ?? throw new ToolException($"{parameter}: standard input has no line for it."),
        _ => Environment.GetEnvironmentVariable(text[VariableMark.Length..])
            ?? throw new ToolException($"{parameter}: there is no environment variable {text[VariableMark.Length..]}."),
    });

    /// <summary>A secret, or what stands for it.</summary>
    public string Used(string secret) => isDryRun && secret.Length > 0 ? StandIn : secret;
}
