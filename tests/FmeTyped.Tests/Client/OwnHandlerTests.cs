using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using FmeTyped.Tests.Server;

namespace FmeTyped.Tests.Client;

/// <summary>What docs/guides/proxies-and-certificates.md shows of proxies, certificates and headers, over real sockets.</summary>
public sealed class OwnHandlerTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_proxy_is_asked_with_its_own_credentials_and_gets_the_headers_of_the_HttpClient()
    {
        using var proxy = new RecordingServer(certificate: null, "HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm=\"proxy\"");
        using var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            Proxy = new WebProxy(proxy.Url) { Credentials = new NetworkCredential("user", "open sesame") },
        };
        using var http = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
        http.DefaultRequestHeaders.Add("X-Api-Key", "4711");
        using FmeFlowClient fme = Client(new Uri("http://fme.example.com"), http);

        await fme.GetJob(42).GetRecordAsync(Token);

        string request = proxy.Requests[^1];
        Assert.StartsWith("GET http://fme.example.com/fmeapiv4/jobs/42 HTTP/1.1", request, StringComparison.Ordinal);
        Assert.Contains($"Proxy-Authorization: Basic {Convert.ToBase64String("user:open sesame"u8)}", request, StringComparison.Ordinal);
        Assert.Contains($"Authorization: fmetoken token={Tokens.Marker}", request, StringComparison.Ordinal);
        Assert.Contains("X-Api-Key: 4711", request, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_asks_for_a_certificate_gets_it()
    {
        using X509Certificate2 own = Certificate("CN=client");
        using X509Certificate2 servers = Certificate("CN=server");
        using var server = new RecordingServer(servers);
        using var handler = new SocketsHttpHandler { AllowAutoRedirect = false };
        handler.SslOptions.ClientCertificates = [own];
        handler.SslOptions.RemoteCertificateValidationCallback = (_, shown, _, _) => shown?.GetCertHashString() == servers.GetCertHashString();
        using var http = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
        using FmeFlowClient fme = Client(new UriBuilder(server.Url) { Scheme = "https" }.Uri, http);

        await fme.GetJob(42).GetRecordAsync(Token);

        Assert.Equal(own.GetCertHashString(), server.ClientCertificate);
    }

    [Fact]
    public async Task A_certificate_of_an_own_authority_is_trusted_where_the_authority_is_named_and_only_there()
    {
        using X509Certificate2 own = Certificate("CN=client");
        using X509Certificate2 authority = Authority();
        using X509Certificate2 servers = Issue(authority, IPAddress.Loopback);
        using var server = new RecordingServer(servers);
        using var same = new RecordingServer(servers);      // A refused handshake ends what the other one serves.
        using var ordinary = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { Timeout = Timeout.InfiniteTimeSpan };
        using FmeFlowClient stranger = Client(new UriBuilder(same.Url) { Scheme = "https" }.Uri, ordinary);
        using var handler = new SocketsHttpHandler { AllowAutoRedirect = false };
        handler.SslOptions.ClientCertificates = [own];
        handler.SslOptions.CertificateChainPolicy = new X509ChainPolicy
        {
            TrustMode = X509ChainTrustMode.CustomRootTrust,
            CustomTrustStore = { authority },
            RevocationMode = X509RevocationMode.NoCheck,
        };
        using var http = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
        using FmeFlowClient fme = Client(new UriBuilder(server.Url) { Scheme = "https" }.Uri, http);

        await Assert.ThrowsAsync<FmeServerUnavailableException>(() => stranger.GetJob(42).GetRecordAsync(Token));
        Assert.Equal(42, (await fme.GetJob(42).GetRecordAsync(Token)).Id);
    }

    private static FmeFlowClient Client(Uri server, HttpClient http) =>
        new(new FmeFlowOptions { ServerUrl = server, Token = Tokens.Marker, ApiVersion = FmeApiVersion.V4 }, http);

    private static X509Certificate2 Certificate(string name)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest(name, key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        return request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
    }

    private static X509Certificate2 Authority()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=authority", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, hasPathLengthConstraint: false, 0, critical: true));
        return request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(2));
    }

    private static X509Certificate2 Issue(X509Certificate2 authority, IPAddress address)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=server", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(address);
        request.CertificateExtensions.Add(names.Build());
        using X509Certificate2 issued = request.Create(authority, DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1), [1]);
        return issued.CopyWithPrivateKey(key);
    }

    /// <summary>Answers each request with the record of a job, the first one with something else if it should.</summary>
    private sealed class RecordingServer(X509Certificate2? certificate, string? first = null) : SocketServer
    {
        private const string Record = """{"id":42,"status":"success"}""";

        public List<string> Requests { get; } = [];

        public string? ClientCertificate { get; private set; }

        protected override async Task ServeAsync(Socket socket)
        {
            using Stream stream = await OpenAsync(new NetworkStream(socket));
            using var reader = new StreamReader(stream, Encoding.ASCII);
            var request = new StringBuilder();
            while (await reader.ReadLineAsync() is { Length: > 0 } line)
            {
                request.AppendLine(line);
            }

            Requests.Add(request.ToString());
            string answer = Requests.Count == 1 && first is not null
                ? $"{first}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
                : $"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {Record.Length}\r\nConnection: close\r\n\r\n{Record}";
            await stream.WriteAsync(Encoding.ASCII.GetBytes(answer));
        }

        private async Task<Stream> OpenAsync(NetworkStream network)
        {
            if (certificate is null)
            {
                return network;
            }

            var secure = new SslStream(network, leaveInnerStreamOpen: false, static (_, given, _, _) => given is not null);
            await secure.AuthenticateAsServerAsync(certificate, clientCertificateRequired: true, checkCertificateRevocation: false);
            ClientCertificate = secure.RemoteCertificate?.GetCertHashString();
            return secure;
        }
    }
}
