using Microsoft.Extensions.Logging;

namespace FmeTyped;

/// <summary>Where requests go and what they carry.</summary>
/// <param name="httpClient">Gives the HttpClient for one request. A factory's may differ each time, so that its handlers can be renewed.</param>
/// <param name="serverUrl">The server's address.</param>
/// <param name="credentials">What stands in the Authorization header.</param>
/// <param name="redactor">Takes secrets out of errors.</param>
/// <param name="requestTimeout">How long a request may take where nothing else is said.</param>
/// <param name="timeProvider">The clock.</param>
/// <param name="logger">Hears of each response.</param>
internal sealed class ServerConnection(
    Func<HttpClient> httpClient,
    Uri serverUrl,
    Credentials credentials,
    Redactor redactor,
    TimeSpan requestTimeout,
    TimeProvider timeProvider,
    ILogger logger)
{
    private readonly string _baseUrl = serverUrl.GetLeftPart(UriPartial.Path).TrimEnd('/');

    public TimeSpan RequestTimeout => requestTimeout;

    public TimeProvider TimeProvider => timeProvider;

    /// <summary>The address of a path below the server's, encoded, with a slash first and none last.</summary>
    public Uri UrlOf(string path) => new(_baseUrl + path);

    /// <summary>Whether an address is of the server's own origin: scheme, host and port.</summary>
    public bool IsOwn(Uri url) =>
        url.Scheme == serverUrl.Scheme && url.Port == serverUrl.Port && url.Host.Equals(serverUrl.Host, StringComparison.OrdinalIgnoreCase);

    public ILogger Logger => logger;

    /// <summary>The same without a token, for questions that anybody may ask.</summary>
    public ServerConnection Anonymous() => With(Credentials.None);

    /// <summary>The same as a user with name and password.</summary>
    public ServerConnection As(string userName, FmeSecret password) => With(Credentials.OfUser(userName, password, redactor));

    /// <summary>Has a secret taken out of all errors from now on.</summary>
    public void Hide(string secret) => redactor.Add(secret);

    /// <summary>Takes secrets out of texts that came from elsewhere.</summary>
    public Redactor Redactor => redactor;

    /// <summary>Makes a request ready to go out.</summary>
    /// <param name="context">What it is for.</param>
    /// <param name="method">The method.</param>
    /// <param name="path">The path below the server's address, encoded, with a slash first and none last.</param>
    /// <param name="accept">The media type that is wanted.</param>
    /// <param name="timeLimit">How long it may take.</param>
    /// <param name="content">The body, which the call takes over; null for a request without one.</param>
    /// <param name="cancellationToken">The caller's.</param>
    public HttpCall Prepare(
        ErrorContext context,
        HttpMethod method,
        string path,
        string accept,
        TimeSpan timeLimit,
        HttpContent? content,
        CancellationToken cancellationToken) =>
        Prepare(context, method, UrlOf(path), credentials, accept, timeLimit, content, cancellationToken);

    /// <summary>Makes a request ready to go out, to an address that need not be the server's. Only one of the server's own origin gets the token.</summary>
    /// <param name="context">What it is for.</param>
    /// <param name="method">The method.</param>
    /// <param name="url">The address.</param>
    /// <param name="accept">The media type that is wanted.</param>
    /// <param name="timeLimit">How long it may take.</param>
    /// <param name="content">The body, which the call takes over; null for a request without one.</param>
    /// <param name="cancellationToken">The caller's.</param>
    public HttpCall Prepare(
        ErrorContext context,
        HttpMethod method,
        Uri url,
        string accept,
        TimeSpan timeLimit,
        HttpContent? content,
        CancellationToken cancellationToken) =>
        Prepare(context, method, url, IsOwn(url) ? credentials : Credentials.None, accept, timeLimit, content, cancellationToken);

    private HttpCall Prepare(
        ErrorContext context,
        HttpMethod method,
        Uri url,
        Credentials own,
        string accept,
        TimeSpan timeLimit,
        HttpContent? content,
        CancellationToken cancellationToken)
    {
        // The token stands on each request and not on the client, which may be shared with other servers.
        var request = new HttpRequestMessage(method, url) { Content = content };
        request.Headers.Authorization = own.Header;
        request.Headers.TryAddWithoutValidation("Accept", accept);
        var limit = new TimeLimit(timeLimit, timeProvider, cancellationToken);
        var errors = new ErrorFactory(context, content as SubmissionContent, limit, redactor, own.Hint);
        return new HttpCall(httpClient(), request, errors, limit, own.Provided, logger);
    }

    private ServerConnection With(Credentials others) => new(httpClient, serverUrl, others, redactor, requestTimeout, timeProvider, logger);
}
