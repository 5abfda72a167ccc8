using System.CommandLine;
using FmeTyped.Tool.Terminal;

namespace FmeTyped.Tool.Servers;

/// <summary>The options of a verb that talks to one server, made anew for each.</summary>
internal sealed class ServerOptions
{
    private readonly ServerAccess _access = new();

    private readonly Option<string?> _server = new("--server")
    {
        Description = $"The server's address; otherwise the environment variable {ServerAccess.UrlVariable}.",
        HelpName = "url",
    };

    /// <summary>Gives a verb the options.</summary>
    public void AddTo(Command command)
    {
        command.Options.Add(_server);
        _access.AddTo(command);
    }

    /// <summary>The server.</summary>
    /// <exception cref="ToolException">Address or token are missing.</exception>
    public ServerTarget Find(ParseResult arguments, Output output)
    {
        Uri url = ServerTarget.ParseAddress(
            arguments.GetValue(_server) ?? ServerAccess.UrlOfEnvironment ?? throw new ToolException($"Which server? Name it with --server, or set {ServerAccess.UrlVariable}."));
        (string? token, string variable) = _access.FindToken(arguments, output);
        return token is null
            ? throw new ToolException($"There is no token for {url}; set {variable}, or give it on standard input with --token-stdin.")
            : new ServerTarget(url, token, _access.ApiOf(arguments));
    }
}
