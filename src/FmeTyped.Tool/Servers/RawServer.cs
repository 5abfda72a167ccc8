using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;

namespace FmeTyped.Tool.Servers;

/// <summary>Sends requests without the client library, to see the server's actual responses. It only reads.</summary>
internal sealed class RawServer : IDisposable
{
    private readonly HttpClient _http = new(
        new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, AutomaticDecompression = DecompressionMethods.All });
    private readonly string _root;
    private readonly AuthenticationHeaderValue _token;

    public RawServer(Uri url, string token)
    {
        _root = url.GetLeftPart(UriPartial.Path).TrimEnd('/');
        _token = Header(token);
    }

    /// <summary>The difference between the server's clock and this machine's, from the latest response; null if the response does not say.</summary>
    public TimeSpan? ClockDifference { get; private set; }

    /// <summary>Sends a request with the token.</summary>
    /// <exception cref="HttpRequestException">There is no response.</exception>
    public Task<RawResponse> GetAsync(FormattableString path, CancellationToken cancellationToken) =>
        SendAsync(path, _token, "application/json", cancellationToken);

    public Task<RawResponse> GetWithoutTokenAsync(FormattableString path, CancellationToken cancellationToken) =>
        SendAsync(path, token: null, "application/json", cancellationToken);

    public Task<RawResponse> GetWithWrongTokenAsync(FormattableString path, CancellationToken cancellationToken) =>
        SendAsync(path, Header("fmetypedProbeWithAWrongToken"), "application/json", cancellationToken);

    /// <summary>Requests a file, without reading it.</summary>
    public Task<RawResponse> GetFileAsync(FormattableString path, CancellationToken cancellationToken) =>
        SendAsync(path, _token, "application/octet-stream", cancellationToken);

    public void Dispose() => _http.Dispose();

    private static AuthenticationHeaderValue Header(string token) => new("fmetoken", $"token={token}");

    // Values in a path are escaped.
    private async Task<RawResponse> SendAsync(FormattableString path, AuthenticationHeaderValue? token, string accept, CancellationToken cancellationToken)
    {
        string escaped = string.Format(CultureInfo.InvariantCulture, path.Format,
            [.. path.GetArguments().Select(part => Uri.EscapeDataString(Convert.ToString(part, CultureInfo.InvariantCulture)!))]);
        using var request = new HttpRequestMessage(HttpMethod.Get, _root + escaped);
        request.Headers.Authorization = token;
        request.Headers.Accept.Add(new(accept));
        using HttpResponseMessage response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
        ClockDifference = response.Headers.Date is { } date ? (DateTimeOffset.UtcNow - date).Duration() : ClockDifference;
        bool isJson = response.Content.Headers.ContentType?.MediaType?.EndsWith("json", StringComparison.OrdinalIgnoreCase) == true;
        return new((int)response.StatusCode, isJson ? Parse(await response.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false)) : null);
    }

    private static JsonElement? Parse(byte[] text)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(text);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
