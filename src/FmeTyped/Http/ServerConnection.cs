using Microsoft.Extensions.Logging;

namespace FmeTyped;

/// <summary>The server's address, the credentials, and what every request needs.</summary>
/// <param name="httpClient">Returns the HttpClient for one request. A factory may return another one each time, so that its handlers can be renewed.</param>
/// <param name="serverUrl">The server's address.</param>
/// <param name="credentials">The Authorization header.</param>
/// <param name="redactor">Redacts secrets in errors.</param>
/// <param name="requestTimeout">The default time limit of a request.</param>
/// <param name="timeProvider">The clock.</param>
/// <param name="telemetry">The telemetry of the client.</param>
/// <param name="logger">Logs each response.</param>
internal sealed class ServerConnection(
    Func<HttpClient> httpClient,
    Uri serverUrl,
    Credentials credentials,
    Redactor redactor,
    TimeSpan requestTimeout,
    TimeProvider timeProvider,
    ClientTelemetry telemetry,
    ILogger logger)
{
    private readonly string _baseUrl = serverUrl.GetLeftPart(UriPartial.Path).TrimEnd('/');

    public TimeSpan RequestTimeout => requestTimeout;

    public TimeProvider TimeProvider => timeProvider;

    /// <summary>The HttpClient for one request.</summary>
    public HttpClient NewHttpClient() => httpClient();

    /// <summary>The address of a path below the server's. The path is encoded, with a leading slash and no trailing one.</summary>
    public OwnUrl UrlOf(string path) => new(new Uri(_baseUrl + path));

    /// <summary>The address of a numbered item below a path, or of what is below the item.</summary>
    public OwnUrl UrlOf(string path, long number, string below) => new(new Uri($"{_baseUrl}{path}/{number}{below}"));

    /// <summary>Whether an address has the server's origin: scheme, host and port.</summary>
    public bool IsOwn(Uri url) =>
        url.Scheme == serverUrl.Scheme && url.Port == serverUrl.Port && url.Host.Equals(serverUrl.Host, StringComparison.OrdinalIgnoreCase);

    /// <summary>The Authorization header.</summary>
    public Credentials Credentials => credentials;

    public ILogger Logger => logger;

    public ClientTelemetry Telemetry => telemetry;

    /// <summary>A copy without a token, for requests that need no authentication.</summary>
    public ServerConnection Anonymous() => With(Credentials.None);

    /// <summary>A copy that authenticates with a user name and password.</summary>
    public ServerConnection As(string userName, FmeSecret password) => With(Credentials.OfUser(userName, password, redactor));

    /// <summary>
    /// A connection to a webhook, with its own token or none. Who knows the address may send messages, so that errors do not show its path.
    /// </summary>
    public ServerConnection ForWebhook(Uri address, string? token)
    {
        redactor.Add(address.AbsolutePath);
        Credentials own = token is null ? Credentials.None : Credentials.OfWebhook(token, redactor);
        return new(httpClient, address, own, redactor, requestTimeout, timeProvider, telemetry, logger);
    }

    /// <summary>Redacts a secret in all errors from now on.</summary>
    public void Hide(string secret) => redactor.Add(secret);

    /// <summary>Redacts secrets in texts from elsewhere.</summary>
    public Redactor Redactor => redactor;

    private ServerConnection With(Credentials others) => new(httpClient, serverUrl, others, redactor, requestTimeout, timeProvider, telemetry, logger);
}
