namespace FmeTyped;

/// <summary>Creates requests to a server.</summary>
internal static class ServerConnectionExtensions
{
    /// <summary>Creates a request.</summary>
    /// <param name="connection">The server.</param>
    /// <param name="context">Describes the operation, for errors.</param>
    /// <param name="method">The method.</param>
    /// <param name="path">The path below the server's address, encoded, with a leading slash and no trailing one.</param>
    /// <param name="accept">The accepted media type.</param>
    /// <param name="timeLimit">The time limit.</param>
    /// <param name="content">The body, which the call disposes of; null for none.</param>
    /// <param name="cancellationToken">The caller's token.</param>
    public static HttpCall Prepare(
        this ServerConnection connection,
        ErrorContext context,
        HttpMethod method,
        string path,
        string accept,
        TimeSpan timeLimit,
        HttpContent? content,
        CancellationToken cancellationToken) =>
        connection.Prepare(context, method, connection.UrlOf(path), accept, timeLimit, content, cancellationToken);

    /// <summary>Creates a request.</summary>
    /// <param name="connection">The server.</param>
    /// <param name="context">Describes the operation, for errors.</param>
    /// <param name="method">The method.</param>
    /// <param name="url">The address.</param>
    /// <param name="accept">The accepted media type.</param>
    /// <param name="timeLimit">The time limit.</param>
    /// <param name="content">The body, which the call disposes of; null for none.</param>
    /// <param name="cancellationToken">The caller's token.</param>
    public static HttpCall Prepare(
        this ServerConnection connection,
        ErrorContext context,
        HttpMethod method,
        OwnUrl url,
        string accept,
        TimeSpan timeLimit,
        HttpContent? content,
        CancellationToken cancellationToken) =>
        NewCall(connection, context, method, url.Url, accept, timeLimit, content, cancellationToken);

    /// <summary>Creates a request to any address. Only an address of the server's own origin gets the token.</summary>
    /// <param name="connection">The server.</param>
    /// <param name="context">Describes the operation, for errors.</param>
    /// <param name="method">The method.</param>
    /// <param name="url">The address.</param>
    /// <param name="accept">The accepted media type.</param>
    /// <param name="timeLimit">The time limit.</param>
    /// <param name="content">The body, which the call disposes of; null for none.</param>
    /// <param name="cancellationToken">The caller's token.</param>
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
        // The token is set on each request and not on the client, which may be shared with other servers.
        var request = new HttpRequestMessage(method, url) { Content = content };
        request.Headers.Authorization = connection.Credentials.Header;
        request.Headers.TryAddWithoutValidation("Accept", accept);
        return new HttpCall(connection, request, context, new TimeLimit(timeLimit, connection.TimeProvider, cancellationToken));
    }
}
