using System.Text.RegularExpressions;

namespace FmeTyped.Tool.Masking;

/// <summary>Finds the server's own address in what it says, and replaces it, so that a client that follows it comes back.</summary>
internal sealed class ServerUrlReplacer
{
    private readonly Uri _server;
    private readonly Regex _pattern;

    public ServerUrlReplacer(Uri server)
    {
        _server = server;

        // JSON may write \/ for a slash.
        string path = string.Concat(server.AbsolutePath.TrimEnd('/').Split('/').Skip(1).Select(part => $@"\\?/{Regex.Escape(part)}"));
        _pattern = new Regex(
            $@"\bhttps?:\\?/\\?/{Regex.Escape(server.Host)}(:[0-9]+)?(?![\w.:-]){path}", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
    }

    /// <summary>Whether a port in an address is the server's. Behind a proxy a server often tells http for https, and no port.</summary>
    /// <param name="server">The server.</param>
    /// <param name="port">The port with its colon; empty if the address has none.</param>
    public static bool IsPortOf(Uri server, string port) => port is "" or ":80" or ":443" || port == $":{server.Port}";

    public string Replace(string text, string other) =>
        _pattern.Replace(text, found => IsPortOf(_server, found.Groups[1].Value) ? other : found.Value);
}
