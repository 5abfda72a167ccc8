using FmeTyped.Tests.Sample;
using FmeTyped.Tests.Server;
using Microsoft.Extensions.DependencyInjection;
using WireMock.ResponseBuilders;

namespace FmeTyped.Tests.Services;

/// <summary>The services see one submission at most, whatever stands between them and the client.</summary>
public sealed class ServiceSendOnceTests
{
    private const string Download = "/fmedatadownload/Samples/austinDownload.fmw";
    private const string Stream = "/fmedatastreaming/Samples/austinDownload.fmw";

    private static readonly AustinDownload Order = new() { Maxy = 42 };

    public static MatrixTheoryData<bool, int> GatewayErrors => new([false, true], [502, 503, 504]);

    public static MatrixTheoryData<bool, int> Redirects => new([false, true], [307, 308]);

    [Theory]
    [MemberData(nameof(GatewayErrors))]
    public async Task A_resilience_handler_that_retries_a_gateways_error(bool stream, int status)
    {
        using var replay = new Replay();
        replay.On("POST", stream ? Stream : Download, status, "");
        await using ServiceProvider services = ResilientServices();
        using FmeFlowClient fme = replay.Client(services.GetRequiredService<HttpClient>());

        await AssertUnknownAsync(fme, stream);

        Assert.Equal(1, replay.Count("POST"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_gateways_time_out_is_no_reason_to_try_again(bool stream)
    {
        using var replay = new Replay();
        replay.On("POST", stream ? Stream : Download, 504, "");
        using FmeFlowClient fme = replay.Client();

        await AssertUnknownAsync(fme, stream);

        Assert.Equal(1, replay.Count("POST"));
    }

    [Theory]
    [MemberData(nameof(Redirects))]
    public async Task A_redirect_that_a_borrowed_client_follows(bool stream, int status)
    {
        using var replay = new Replay();
        replay.On("POST", stream ? Stream : Download, Response.Create().WithStatusCode(status).WithHeader("Location", $"{replay.Server.Url}/elsewhere"));
        replay.On("POST", "/elsewhere", 200, """{"serviceResponse":{"jobID":1}}""");
        using var http = new HttpClient();
        using FmeFlowClient fme = replay.Client(http);

        await AssertUnknownAsync(fme, stream);

        Assert.Equal(1, replay.Count("POST"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_lost_answer(bool stream)
    {
        using var server = new StubServer().Fail(new HttpRequestException("The response ended prematurely."));
        using FmeFlowClient fme = server.Client();

        await AssertUnknownAsync(fme, stream);

        Assert.Single(server.Requests);
    }

    private static async Task AssertUnknownAsync(FmeFlowClient fme, bool stream)
    {
        CancellationToken cancellationToken = TestContext.Current.CancellationToken;
        await Assert.ThrowsAsync<FmeSubmissionUnknownException>(
            () => stream ? fme.StreamAsync(Order, cancellationToken: cancellationToken) : fme.DownloadAsync(Order, cancellationToken: cancellationToken));
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
}
