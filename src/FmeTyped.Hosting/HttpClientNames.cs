namespace FmeTyped.Hosting;

/// <summary>The names of the factory's HttpClients: the name of the package, followed by the client's name if it has one.</summary>
internal static class HttpClientNames
{
    private const string Default = "FmeTyped";
    private const string Prefix = Default + ":";

    public static string From(string client) => client.Length == 0 ? Default : Prefix + client;

    /// <summary>The client that an HttpClient belongs to, empty for the client without a name; null if it belongs to something else.</summary>
    public static string? ClientOf(string httpClient) =>
        httpClient == Default ? "" : httpClient.StartsWith(Prefix, StringComparison.Ordinal) ? httpClient[Prefix.Length..] : null;
}
