using System.Net;
using FmeTyped.Tests.Requests;
using FmeTyped.Tests.Sample;
using FmeTyped.Tests.Server;

namespace FmeTyped.Tests.Batches;

/// <summary>What a batch does with what is under way when it stops, is cancelled or is left; and with what was uploaded for a job that has ended.</summary>
public sealed class BatchEndTests
{
    private const double Failing = -13;

    private readonly EagerTime _time = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static FmeWaitOptions Patient { get; } = new() { Timeout = Timeout.InfiniteTimeSpan };

    [Theory]
    [InlineData(FmeBatchFailureMode.Jobs, true)]
    [InlineData(FmeBatchFailureMode.Submitting, false)]
    public async Task A_job_whose_submission_was_under_way_at_the_stop_is_cancelled_with_the_others(FmeBatchFailureMode stop, bool isCancelled)
    {
        var underWay = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var stopped = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var server = new JobServer { Time = _time };
        server.After = request =>
        {
            if (!request.RequestUri!.AbsolutePath.EndsWith("/late.fmw", StringComparison.Ordinal))
            {
                return underWay.Task;
            }

            underWay.TrySetResult();
            return stopped.Task;
        };
        using FmeFlowClient fme = server.Client(FmeApiVersion.V3, _time);
        var options = new FmeBatchOptions<AustinDownload>
        {
            StopOnFailure = stop,
            Wait = Patient,
            RunOptions = order => new FmeRunOptions { Workspace = order.Maxy == Failing ? null : "late.fmw" },
        };

        List<FmeBatchItem<AustinDownload>> items = [];
        await foreach (FmeBatchItem<AustinDownload> item in fme.RunAllAsync([new() { Maxy = Failing }, new AustinDownload { Maxy = 1 }], options, Token))
        {
            items.Add(item);
            stopped.TrySetResult();
        }

        Assert.Equal([0, 1], items.Select(item => item.Index));
        Assert.Equal(FmeBatchOutcome.Failed, items[0].Outcome);
        Assert.Equal(isCancelled ? FmeBatchOutcome.Failed : FmeBatchOutcome.Succeeded, items[1].Outcome);
        Assert.Equal(isCancelled, server.Jobs.Single(job => job.Workspace == "late.fmw").IsCancelled);
    }

    [Theory]
    [InlineData("SUCCESS", FmeBatchOutcome.Succeeded)]
    [InlineData("FME_FAILURE", FmeBatchOutcome.Failed)]
    public async Task What_was_uploaded_for_a_job_is_removed_when_it_has_ended(string status, FmeBatchOutcome outcome)
    {
        using StubServer server = new StubServer()
            .Answer(HttpStatusCode.Created, "{}")
            .Answer(HttpStatusCode.Accepted, """{"id":42}""")
            .Status(status)
            .Answer(HttpStatusCode.NoContent);
        using FmeFlowClient fme = server.Client();
        var options = new FmeBatchOptions<FileRequest> { Wait = new FmeWaitOptions { InitialDelay = TimeSpan.FromMilliseconds(1) } };

        await foreach (FmeBatchItem<FileRequest> item in fme.RunAllAsync([new FileRequest { Source = FileRequest.FileOf("a.gml", "x") }], options, Token))
        {
            Assert.Equal(outcome, item.Outcome);
            string folder = server.Lines.First().Split('?')[0]["POST ".Length..^"/1".Length];
            Assert.Equal($"DELETE {folder}", server.Lines.Last());
        }
    }

    [Fact]
    public async Task Who_leaves_the_batch_goes_on_when_nothing_of_it_is_under_way_any_more()
    {
        var isSending = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var isLeft = new TaskCompletionSource<Task>(TaskCreationOptions.RunContinuationsAsynchronously);
        bool hasEnded = false;
        using var server = new JobServer { Time = _time };
        server.Before = async _ =>
        {
            isSending.SetResult();
            Task leaving = await isLeft.Task;
            for (int i = 0; i < 10_000 && !leaving.IsCompleted; i++)
            {
                await Task.Yield();
            }

            hasEnded = !leaving.IsCompleted;
        };
        using FmeFlowClient fme = server.Client(FmeApiVersion.V4, _time);

        // The first does not fit its workspace, the second is held on its way, and the third waits for a place.
        AustinDownload[] orders = [new() { Maxy = double.NaN }, new() { Maxy = 1 }, new() { Maxy = 2 }];
        IAsyncEnumerator<FmeBatchItem<AustinDownload>> items = fme
            .SubmitAllAsync(orders, new FmeBatchOptions<AustinDownload> { MaximumJobsInFlight = 2 }, Token)
            .GetAsyncEnumerator(Token);
        Assert.True(await items.MoveNextAsync());
        await isSending.Task;
        Task leaving = items.DisposeAsync().AsTask();
        isLeft.SetResult(leaving);
        await leaving;

        Assert.True(hasEnded);
    }

    [Fact]
    public async Task After_a_cancellation_no_submission_leaves()
    {
        using var cancellation = new CancellationTokenSource();
        using var server = new JobServer { Time = _time };
        int submissions = 0;
        server.Before = request =>
        {
            if (request.Method == HttpMethod.Post && ++submissions == 3)
            {
                cancellation.Cancel();
            }

            return Task.CompletedTask;
        };
        using FmeFlowClient fme = server.Client(FmeApiVersion.V4, _time);
        var options = new FmeBatchOptions<AustinDownload> { MaximumRequestsInFlight = 1 };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (FmeBatchItem<AustinDownload> item in fme.SubmitAllAsync(
                Enumerable.Range(1, 100).Select(i => new AustinDownload { Maxy = i }), options, cancellation.Token))
            {
                Assert.NotNull(item.Job);
            }
        });

        Assert.Equal(3, submissions);
    }
}
