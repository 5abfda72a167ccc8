namespace FmeTyped.Hosting;

/// <summary>What the HttpClients of the factory are called: after the package, and the client where it has a name.</summary>
internal static class HttpClientNames
{
    private const string Default = "FmeTyped";
    private const string Prefix = Default + ":";

    public static string From(string client) => client.Length == 0 ? Default : Prefix + client;

    /// <summary>The client an HttpClient is for, empty for the one without a name; null where it is for something else.</summary>
    public static string? ClientOf(string httpClient) =>
        httpClient == Default ? "" : httpClient.StartsWith(Prefix, StringComparison.Ordinal) ? httpClient[Prefix.Length..] : null;
}
