using System.Net;
using FmeTyped.EndToEnd.Tests.Fme.Samples;
using FmeTyped.Testing;
using Microsoft.Extensions.DependencyInjection;
using Polly;

namespace FmeTyped.EndToEnd.Tests;

/// <summary>A submission reaches the server at most once, whatever stands between.</summary>
public class SendOnceTests
{
    [Theory]
    [InlineData(Emulated.V3)]
    [InlineData(Emulated.V4)]
    public async Task A_resilience_handler_that_retries_posts_submits_once(int build)
    {
        await using FmeFlowEmulator flow = await Emulated.StartAsync(build);
        var services = new ServiceCollection();
        services.AddHttpClient("fme")
            .AddStandardResilienceHandler(options =>
            {
                options.Retry.Delay = TimeSpan.Zero;
                options.Retry.ShouldHandle = static _ => PredicateResult.True();
            });
        services.AddHttpClient("fme").AddHttpMessageHandler(() => new LosesTheAnswer());
        await using ServiceProvider provider = services.BuildServiceProvider();
        using HttpClient http = provider.GetRequiredService<IHttpClientFactory>().CreateClient("fme");
        using var fme = new FmeFlowClient(Emulated.OptionsFor(flow), http);

        await Assert.ThrowsAsync<FmeSubmissionUnknownException>(() => fme.SubmitAsync(new AustinDownload(), TestContext.Current.CancellationToken));

        Assert.Single(flow.Submissions);
    }

    [Theory]
    [InlineData(HttpStatusCode.TemporaryRedirect, Emulated.V3)]
    [InlineData(HttpStatusCode.TemporaryRedirect, Emulated.V4)]
    [InlineData(HttpStatusCode.PermanentRedirect, Emulated.V3)]
    [InlineData(HttpStatusCode.PermanentRedirect, Emulated.V4)]
    public async Task A_redirect_that_repeats_the_post_submits_once(HttpStatusCode status, int build)
    {
        await using FmeFlowEmulator flow = await Emulated.StartAsync(build);
        using var http = new HttpClient(new RedirectsAfterwards(status));
        using var fme = new FmeFlowClient(Emulated.OptionsFor(flow), http);

        await Assert.ThrowsAnyAsync<FmeException>(() => fme.SubmitAsync(new AustinDownload(), TestContext.Current.CancellationToken));

        Assert.Single(flow.Submissions);
    }

    /// <summary>The server has the submission, and its answer is lost on the way back.</summary>
    private sealed class LosesTheAnswer : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (request.Method != HttpMethod.Post)
            {
                return await base.SendAsync(request, cancellationToken);
            }

            using HttpResponseMessage lost = await base.SendAsync(request, cancellationToken);
            throw new HttpRequestException(HttpRequestError.ConnectionError, "The connection was reset.");
        }
    }

    /// <summary>A client that follows redirects by sending the request again, in front of a server that took the first one.</summary>
    private sealed class RedirectsAfterwards(HttpStatusCode status) : DelegatingHandler(new SocketsHttpHandler())
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            using HttpResponseMessage answer = await base.SendAsync(request, cancellationToken);
            answer.StatusCode = status;
            return await base.SendAsync(request, cancellationToken);
        }
    }
}
