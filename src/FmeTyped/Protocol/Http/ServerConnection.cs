using System.Net.Http.Headers;

namespace FmeTyped;

/// <summary>Where requests go and what they carry: the one place that knows the token.</summary>
internal sealed class ServerConnection(HttpClient httpClient, Uri serverUrl, string token, TimeSpan requestTimeout, TimeProvider timeProvider)
{
    private readonly string _baseUrl = serverUrl.GetLeftPart(UriPartial.Path).TrimEnd('/');
    private readonly Redactor _redactor = new(token);
    private readonly AuthenticationHeaderValue _authorization = new("fmetoken", $"token={token}");

    public TimeSpan RequestTimeout => requestTimeout;

    public TimeProvider TimeProvider => timeProvider;

    /// <summary>Whether an address is of the server's own origin: scheme, host and port.</summary>
    public bool IsOwn(Uri url) =>
        url.Scheme == serverUrl.Scheme && url.Port == serverUrl.Port && url.Host.Equals(serverUrl.Host, StringComparison.OrdinalIgnoreCase);

    /// <summary>Makes a request ready to go out.</summary>
    /// <param name="context">What it is for.</param>
    /// <param name="method">The method.</param>
    /// <param name="path">The path below the server's address, encoded, with a slash first and none last.</param>
    /// <param name="accept">The media type that is wanted.</param>
    /// <param name="timeLimit">How long it may take.</param>
    /// <param name="content">The body, which the exchange takes over; null for a request without one.</param>
    /// <param name="cancellationToken">The caller's.</param>
    public Exchange Prepare(
        ErrorContext context,
        HttpMethod method,
        string path,
        string accept,
        TimeSpan timeLimit,
        HttpContent? content,
        CancellationToken cancellationToken) =>
        Prepare(context, method, new Uri(_baseUrl + path), accept, timeLimit, content, cancellationToken);

    /// <summary>Makes a request ready to go out, to an address that need not be the server's. Only one of the server's own origin gets the token.</summary>
    /// <param name="context">What it is for.</param>
    /// <param name="method">The method.</param>
    /// <param name="url">The address.</param>
    /// <param name="accept">The media type that is wanted.</param>
    /// <param name="timeLimit">How long it may take.</param>
    /// <param name="content">The body, which the exchange takes over; null for a request without one.</param>
    /// <param name="cancellationToken">The caller's.</param>
    public Exchange Prepare(
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
        request.Headers.Authorization = IsOwn(url) ? _authorization : null;
        request.Headers.TryAddWithoutValidation("Accept", accept);
        var limit = new TimeLimit(timeLimit, timeProvider, cancellationToken);
        return new Exchange(httpClient, request, new Failures(context, content as SubmissionContent, limit, _redactor), limit);
    }
}
