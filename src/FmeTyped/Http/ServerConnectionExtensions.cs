namespace FmeTyped;

/// <summary>Makes requests to a server.</summary>
internal static class ServerConnectionExtensions
{
    /// <summary>Makes a request ready to go out.</summary>
    /// <param name="connection">The server.</param>
    /// <param name="context">What it is for.</param>
    /// <param name="method">The method.</param>
    /// <param name="path">The path below the server's address, encoded, with a slash first and none last.</param>
    /// <param name="accept">The media type that is wanted.</param>
    /// <param name="timeLimit">How long it may take.</param>
    /// <param name="content">The body, which the call takes over; null for a request without one.</param>
    /// <param name="cancellationToken">The caller's.</param>
    public static HttpCall Prepare(
        this ServerConnection connection,
        ErrorContext context,
        HttpMethod method,
        string path,
        string accept,
        TimeSpan timeLimit,
        HttpContent? content,
        CancellationToken cancellationToken) =>
        NewCall(connection, context, method, connection.UrlOf(path), accept, timeLimit, content, cancellationToken);

    /// <summary>Makes the request for an item with a number, or for what is below it, ready to go out.</summary>
    /// <param name="connection">The server.</param>
    /// <param name="context">What it is for.</param>
    /// <param name="path">The path of all items.</param>
    /// <param name="number">The item's number.</param>
    /// <param name="below">What is below the item, with its query; empty for the item itself.</param>
    /// <param name="accept">The media type that is wanted.</param>
    /// <param name="timeLimit">How long it may take.</param>
    /// <param name="cancellationToken">The caller's.</param>
    public static HttpCall PrepareGet(
        this ServerConnection connection,
        ErrorContext context,
        string path,
        long number,
        string below,
        string accept,
        TimeSpan timeLimit,
        CancellationToken cancellationToken) =>
        NewCall(connection, context, HttpMethod.Get, connection.UrlOf(path, number, below), accept, timeLimit, content: null, cancellationToken);

    /// <summary>Makes a request ready to go out, to an address that need not be the server's. Only one of the server's own origin gets the token.</summary>
    /// <param name="connection">The server.</param>
    /// <param name="context">What it is for.</param>
    /// <param name="method">The method.</param>
    /// <param name="url">The address.</param>
    /// <param name="accept">The media type that is wanted.</param>
    /// <param name="timeLimit">How long it may take.</param>
    /// <param name="content">The body, which the call takes over; null for a request without one.</param>
    /// <param name="cancellationToken">The caller's.</param>
    public static HttpCall Prepare(
        this ServerConnection connection,
        ErrorContext context,
        HttpMethod method,
        Uri url,
        string accept,
        TimeSpan timeLimit,
        HttpContent? content,
        CancellationToken cancellationToken) =>
        NewCall(
            connection.IsOwn(url) ? connection : connection.Anonymous(), context, method, url, accept, timeLimit, content, cancellationToken);

    private static HttpCall NewCall(
        ServerConnection connection,
        ErrorContext context,
        HttpMethod method,
        Uri url,
        string accept,
        TimeSpan timeLimit,
        HttpContent? content,
        CancellationToken cancellationToken)
    {
        // The token stands on each request and not on the client, which may be shared with other servers.
        var request = new HttpRequestMessage(method, url) { Content = content };
        request.Headers.Authorization = connection.Credentials.Header;
        request.Headers.TryAddWithoutValidation("Accept", accept);
        return new HttpCall(connection, request, context, new TimeLimit(timeLimit, connection.TimeProvider, cancellationToken));
    }
}
