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

    /// <summary>Gives a verb the options for one server.</summary>
    public void AddTo(Command command)
    {
        command.Options.Add(_server);
        AddTokenOptionsTo(command);
    }

    /// <summary>Gives a verb all but the option that names the server.</summary>
    public void AddTokenOptionsTo(Command command)
    {
        command.Options.Add(_tokenFromInput);
        command.Options.Add(_tokenVariable);
        command.Options.Add(_api);
    }

    /// <summary>The one server.</summary>
    /// <exception cref="ToolException">Address or token are missing.</exception>
    public ServerTarget Find(ParseResult arguments, Output output) => Find("", arguments.GetValue(_server), arguments, output);

    /// <summary>The servers of <c>URL</c> or <c>name=URL</c>. A named one has a token of its own, which no other server gets to see.</summary>
    /// <exception cref="ToolException">An address or a token is missing, or a name stands twice.</exception>
    public IReadOnlyList<ServerTarget> FindAll(IReadOnlyList<string> servers, ParseResult arguments, Output output)
    {
        ServerTarget[] targets = [.. servers.Select(server => FindNamed(server, arguments, output))];
        return targets.GroupBy(target => target.Name).FirstOrDefault(group => group.Count() > 1) is { } twice
            ? throw new ToolException($"Several servers need a name each, as in --server test=https://fme.example.com; {(twice.Key.Length == 0 ? "two have none" : $"'{twice.Key}' stands twice")}.")
            : targets;
    }

    private ServerTarget FindNamed(string server, ParseResult arguments, Output output)
    {
        int separator = server.IndexOf('=', StringComparison.Ordinal);
        int scheme = server.IndexOf("://", StringComparison.Ordinal);
        if (separator <= 0 || (scheme >= 0 && scheme < separator))
        {
            return Find("", server, arguments, output);
        }

        string name = server[..separator];
        string variable = $"{TokenVariable}_{string.Concat(name.Select(c => char.IsAsciiLetterOrDigit(c) ? char.ToUpperInvariant(c) : '_'))}";
        return new ServerTarget(name, server[(separator + 1)..], Variable(variable) ?? throw NoToken(name, variable), Api(arguments));
    }

    private ServerTarget Find(string name, string? url, ParseResult arguments, Output output)
    {
        url ??= Variable(UrlVariable) ?? throw new ToolException($"Which server? Name it with --server, or set {UrlVariable}.");
        string variable = arguments.GetValue(_tokenVariable) ?? TokenVariable;
        string? token = arguments.GetValue(_tokenFromInput) ? output.Input.ReadLine()?.Trim() : Variable(variable);
        return new ServerTarget(name, url, string.IsNullOrEmpty(token) ? throw NoToken(url, variable) : token, Api(arguments));
    }

    private FmeApiVersion Api(ParseResult arguments) => arguments.GetValue(_api) switch
    {
        "v3" => FmeApiVersion.V3,
        "v4" => FmeApiVersion.V4,
        _ => FmeApiVersion.Auto,
    };

    private static ToolException NoToken(string server, string variable) =>
        new($"There is no token for {server}; set {variable}, or give it on standard input with --token-stdin.");

    private static string? Variable(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}
