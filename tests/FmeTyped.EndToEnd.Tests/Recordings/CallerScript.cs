using FmeTyped.EndToEnd.Tests.Fme.Vault;
using FmeTyped.EndToEnd.Tests.Secrets;
using FmeTyped.Testing;

namespace FmeTyped.EndToEnd.Tests.Recordings;

/// <summary>What a program does with an FME Flow, step by step, and what comes of each step.</summary>
internal static class CallerScript
{
    public const string Result = "Road;Length\nBroad Street;812\n";

    /// <summary>What comes of the steps.</summary>
    public static IReadOnlyList<string> Expected { get; } =
    [
        "submitted job 1",
        "followed to success, 812 features",
        "read a record of success, and a log",
        "failed with No such layer.",
        "cancelled the endless one",
        $"streamed {Result.Length} characters",
        "downloaded a .zip of more than 100 bytes",
    ];

    /// <summary>Has the emulator end the jobs of the steps as they need it.</summary>
    public static void Prepare(FmeFlowEmulator flow) => flow.OnRun<Open>(request =>
        request.Level == 3 ? FmeJobOutcome.Failure("No such layer.")
        : request.Level == 4 ? FmeJobOutcome.NeverEnds()
        : FmeJobOutcome.Success(("Roads", 812)) with { Files = [FmeResultFile.From("roads.csv", Result)] });

    public static async Task<IReadOnlyList<string>> RunAsync(FmeFlowClient fme, CancellationToken cancellationToken)
    {
        List<string> steps = [];
        FmeJob job = await fme.SubmitAsync(Operations.Request(), cancellationToken);
        steps.Add($"submitted job {job.Id}");
        FmeJobResult end = await job.WaitAsync(cancellationToken: cancellationToken);
        steps.Add($"followed to {WordFor(end.Status)}, {end.FeatureCount} features");
        FmeJobRecord record = await job.GetRecordAsync(cancellationToken);
        string log = await job.GetLogAsync(cancellationToken);
        steps.Add($"read a record of {WordFor(record.Status)}, and {(log.Contains('|', StringComparison.Ordinal) ? "a log" : "no log")}");

        FmeJobFailedException failure =
            await Assert.ThrowsAsync<FmeJobFailedException>(() => fme.RunAsync(Operations.Request() with { Level = 3 }, cancellationToken));
        steps.Add($"failed with {failure.Result.StatusMessage}");

        FmeJob endless = await fme.SubmitAsync(Operations.Request() with { Level = 4 }, cancellationToken);
        await endless.CancelAsync(cancellationToken);
        FmeJobRecord cancelled = await endless.GetRecordAsync(cancellationToken);
        steps.Add(cancelled.Status.IsFinal && !cancelled.Status.IsSuccess ? "cancelled the endless one" : $"did not cancel: {cancelled.Status}");

        await using (FmeDownload stream = await fme.StreamAsync(Operations.Request(), cancellationToken))
        {
            using var reader = new StreamReader(stream.Content);
            steps.Add($"streamed {(await reader.ReadToEndAsync(cancellationToken)).Length} characters");
        }

        await using (FmeDownload download = await fme.DownloadAsync(Operations.Request(), cancellationToken))
        {
            using var content = new MemoryStream();
            await download.CopyToAsync(content, cancellationToken);
            steps.Add($"downloaded a {Path.GetExtension(download.FileName)} of {(content.Length > 100 ? "more" : "less")} than 100 bytes");
        }

        return steps;
    }

    // Version 3 writes it in capitals.
    private static string WordFor(FmeJobStatus status) => status.IsSuccess ? "success" : $"{status}";
}
