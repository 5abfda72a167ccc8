using FmeTyped.Tool.Terminal;

namespace FmeTyped.Tool.Servers;

/// <summary>A server that the user specified, and how to access it.</summary>
internal sealed class ServerTarget(Uri url, string token, FmeApiVersion api)
{
    public Uri Url => url;

    /// <exception cref="ToolException">The text is not the address of a server.</exception>
    public static Uri ParseAddress(string text) =>
        // A password or token in the address would be printed with it.
        Uri.TryCreate(text, UriKind.Absolute, out Uri? parsed)
            && parsed.Scheme is ("http" or "https")
            && parsed.UserInfo.Length == 0
            && parsed.Query.Length == 0
            ? parsed
            : throw new ToolException("The server's address has to look like https://fme.example.com, without user, password and query.");

    /// <param name="http">Sends the requests; null for the client's own.</param>
    /// <exception cref="ToolException">The options are not valid, for example because the token cannot be sent.</exception>
    public FmeFlowClient CreateClient(HttpClient? http = null)
    {
        try
        {
            return new FmeFlowClient(new FmeFlowOptions { ServerUrl = url, Token = token, ApiVersion = api }, http);
        }
        catch (ArgumentException fault)
        {
            throw new ToolException(fault.Message.ReplaceLineEndings(" "));
        }
    }

    /// <summary>The server without the client library.</summary>
    public RawServer OpenRaw() => new(url, token);

    /// <summary>The address; never the token.</summary>
    public override string ToString() => url.ToString();
}
