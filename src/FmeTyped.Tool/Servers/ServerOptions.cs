using System.CommandLine;
using FmeTyped.Tool.Terminal;

namespace FmeTyped.Tool.Servers;

/// <summary>
/// The options that say which server, made anew for each verb. A token is never an argument, which every process of the machine can read: it comes
/// from the environment or from standard input.
/// </summary>
internal sealed class ServerOptions
{
    private const string UrlVariable = "FME_URL";
    private const string TokenVariable = "FME_TOKEN";

    private readonly Option<string?> _server = new("--server")
    {
        Description = $"The server's address; otherwise the environment variable {UrlVariable}.",
        HelpName = "url",
    };

    private readonly Option<bool> _tokenFromInput = new("--token-stdin") { Description = "Read the token from the first line of standard input." };

    private readonly Option<string?> _tokenVariable = new("--token-env")
    {
        Description = $"The environment variable that holds the token; otherwise {TokenVariable}.",
        HelpName = "name",
    };

    private readonly Option<string> _api = new("--api")
    {
        Description = "The version of the REST API: auto (by the server's build), v3 or v4.",
        DefaultValueFactory = _ => "auto",
    };

    public ServerOptions() => _api.AcceptOnlyFromAmong("auto", "v3", "v4");

    /// <summary>Gives a verb the options.</summary>
    public void AddTo(Command command)
    {
        command.Options.Add(_server);
        command.Options.Add(_tokenFromInput);
        command.Options.Add(_tokenVariable);
        command.Options.Add(_api);
    }

    /// <summary>The server.</summary>
    /// <exception cref="ToolException">Address or token are missing.</exception>
    public ServerTarget Find(ParseResult arguments, Output output)
    {
        string url = arguments.GetValue(_server) ?? Variable(UrlVariable) ?? throw new ToolException($"Which server? Name it with --server, or set {UrlVariable}.");
        string variable = arguments.GetValue(_tokenVariable) ?? TokenVariable;
        string? token = arguments.GetValue(_tokenFromInput) ? output.Input.ReadLine()?.Trim() : Variable(variable);
        return string.IsNullOrEmpty(token)
            ? throw new ToolException($"There is no token for {url}; set {variable}, or give it on standard input with --token-stdin.")
            : new ServerTarget(url, token, Api(arguments));
    }

    private FmeApiVersion Api(ParseResult arguments) => arguments.GetValue(_api) switch
    {
        "v3" => FmeApiVersion.V3,
        "v4" => FmeApiVersion.V4,
        _ => FmeApiVersion.Auto,
    };

    private static string? Variable(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}
