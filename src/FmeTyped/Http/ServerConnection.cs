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

    /// <summary>The HttpClient for one request.</summary>
    public HttpClient NewHttpClient() => httpClient();

    /// <summary>The address of a path below the server's, encoded, with a slash first and none last.</summary>
    public Uri UrlOf(string path) => new(_baseUrl + path);

    /// <summary>The address of the item with a number below a path, or of what is below the item.</summary>
    public Uri UrlOf(string path, long number, string below) => new($"{_baseUrl}{path}/{number}{below}");

    /// <summary>Whether an address is of the server's own origin: scheme, host and port.</summary>
    public bool IsOwn(Uri url) =>
        url.Scheme == serverUrl.Scheme && url.Port == serverUrl.Port && url.Host.Equals(serverUrl.Host, StringComparison.OrdinalIgnoreCase);

    /// <summary>What stands in the Authorization header.</summary>
    public Credentials Credentials => credentials;

    public ILogger Logger => logger;

    /// <summary>The same without a token, for questions that anybody may ask.</summary>
    public ServerConnection Anonymous() => With(Credentials.None);

    /// <summary>The same as a user with name and password.</summary>
    public ServerConnection As(string userName, FmeSecret password) => With(Credentials.OfUser(userName, password, redactor));

    /// <summary>Has a secret taken out of all errors from now on.</summary>
    public void Hide(string secret) => redactor.Add(secret);

    /// <summary>Takes secrets out of texts that came from elsewhere.</summary>
    public Redactor Redactor => redactor;

    private ServerConnection With(Credentials others) => new(httpClient, serverUrl, others, redactor, requestTimeout, timeProvider, logger);
}
