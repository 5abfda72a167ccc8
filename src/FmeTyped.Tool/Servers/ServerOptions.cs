using System.CommandLine;
using FmeTyped.Tool.Terminal;

namespace FmeTyped.Tool.Servers;

/// <summary>The options of a command that talks to one server, created anew for each.</summary>
/// <param name="takesInput">Whether standard input can have the token, and not something else.</param>
internal sealed class ServerOptions(bool takesInput = true)
{
    private readonly ServerAccess _access = new(takesInput);

    private readonly Option<string?> _server = new("--server")
    {
        Description = $"The server's address; default: the environment variable {ServerAccess.UrlVariable}.",
        HelpName = "url",
    };

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        command.Options.Add(_server);
        _access.AddTo(command);
    }

    /// <summary>The server.</summary>
    /// <exception cref="ToolException">The address or the token is missing.</exception>
    public ServerTarget Find(ParseResult arguments, Output output)
    {
        Uri url = ServerTarget.ParseAddress(
            arguments.GetValue(_server)
                ?? ServerAccess.UrlOfEnvironment
                ?? throw new ToolException($"No server is specified. Use --server, or set {ServerAccess.UrlVariable}."));
        (string? token, string variable) = _access.FindToken(arguments, output);
        return token is null
            ? throw new ToolException($"There is no token for {url}; set {variable}{(takesInput ? ", or pass it on standard input with --token-stdin" : "")}.")
            : new ServerTarget(url, token, _access.ApiOf(arguments));
    }
}
