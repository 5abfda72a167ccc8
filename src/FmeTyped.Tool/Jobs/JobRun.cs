using FmeTyped.Tool.Terminal;
using Microsoft.Extensions.Logging;
using static System.FormattableString;

namespace FmeTyped.Tool.Jobs;

/// <summary>Runs a workspace, and finds out how its job ended.</summary>
internal sealed class JobRun(FmeFlowClient client, Output output)
{
    private const int MostLogLines = 10;
    private const double BytesOfMegabyte = 1_000_000;

    /// <param name="request">What to run.</param>
    /// <param name="queue">The job queue; null if the server decides.</param>
    /// <param name="waits">Whether to wait for the end.</param>
    /// <param name="cancellationToken">Stops the waiting.</param>
    /// <exception cref="ToolException">It is not known whether there is a job, or how it ended.</exception>
    public async Task<RunReport> RunAsync(IFmeRequest request, string? queue, bool waits, CancellationToken cancellationToken)
    {
        FmeJob job = await SubmitAsync(request, queue, cancellationToken).ConfigureAwait(false);
        if (!waits)
        {
            return new RunReport(job.Id);
        }

        // Before the wait, so that the id stays on the screen if the wait is interrupted.
        output.Problem($"{job} of {request.Descriptor} was submitted.");
        FmeJobResult result = await WaitAsync(job, cancellationToken).ConfigureAwait(false);
        return result.Succeeded ? RunReport.From(result) : await ExplainAsync(job, result, cancellationToken).ConfigureAwait(false);
    }

    private async Task<FmeJob> SubmitAsync(IFmeRequest request, string? queue, CancellationToken cancellationToken)
    {
        try
        {
            return await WorkStatus.RunAsync(output, $"Submitting {request.Descriptor}", status => client.SubmitAsync(
                request,
                new FmeRunOptions { Queue = queue, UploadProgress = output.Terminal is null ? LineForEachFile() : ShownIn(status) },
                cancellationToken)).ConfigureAwait(false);
        }
        catch (FmeSubmissionUnknownException unknown)
        {
            output.Problem($"{unknown.Message.ReplaceLineEndings(" ")} Searching for the job.");
            return await FindAsync(unknown, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw new ToolException("Interrupted while the job was being submitted; fmetyped jobs shows whether it exists.", ExitCode.Interrupted);
        }
    }

    private ImmediateProgress<FmeUploadProgress> LineForEachFile()
    {
        string? uploading = null;
        return new(progress =>
        {
            if (progress.File != uploading)
            {
                uploading = progress.File;
                output.Problem($"Uploading {uploading}");
            }
        });
    }

    private static ImmediateProgress<FmeUploadProgress> ShownIn(IProgress<string> status) => new(progress =>
    {
        string total = progress.TotalBytes is { } all ? Invariant($" of {all / BytesOfMegabyte:0.0}") : "";
        status.Report(Invariant($"Uploading {progress.File}: {progress.BytesSent / BytesOfMegabyte:0.0}{total} MB"));
    });

    private async Task<FmeJob> FindAsync(FmeSubmissionUnknownException submission, CancellationToken cancellationToken)
    {
        try
        {
            return await client.FindSubmissionAsync(submission, cancellationToken).ConfigureAwait(false)
                ?? throw new ToolException("No job was submitted: none of the server's jobs is it. Run it again.", ExitCode.Unreachable);
        }
        catch (FmeSubmissionUnknownException unknown)
        {
            throw new ToolException(
                $"It is not known whether a job was submitted. {unknown.Message} Check with fmetyped jobs before you run it again.", ExitCode.Severe);
        }
    }

    private async Task<FmeJobResult> WaitAsync(FmeJob job, CancellationToken cancellationToken)
    {
        string follow = $"Follow it with fmetyped jobs and fmetyped log {job.Id}, or end it with fmetyped cancel {job.Id}.";
        try
        {
            return await JobProgress.RunAsync(
                output,
                job.ToString(),
                progress => job.WaitAsync(
                    new FmeWaitOptions { Timeout = Timeout.InfiniteTimeSpan, ThrowOnFailure = false, Progress = progress },
                    cancellationToken)).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw new ToolException($"Stopped waiting; {job} continues. {follow}", ExitCode.Interrupted);
        }
        catch (FmeException fault)
        {
            throw new ToolException(
                $"{fault.Message.ReplaceLineEndings(" ")} {job} may continue. {follow}",
                fault is FmeServerUnavailableException or FmeProtocolException ? ExitCode.Unreachable : ExitCode.Severe);
        }
    }

    /// <summary>A failed job, with the lines of its log that matter. The server's own message can contain a secret; that of the explanation does not.</summary>
    private async Task<RunReport> ExplainAsync(FmeJob job, FmeJobResult result, CancellationToken cancellationToken)
    {
        try
        {
            RunReport report = RunReport.From((await job.ExplainAsync(cancellationToken).ConfigureAwait(false)).Result);
            return report with { Succeeded = false, LogLines = await ReadProblemsAsync(job, report.Message, cancellationToken).ConfigureAwait(false) };
        }
        catch (FmeException fault)
        {
            // It is still known that the job failed.
            output.Problem($"The reason for the failure could not be read: {fault.Message.ReplaceLineEndings(" ")}");
            return RunReport.From(result) with { Message = null, LogLines = [] };
        }
    }

    private static async Task<IReadOnlyList<string>> ReadProblemsAsync(FmeJob job, string? told, CancellationToken cancellationToken)
    {
        var last = new Queue<string>(MostLogLines);
        try
        {
            await foreach (FmeLogEntry entry in job.ReadLogEntriesAsync(LogLevel.Warning, cancellationToken).ConfigureAwait(false))
            {
                if (entry.Message == told)
                {
                    continue;
                }

                if (last.Count == MostLogLines)
                {
                    last.Dequeue();
                }

                last.Enqueue(entry.ToString());
            }
        }
        catch (FmeNotFoundException)
        {
            // A job that no engine took has no log.
        }

        return [.. last];
    }
}
