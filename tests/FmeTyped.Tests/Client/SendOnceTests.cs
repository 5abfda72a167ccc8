using System.Net;
using System.Net.Sockets;
using FmeTyped.Tests.Sample;
using FmeTyped.Tests.Server;
using Microsoft.Extensions.DependencyInjection;
using WireMock.ResponseBuilders;

namespace FmeTyped.Tests.Client;

/// <summary>Whatever stands between client and server, the server sees one submission at most.</summary>
public sealed class SendOnceTests
{
    private const string Submit = "/fmerest/v3/transformations/submit/Samples/austinDownload.fmw";
    private const string Transact = "/fmerest/v3/transformations/transact/Samples/austinDownload.fmw";
    private const string SubmitV4 = "/fmeapiv4/jobs";
    private const string TransactV4 = "/fmeapiv4/jobs/sync";

    private static readonly AustinDownload Order = new() { Maxy = 42 };

    public static MatrixTheoryData<FmeApiVersion, bool> Calls => new([FmeApiVersion.V3, FmeApiVersion.V4], [false, true]);

    public static MatrixTheoryData<FmeApiVersion, bool, int> Redirects => new([FmeApiVersion.V3, FmeApiVersion.V4], [false, true], [307, 308]);

    [Theory]
    [MemberData(nameof(Calls))]
    public async Task A_resilience_handler_that_retries_a_503(FmeApiVersion version, bool transact)
    {
        using Replay replay = ReplayOf(version);
        replay.On("POST", PathOf(version, transact), 503, "");
        await using ServiceProvider services = ResilientServices();
        using FmeFlowClient fme = replay.Client(services.GetRequiredService<HttpClient>());

        await AssertUnknownAsync(fme, transact, "Retry.DisableForUnsafeHttpMethods()");

        Assert.Equal(1, replay.Count("POST"));
    }

    [Theory]
    [MemberData(nameof(Calls))]
    public async Task A_resilience_handler_that_retries_a_reset(FmeApiVersion version, bool transact)
    {
        using var server = new ResettingServer();
        await using ServiceProvider services = ResilientServices();
        using var fme = new FmeFlowClient(
            new FmeFlowOptions { ServerUrl = server.Url, Token = Tokens.Marker, ApiVersion = version }, services.GetRequiredService<HttpClient>());

        await AssertUnknownAsync(fme, transact, "a second time");

        Assert.Equal(1, server.Requests);
    }

    [Theory]
    [MemberData(nameof(Calls))]
    public async Task A_reset_without_any_handler(FmeApiVersion version, bool transact)
    {
        using var server = new ResettingServer();
        using var fme = new FmeFlowClient(new FmeFlowOptions { ServerUrl = server.Url, Token = Tokens.Marker, ApiVersion = version });

        await AssertUnknownAsync(fme, transact, "the connection failed");

        Assert.Equal(1, server.Requests);
    }

    [Theory]
    [MemberData(nameof(Redirects))]
    public async Task A_redirect_that_a_borrowed_client_follows(FmeApiVersion version, bool transact, int status)
    {
        using Replay replay = ReplayOf(version);
        replay.On("POST", PathOf(version, transact), Response.Create().WithStatusCode(status).WithHeader("Location", $"{replay.Server.Url}/elsewhere"));
        replay.On("POST", "/elsewhere", 202, """{"id":1}""");
        using var http = new HttpClient();
        using FmeFlowClient fme = replay.Client(http);

        await AssertUnknownAsync(fme, transact, "AllowAutoRedirect");

        Assert.Equal(1, replay.Count("POST"));
    }

    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(303)]
    public async Task A_redirect_that_turns_the_submission_into_a_reading(int status)
    {
        using var replay = new Replay();
        replay.On("POST", Submit, Response.Create().WithStatusCode(status).WithHeader("Location", $"{replay.Server.Url}/login?next=1"));
        replay.On("GET", "/login", 200, """{"id":1}""");
        using var http = new HttpClient();
        using FmeFlowClient fme = replay.Client(http);

        FmeException error = await Assert.ThrowsAsync<FmeSubmissionUnknownException>(() => fme.SubmitAsync(Order, TestContext.Current.CancellationToken));

        Assert.Contains($"redirects to {replay.Server.Url}/login", error.Message, StringComparison.Ordinal);
        Assert.Equal(1, replay.Count("POST"));
    }

    [Theory]
    [MemberData(nameof(Calls))]
    public async Task A_retry_handler_of_the_users_own(FmeApiVersion version, bool transact)
    {
        using Replay replay = ReplayOf(version);
        replay.On("POST", PathOf(version, transact), 500, "");
        using var http = new HttpClient(new StubbornHandler { InnerHandler = new SocketsHttpHandler() });
        using FmeFlowClient fme = replay.Client(http);

        await AssertUnknownAsync(fme, transact, "a second time");

        Assert.Equal(1, replay.Count("POST"));
    }

    [Fact]
    public async Task A_retry_before_anything_was_sent_is_allowed()
    {
        using var replay = new Replay();
        replay.On("POST", Submit, 202, """{"id":1}""");
        using var http = new HttpClient(new StubbornHandler { InnerHandler = new RefusedOnce { InnerHandler = new SocketsHttpHandler() } });
        using FmeFlowClient fme = replay.Client(http);

        FmeJob job = await fme.SubmitAsync(Order, TestContext.Current.CancellationToken);

        Assert.Equal(1, job.Id);
        Assert.Equal(1, replay.Count("POST"));
    }

    [Fact]
    public async Task A_refused_connection_means_that_no_job_was_made()
    {
        using var free = new TcpListener(IPAddress.Loopback, 0);
        free.Start();
        var url = new Uri($"http://127.0.0.1:{((IPEndPoint)free.LocalEndpoint).Port}");
        free.Stop();
        using var fme = new FmeFlowClient(new FmeFlowOptions { ServerUrl = url, Token = Tokens.Marker, ApiVersion = FmeApiVersion.V3 });

        await Assert.ThrowsAsync<FmeServerUnavailableException>(() => fme.SubmitAsync(Order, TestContext.Current.CancellationToken));
    }

    private static string PathOf(FmeApiVersion version, bool transact) => version == FmeApiVersion.V3
        ? transact ? Transact : Submit
        : transact ? TransactV4 : SubmitV4;

    private static Replay ReplayOf(FmeApiVersion version) =>
        new Replay { ApiVersion = version }.On("GET", "/fmeinfo/version", 200, """{"buildNumber":26018}""");

    private static async Task AssertUnknownAsync(FmeFlowClient fme, bool transact, string advice)
    {
        CancellationToken cancellationToken = TestContext.Current.CancellationToken;
        var error = await Assert.ThrowsAsync<FmeSubmissionUnknownException>(
            () => transact ? fme.TransactAsync(Order, cancellationToken: cancellationToken) : fme.SubmitAsync(Order, cancellationToken));

        Assert.Contains(advice, error.Message, StringComparison.Ordinal);
        Assert.Contains("A job may be running anyway.", error.Message, StringComparison.Ordinal);
    }

    private static ServiceProvider ResilientServices()
    {
        var services = new ServiceCollection();
        services.AddHttpClient("").AddStandardResilienceHandler(options =>
        {
            options.Retry.Delay = TimeSpan.Zero;
            options.Retry.UseJitter = false;
        });
        services.AddTransient(provider => provider.GetRequiredService<IHttpClientFactory>().CreateClient(""));
        return services.BuildServiceProvider();
    }

    private sealed class StubbornHandler : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            for (int attempt = 1; ; attempt++)
            {
                try
                {
                    HttpResponseMessage response = await base.SendAsync(request, cancellationToken);
                    if (response.IsSuccessStatusCode || attempt == 3)
                    {
                        return response;
                    }

                    response.Dispose();
                }
                catch (Exception) when (attempt < 3)
                {
                    continue;
                }
            }
        }
    }

    private sealed class RefusedOnce : DelegatingHandler
    {
        private bool _refused;

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (_refused)
            {
                return base.SendAsync(request, cancellationToken);
            }

            _refused = true;
            throw new HttpRequestException("Connection refused");
        }
    }
}
