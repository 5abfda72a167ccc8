using FmeTyped.Reliability.Tests.Operations;
using FmeTyped.Reliability.Tests.Server;

namespace FmeTyped.Reliability.Tests.Matrix;

/// <summary>What came of one operation under one fault.</summary>
/// <param name="Outcome">What the caller got.</param>
/// <param name="Seen">How many submissions the other side saw.</param>
/// <param name="Jobs">How many jobs were made.</param>
/// <param name="Known">What the caller knows of the job.</param>
internal sealed record Cell(string Outcome, int Seen, int Jobs, string Known)
{
    /// <summary>Tries it out. What must never be fails here.</summary>
    public static async Task<Cell> OfAsync(Scene scene, Operation operation, Fault fault, CancellationTokenSource cancellation, int requests)
    {
        scene.JobNeverEnds = fault.JobNeverEnds;
        await scene.RenewAsync();
        await operation.SetUp(scene);
        if (operation.IsFirst)
        {
            scene.Forget();
        }

        scene.Network.Reset();
        scene.Network.Hits = operation.Hits;
        scene.Network.Fault = operation.Most is { } most && fault.First == 1 ? fault with { Last = most } : fault;
        int jobsBefore = scene.Flow.Submissions.Count;
        scene.Network.CountJobs = fault.JobNeverEnds ? () => scene.Flow.Submissions.Count : null;
        TimeSpan start = scene.Time.Elapsed;

        Task<object?> call = operation.Run(scene, cancellation.Token);
        scene.Time.Drive(call, $"{operation.Name} under {fault.Name}");
        Exception? failure = await Record.ExceptionAsync(() => call);
        object? result = failure is null ? await call : null;
        var item = result as FmeBatchItem<Fme.Proofs.Reproject>;
        failure ??= item?.Error;

        string where = $"{operation.Name}, {fault.Name}: {failure}";
        var jobs = scene.Flow.Submissions.Skip(jobsBefore).ToList();
        Assert.True(scene.Network.Submissions <= operation.MostSubmissions, $"{where}: {scene.Network.Submissions} submissions");
        Assert.True(jobs.Count <= 1, where);
        Assert.True(failure is null or FmeException || (failure is OperationCanceledException && fault.Cancels), where);
        TimeSpan limit = (Scene.RequestTimeout * requests) + operation.Waits;
        Assert.True(scene.Time.Elapsed - start <= limit, $"{where} took {scene.Time.Elapsed - start} of at most {limit}");
        Assert.True(
            SpinWait.SpinUntil(() => scene.Network is { Pending: 0, OpenAnswers: 0 } && scene.Time.SetTimers == 0, TimeSpan.FromSeconds(10)),
            $"{where} left {scene.Network.Pending} requests, {scene.Network.OpenAnswers} answers, {scene.Time.SetTimers} timers");

        FmeException? told = failure as FmeException ?? failure?.InnerException as FmeException;
        long? id = told?.JobId ?? IdOf(result);
        Assert.True(!operation.Submits || jobs.Count == 0 || id is null || id == jobs[0].JobId, $"{where} tells of another job");
        string known = (jobs.Count, id, told) switch
        {
            (_, not null, _) => "yes",
            (_, _, FmeSubmissionUnknownException { CorrelationKey: not null }) => "by its key",
            (_, _, FmeSubmissionUnknownException) => "that it may exist",
            (1, _, _) when operation.MostSubmissions > 1 && File.ReadAllText(scene.Journal).Contains("correlationKey", StringComparison.Ordinal) =>
                "by its journal",
            (1, _, null) when failure is null && result is FmeDownload => "by its result",
            (0, _, _) => "-",
            _ => "no",
        };
        Assert.True(!operation.Submits || known != "no", $"{where}: a job was made, and it is neither known nor reported as unknown");
        return new Cell(Say(result, failure, item), scene.Network.Submissions, jobs.Count, known);
    }

    private static long? IdOf(object? result) => result switch
    {
        FmeJob job => job.Id,
        FmeJobResult ended => ended.Id,
        FmeDownload download => download.JobId,
        FmeBatchItem<Fme.Proofs.Reproject> item => item.Job?.Id,
        _ => null,
    };

    private static string Say(object? result, Exception? failure, FmeBatchItem<Fme.Proofs.Reproject>? item)
    {
        string said = failure switch
        {
            null => "success",
            FmeOperationCanceledException { Submission: not null } => "`FmeOperationCanceledException` with its submission",
            _ => $"`{failure.GetType().Name}`",
        };
        return item is null || failure is null ? said : $"{item.Outcome}, {said}";
    }
}
