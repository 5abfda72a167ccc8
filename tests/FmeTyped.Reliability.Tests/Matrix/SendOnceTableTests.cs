using System.Net;
using FmeTyped.Reliability.Tests.Operations;
using FmeTyped.Reliability.Tests.Server;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http.Resilience;
using Polly;

namespace FmeTyped.Reliability.Tests.Matrix;

/// <summary>Whatever stands in front of the network, the server sees a submission once.</summary>
public class SendOnceTableTests
{
    private static readonly string[] Sending =
    [
        "FmeFlowClient.SubmitAsync(IFmeRequest, CancellationToken)",
        "FmeFlowClient.TransactAsync(IFmeRequest, CancellationToken)",
        "FmeFlowClient.DownloadAsync(IFmeDataDownloadRequest, CancellationToken)",
        "FmeFlowClient.StreamAsync(IFmeDataStreamingRequest, CancellationToken)",
    ];

    private static readonly (string Name, Action<IServiceCollection> Add)[] Handlers =
    [
        ("no handler", static _ => { }),
        ("the standard resilience handler on all clients, as Aspire's defaults add it", static services =>
            services.ConfigureHttpClientDefaults(static http => http.AddStandardResilienceHandler(WithoutPauses))),
        ("a policy that retries everything", static services =>
            services.ConfigureHttpClientDefaults(static http => http.AddResilienceHandler("retries", static pipeline => pipeline.AddRetry(RetryAll())))),
        ("a client that follows redirects", static services =>
            services.ConfigureHttpClientDefaults(static http => http.AddHttpMessageHandler(static () => new FollowsRedirects()))),
    ];

    private static readonly Fault[] Faults =
    [
        new("nothing", static call => call.PassAsync()),
        new("a lost response", static async call =>
        {
            await call.LoseAsync();
            throw new HttpRequestException(HttpRequestError.ResponseEnded, "The connection was reset.");
        }),
        Fault.Status(500),
        Fault.Status(503),
        Redirect(HttpStatusCode.Found),
        Redirect(HttpStatusCode.TemporaryRedirect),
        Redirect(HttpStatusCode.PermanentRedirect),
    ];

    // How many were tried shows that the handlers do what they are there for.
    [Fact]
    public async Task The_page_tells_how_often_a_submission_is_seen()
    {
        var page = new ProofText();
        await using Scene v4 = await Scene.StartAsync(26018);
        await using Scene v3 = await Scene.StartAsync(23166);
        foreach ((string name, Action<IServiceCollection> add) in Handlers)
        {
            var attemptsOf = new List<(int Attempts, string Fault)>();
            foreach (Fault fault in Faults)
            {
                var tried = new HashSet<int>();
                foreach (string call in Sending)
                {
                    foreach (Scene scene in (Scene[])[v4, v3])
                    {
                        (int seen, int attempts) = await CountAsync(scene, Calls.All[call], add, fault);
                        Assert.True(seen == 1, $"{call}, {name}, {fault.Name}: the server saw {seen} submissions");
                        tried.Add(attempts);
                    }
                }

                attemptsOf.Add((Assert.Single(tried), fault.Name));
            }

            IEnumerable<string> more =
                from fault in attemptsOf
                where fault.Attempts != 1
                group fault.Fault by fault.Attempts into same
                select $", {same.Key} for {string.Join(", ", same)}";
            page.Item($"{name}: 1{string.Concat(more)}");
        }

        ProofPage.AssertPart("sent once", page.ToString());
    }

    private static async Task<(int Seen, int Attempts)> CountAsync(Scene scene, Operation operation, Action<IServiceCollection> add, Fault fault)
    {
        var network = new Network(scene.Flow.CreateHandler(), scene.Time);
        var services = new ServiceCollection();
        add(services);
        services.AddHttpClient("fme").ConfigurePrimaryHttpMessageHandler(() => network)
            .ConfigureHttpClient(static http => http.Timeout = Timeout.InfiniteTimeSpan);
        await using ServiceProvider provider = services.BuildServiceProvider();
        scene.Use(network, provider.GetRequiredService<IHttpClientFactory>().CreateClient("fme"));
        await new FmeFlowAdministration(scene.Client).GetBuildAsync();
        network.Reset();
        network.Hits = Network.IsSubmission;
        network.Fault = fault;
        int jobs = scene.Flow.Submissions.Count;

        Task<object?> call = operation.Run(scene, CancellationToken.None);
        scene.Time.Drive(call, operation.Name);
        Exception? failure = await Record.ExceptionAsync(() => call);

        Assert.True(failure is null or FmeException, $"{failure}");
        Assert.InRange(scene.Flow.Submissions.Count - jobs, 0, 1);
        return (network.Submissions, network.Attempts);
    }

    // As it is added, but for the pauses.
    private static void WithoutPauses(HttpStandardResilienceOptions options) => options.Retry.Delay = TimeSpan.Zero;

    private static HttpRetryStrategyOptions RetryAll() => new()
    {
        Delay = TimeSpan.Zero,
        ShouldHandle = static retry => new(retry.Outcome.Exception is not null || (int)retry.Outcome.Result!.StatusCode >= 500),
    };

    // A server that took the submission and then sends elsewhere is the worst case.
    private static Fault Redirect(HttpStatusCode status) => new($"{(int)status}", async call =>
    {
        HttpResponseMessage answer = await call.PassAsync();
        answer.StatusCode = status;
        answer.Headers.Location = new Uri(call.Url, "?again");
        return answer;
    });

    /// <summary>Follows redirects as the handler of sockets does: 307 and 308 repeat the request, and 302 makes a GET of a POST.</summary>
    private sealed class FollowsRedirects : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            HttpResponseMessage answer = await base.SendAsync(request, cancellationToken);
            for (int redirects = 0; redirects < 3 && answer.Headers.Location is { } target; redirects++)
            {
                if (answer.StatusCode == HttpStatusCode.Found)
                {
                    request.Method = HttpMethod.Get;
                    request.Content = null;
                }

                answer.Dispose();
                request.RequestUri = target;
                request.Headers.Authorization = null;
                answer = await base.SendAsync(request, cancellationToken);
            }

            return answer;
        }
    }
}
