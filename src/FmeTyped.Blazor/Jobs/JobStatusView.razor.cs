using System.Globalization;
using FmeTyped.Blazor.Forms;
using FmeTyped.Blazor.Resources;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace FmeTyped.Blazor.Jobs;

/// <summary>What is known of a job so far.</summary>
public sealed partial class JobStatusView : ComponentBase, IDisposable
{
    // A page holds the end of a log; all of it is on the server.
    private const int MostLines = 500;

    // A response that is streamed must end, or a proxy ends it.
    private static readonly TimeSpan LongestStream = TimeSpan.FromMinutes(1);

    private readonly CancellationTokenSource _gone = new();
    private FmeJobRecord _record = null!;
    private string? _failure;
    private string? _firstError;
    private IReadOnlyCollection<string> _log = [];

    /// <summary>The job.</summary>
    [Parameter, EditorRequired]
    public FmeJob Job { get; set; } = null!;

    /// <summary>Its first record.</summary>
    [Parameter, EditorRequired]
    public FmeJobRecord First { get; set; } = null!;

    [Inject]
    private IServiceProvider Services { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    private string StatusText => _record.Status switch
    {
        { IsSuccess: true } when _record.FeatureCount is { } count => FormText.Get("JobSucceededCount", count),
        { IsSuccess: true } => FormText.Get("JobSucceeded"),
        { IsCancelled: true } => FormText.Get("JobCancelled"),
        { IsFailure: true } => FormText.Get("JobFailed"),
        { IsRunning: true } => FormText.Get("JobRunning"),
        { IsQueued: true } => FormText.Get("JobQueued"),
        var other => FormText.Get("JobUnknown", ShownText.From(other.Text)),
    };

    private string StatusClass => !_record.Status.IsFinal ? "fme-running" : _record.Status.IsSuccess ? "fme-succeeded" : "fme-failed";

    private string? Duration => _record is { TimeStarted: { } from, TimeFinished: { } to }
        ? FormText.Get("Seconds", (to - from).TotalSeconds.ToString("0.#", CultureInfo.CurrentCulture))
        : null;

    // Without the endpoint for downloads there is no link.
    private string? Download => _record is { Status.IsSuccess: true, ResultDatasetDownloadUrl: not null } && AddressOfResult() is { } path
        ? Navigation.ToAbsoluteUri(path.TrimStart('/')).AbsoluteUri
        : null;

    /// <summary>Stops the waiting. The job goes on.</summary>
    public void Dispose()
    {
        _gone.Cancel();
        _gone.Dispose();
    }

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        // Taken once: the source has no token any more when the view is disposed of between two calls.
        CancellationToken gone = _gone.Token;
        _record = First;
        try
        {
            await WatchAsync(gone);
            await ReadOutcomeAsync(gone);
        }
        catch (FmeWaitTimeoutException)
        {
            _failure = FormText.Get("JobStillRunning");
        }
        catch (FmeException failed)
        {
            _failure = ShownText.From(failed.Message);
        }
        catch (OperationCanceledException) when (gone.IsCancellationRequested)
        {
            // Nobody looks at it any more.
        }
    }

    private string? AddressOfResult() => Services.GetService<LinkGenerator>()?.GetPathByName(
        FmeDownloadEndpoint.Name, new { job = JobLink.Protect(Services, Job, FmeDownloadEndpoint.Name) });

    private async Task WatchAsync(CancellationToken gone)
    {
        if (!_record.Status.IsFinal)
        {
            var options = new FmeWaitOptions { Timeout = RendererInfo.IsInteractive ? null : LongestStream };
            await foreach (FmeJobRecord record in Job.WatchAsync(options, gone))
            {
                _record = record;
                StateHasChanged();
            }
        }

        // The job has ended. Waiting for it removes what was uploaded for it.
        await Job.WaitAsync(new FmeWaitOptions { ThrowOnFailure = false }, gone);
        _record = await Job.GetRecordAsync(gone);
    }

    private async Task ReadOutcomeAsync(CancellationToken gone)
    {
        try
        {
            if (!_record.Status.IsSuccess)
            {
                _firstError = (await Job.ExplainAsync(gone)).FirstError?.Message;
            }

            var lines = new Queue<string>();
            await foreach (string line in Job.ReadLogLinesAsync(gone))
            {
                if (lines.Count == MostLines)
                {
                    lines.Dequeue();
                }

                lines.Enqueue(ShownText.Shorten(line, 2000));
            }

            _log = lines;
        }
        catch (FmeNotFoundException)
        {
            // The server keeps no log of this job.
        }
    }
}
