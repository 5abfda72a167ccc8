using FmeTyped.Tool.Terminal;

namespace FmeTyped.Tool.Requests;

/// <summary>The sources of secret values: never the command line, which every process on the machine can read.</summary>
internal sealed class SecretInput(Output output)
{
    /// <summary>Begins the name of an environment variable.</summary>
    public const string VariableMark = "@env:";

    /// <summary>Stands for the next line of standard input.</summary>
    public const string InputMark = "@-";

    /// <summary>Whether a text names a source, or is blank.</summary>
    public static bool IsNamed(string text) =>
        text is "" or InputMark || (text.StartsWith(VariableMark, StringComparison.Ordinal) && text.Length > VariableMark.Length);

    /// <exception cref="ToolException">The source does not exist.</exception>
    public string Read(string parameter, string text) => text switch
    {
        "" => "",
        InputMark => output.ReadSecretLine(parameter) ?? throw new ToolException($"{parameter}: standard input has no line for it."),
        _ => Environment.GetEnvironmentVariable(text[VariableMark.Length..])
            ?? throw new ToolException($"{parameter}: there is no environment variable {text[VariableMark.Length..]}."),
    };
}
