using System.CommandLine;
using FmeTyped.Tool.Terminal;

namespace FmeTyped.Tool.Servers;

/// <summary>
/// The options of a command that talks to several servers, each with an optional name. A named server has its own token if the
/// environment contains one.
/// </summary>
internal sealed class NamedServerOptions
{
    private readonly ServerAccess _access = new();

    private readonly Option<string[]> _servers = new("--server")
    {
        Description =
            $"A server's address, or name=address, which uses the token in {ServerAccess.TokenVariable}_NAME if set; may be given several times. "
            + $"Default: the environment variable {ServerAccess.UrlVariable}.",
        HelpName = "[name=]url",
    };

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        command.Options.Add(_servers);
        _access.AddTo(command);
    }

    /// <summary>Whether the command line names a server.</summary>
    public bool AreGiven(ParseResult arguments) => arguments.GetValue(_servers) is { Length: > 0 };

    /// <summary>The servers, in the order of the command line; otherwise the server of the environment, if any.</summary>
    /// <exception cref="ToolException">An address or a token is missing, or two servers have the same name.</exception>
    public IReadOnlyList<NamedServer> Find(ParseResult arguments, Output output)
    {
        string[] given = arguments.GetValue(_servers) is { Length: > 0 } values ? values : ServerAccess.UrlOfEnvironment is { } url ? [url] : [];
        (string? token, string variable) = given.Length > 0 ? _access.FindToken(arguments, output) : default;
        NamedServer[] servers = [.. given.Select(text => Create(text, given.Length > 1, token, variable, _access.ApiOf(arguments)))];
        IGrouping<string?, NamedServer>? twice = servers.GroupBy(server => server.Label).FirstOrDefault(group => group.Count() > 1);
        return twice is null ? servers : throw new ToolException($"Two servers are called {twice.Key}; give each its own name with --server name=url.");
    }

    private static NamedServer Create(string text, bool isOneOfSeveral, string? token, string variable, FmeApiVersion api)
    {
        (string? name, string url) = Split(text);
        Uri address = ServerTarget.ParseAddress(url);
        string? ownVariable = name is null ? null : VariableOf(name);
        token = (ownVariable is null ? null : ServerAccess.Variable(ownVariable)) ?? token;
        return token is null
            ? throw new ToolException($"There is no token for {name ?? address.ToString()}; set "
                + $"{(ownVariable is null ? variable : $"{ownVariable} or {variable}")}, or pass it on standard input with --token-stdin.")
            : new NamedServer(name ?? (isOneOfSeveral ? address.ToString() : null), new ServerTarget(address, token, api));
    }

    // An address may contain an equals sign too, but only after a character that a name cannot contain.
    private static (string? Name, string Url) Split(string text) =>
        text.IndexOf('=', StringComparison.Ordinal) is var end and > 0 && text.AsSpan(0, end).IndexOfAny(':', '/') < 0
            ? (text[..end], text[(end + 1)..])
            : (null, text);

    private static string VariableOf(string name) =>
        $"{ServerAccess.TokenVariable}_{string.Concat(name.Select(letter => char.IsAsciiLetterOrDigit(letter) ? char.ToUpperInvariant(letter) : '_'))}";
}
