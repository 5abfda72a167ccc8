using FmeTyped.Tool.Terminal;

namespace FmeTyped.Tool.Servers;

/// <summary>A server that the user named, and how to talk to it.</summary>
internal sealed class ServerTarget
{
    private readonly string _token;
    private readonly FmeApiVersion _api;

    /// <exception cref="ToolException">The address is none of a server.</exception>
    public ServerTarget(string url, string token, FmeApiVersion api)
    {
        // A password in an address would be printed with it.
        if (!Uri.TryCreate(url, UriKind.Absolute, out Uri? parsed) || parsed.Scheme is not ("http" or "https") || parsed.UserInfo.Length > 0)
        {
            throw new ToolException("The server's address has to be like https://fme.example.com, without user and password.");
        }

        Url = parsed;
        _token = token;
        _api = api;
    }

    public Uri Url { get; }

    /// <exception cref="ToolException">The token cannot be sent, for one.</exception>
    public FmeFlowClient CreateClient()
    {
        try
        {
            return new FmeFlowClient(new FmeFlowOptions { ServerUrl = Url, Token = _token, ApiVersion = _api });
        }
        catch (ArgumentException fault)
        {
            throw new ToolException(fault.Message.ReplaceLineEndings(" "));
        }
    }

    /// <summary>The server without the client library in between.</summary>
    public RawServer OpenRaw() => new(Url, _token);

    /// <summary>The address; never the token.</summary>
    public override string ToString() => Url.ToString();
}
