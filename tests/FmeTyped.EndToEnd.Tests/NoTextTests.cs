using System.Net;
using FmeTyped.EndToEnd.Tests.Fme.Samples;
using FmeTyped.Testing;

namespace FmeTyped.EndToEnd.Tests;

/// <summary>A gateway answers in words that are no text, after the server has made the job: three starts of a batch make one job.</summary>
public sealed class NoTextTests : IDisposable
{
    private static readonly byte[][] Answers = [[.. "{\"message\":\"bad \\ud83d gateway\"}"u8], [.. "{\"message\":\"bad "u8, 0xFF, .. " gateway\"}"u8]];

    private readonly string _journal = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());

    public void Dispose() => File.Delete(_journal);

    [Theory]
    [InlineData(Emulated.V3, 0)]
    [InlineData(Emulated.V3, 1)]
    [InlineData(Emulated.V4, 0)]
    [InlineData(Emulated.V4, 1)]
    public async Task Three_starts_make_one_job(int build, int answer)
    {
        await using FmeFlowEmulator flow = await Emulated.StartAsync(build);

        // At first the jobs cannot be read either.
        Assert.Equal(FmeBatchOutcome.Unknown, await StartAsync(flow, build, Answers[answer], static _ => true));
        Assert.Equal(FmeBatchOutcome.Unknown, await StartAsync(flow, build, Answers[answer], static _ => true));
        Assert.Equal(FmeBatchOutcome.Succeeded, await StartAsync(flow, build, Answers[answer], static request => request.Method == HttpMethod.Post));

        Assert.Single(flow.Submissions);
    }

    private async Task<FmeBatchOutcome> StartAsync(FmeFlowEmulator flow, int build, byte[] answer, Func<HttpRequestMessage, bool> hits)
    {
        using var http = new HttpClient(new Gateway(answer, hits));
        FmeFlowOptions options = Emulated.OptionsFor(flow);
        options.ApiVersion = build >= Emulated.V4 ? FmeApiVersion.V4 : FmeApiVersion.V3;
        using var fme = new FmeFlowClient(options, http);
        using FmeBatchJournal journal = FmeBatchJournal.Open(_journal);
        await foreach (FmeBatchItem<AustinDownload> item in fme.RunAllAsync(
            [new AustinDownload()], new() { Journal = journal }, TestContext.Current.CancellationToken))
        {
            return item.Outcome;
        }

        throw new InvalidOperationException("The batch had no item.");
    }

    private sealed class Gateway(byte[] words, Func<HttpRequestMessage, bool> hits) : DelegatingHandler(new SocketsHttpHandler())
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            HttpResponseMessage answer = await base.SendAsync(request, cancellationToken);
            if (!hits(request))
            {
                return answer;
            }

            answer.Dispose();
            return new HttpResponseMessage(HttpStatusCode.BadGateway) { Content = new ByteArrayContent(words), RequestMessage = request };
        }
    }
}
