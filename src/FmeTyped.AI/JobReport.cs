using System.Globalization;
using FmeTyped.Metadata;

namespace FmeTyped.AI;

/// <summary>How a job stands, in words for a model.</summary>
internal static class JobReport
{
    private const int LongestMessage = 1_000;
    private const int LongestLog = 2_000;
    private const int MostLines = 10;

    // A job that has ended is known to have by the first poll. This is longer than one request may take.
    private static readonly TimeSpan LongestLook = TimeSpan.FromMinutes(2);

    /// <summary>Reports on a job.</summary>
    /// <param name="job">The job.</param>
    /// <param name="statusTool">The tool that reports again later.</param>
    /// <param name="options">How the workspace is offered.</param>
    /// <param name="cancellationToken">Stops asking.</param>
    /// <returns>The report, and whether the job ended without success.</returns>
    /// <exception cref="FmeException">The server does not say.</exception>
    public static async Task<(string Text, bool HasFailed)> CreateAsync(
        StartedJob job, string statusTool, FmeToolOptions options, CancellationToken cancellationToken)
    {
        FmeJobRecord record = await job.Job!.GetRecordAsync(cancellationToken).ConfigureAwait(false);
        if (!record.Status.IsFinal)
        {
            return (Active(job, record.Status, statusTool), false);
        }

        job.IsOver = true;

        // It also deletes what was uploaded for the job.
        var wait = new FmeWaitOptions { Timeout = LongestLook, ThrowOnFailure = false };
        FmeJobResult result = await job.Job.WaitAsync(wait, cancellationToken).ConfigureAwait(false);
        return result.Succeeded ? (await SuccessAsync(job, record, result, options, cancellationToken).ConfigureAwait(false), false)
            : result.Status.IsCancelled ? ($"{job} was cancelled.{MessageOf(result)}", true)
            : (await FailureAsync(job, result, cancellationToken).ConfigureAwait(false), true);
    }

    /// <summary>What is said of a job that has not ended.</summary>
    public static string Active(StartedJob job, FmeJobStatus? status, string statusTool)
    {
        string state = status switch
        {
            { IsQueued: true } => "is queued",
            { IsRunning: true } => "is running",
            { Text.Length: > 0 } unknown => $"has the status '{DataText.Line(unknown.Text, 50)}', which is not known here",
            _ => "has not ended yet",
        };
        return $"{job} {state}. It goes on by itself: do not run it again. Call {statusTool} with the job {job.Id} later to see how it ended.";
    }

    private static async Task<string> SuccessAsync(
        StartedJob job, FmeJobRecord record, FmeJobResult result, FmeToolOptions options, CancellationToken cancellationToken)
    {
        string text = $"{job} succeeded.{CountsOf(result)}{MessageOf(result)}";
        return record.ResultDatasetDownloadUrl is { } address
            ? $"{text}\n{Masked(await ResultText.DescribeAsync(job.Job!, address, options.MaximumContentLength, cancellationToken).ConfigureAwait(false))}"
            : text;

        // The client masks what the server says, and leaves alone what a job wrote.
        string Masked(string shown) => job.Workspace.Parameters
            .Where(parameter => parameter.Kind == FmeParameterKind.Secret)
            .Select(parameter => options.FixedValues.TryGetValue(parameter.Name, out FmeParameterValue value) && !value.IsList ? value.Text : "")
            .Where(secret => secret.Length > 0)
            .Aggregate(shown, (text, secret) => text.Replace(secret, "***", StringComparison.Ordinal));
    }

    private static async Task<string> FailureAsync(StartedJob job, FmeJobResult result, CancellationToken cancellationToken)
    {
        FmeJobExplanation explanation;
        try
        {
            explanation = await job.Job!.ExplainAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (FmeException error)
        {
            // A message that may hold a secret is shown only as the explanation masks it.
            return $"{job} failed. The reason could not be read. {TroubleText.From(error)}";
        }

        string text = $"{job} failed.{CountsOf(explanation.Result)}{MessageOf(explanation.Result)}";
        if (explanation.FirstError is { } first)
        {
            text += $"\n{DataText.Block("The first error of its log", first.Message, LongestMessage)}";
        }

        return explanation.LastLines.Count == 0 ? text
            : $"{text}\n{DataText.Block("The end of its log", string.Join('\n', explanation.LastLines.TakeLast(MostLines)), LongestLog)}";
    }

    private static string CountsOf(FmeJobResult result) => string.Concat(
        result.FeatureCount is { } features ? string.Create(CultureInfo.InvariantCulture, $" It wrote {features} features.") : "",
        result.WarningCount > 0 ? string.Create(CultureInfo.InvariantCulture, $" Its log has {result.WarningCount} warnings.") : "",
        result.ErrorCount > 0 ? string.Create(CultureInfo.InvariantCulture, $" Its log has {result.ErrorCount} errors.") : "");

    private static string MessageOf(FmeJobResult result) =>
        result.StatusMessage is { Length: > 0 } message ? $"\n{DataText.Block("The server's message", message, LongestMessage)}" : "";
}
