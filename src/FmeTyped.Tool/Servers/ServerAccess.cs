using System.CommandLine;
using FmeTyped.Tool.Terminal;

namespace FmeTyped.Tool.Servers;

/// <summary>
/// The options for access to servers, created anew for each command. A token is never an argument, which every process on the machine can read:
/// it comes from the environment or from standard input.
/// </summary>
/// <param name="takesInput">Whether standard input can have the token, and not something else.</param>
internal sealed class ServerAccess(bool takesInput = true)
{
    /// <summary>The environment variable for the address if the command line has none.</summary>
    public const string UrlVariable = "FME_URL";

    /// <summary>The environment variable for the token if the command line names no other.</summary>
    public const string TokenVariable = "FME_TOKEN";

    private readonly Option<bool> _tokenFromInput = new("--token-stdin") { Description = "Read the token from the first line of standard input." };

    private readonly Option<string?> _tokenVariable = new("--token-env")
    {
        Description = $"The environment variable with the token; default {TokenVariable}.",
        HelpName = "name",
    };

    private readonly Option<string> _api = CreateApi();

    /// <summary>The address in the environment; null if there is none.</summary>
    public static string? UrlOfEnvironment => Variable(UrlVariable);

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        if (takesInput)
        {
            command.Options.Add(_tokenFromInput);
        }

        command.Options.Add(_tokenVariable);
        command.Options.Add(_api);
    }

    /// <summary>The token from the source that the command line selects, and the name of that source; null if there is none.</summary>
    public (string? Token, string Source) FindToken(ParseResult arguments, Output output)
    {
        string variable = arguments.GetValue(_tokenVariable) ?? TokenVariable;
        string? token = arguments.GetValue(_tokenFromInput) ? output.Input.ReadLine()?.Trim() : Variable(variable);
        return (string.IsNullOrEmpty(token) ? null : token, variable);
    }

    public FmeApiVersion ApiOf(ParseResult arguments) => arguments.GetValue(_api) switch
    {
        "v3" => FmeApiVersion.V3,
        "v4" => FmeApiVersion.V4,
        _ => FmeApiVersion.Auto,
    };

    /// <summary>An environment variable; null if it is not set or empty.</summary>
    public static string? Variable(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;

    private static Option<string> CreateApi()
    {
        var api = new Option<string>("--api")
        {
            Description = "The version of the REST API: auto (by the server's build), v3 or v4.",
            DefaultValueFactory = _ => "auto",
        };
        return api.AcceptOnlyFromAmong("auto", "v3", "v4");
    }
}
