using System.Collections.Concurrent;

namespace FmeTyped;

/// <summary>
/// Searches for a submission whose response was lost, by the key in its job's directives. It reports that there is no job only if it has seen every job that
/// could be the one; otherwise the result is "cannot tell".
/// </summary>
internal sealed class SubmissionFinder(JobServices services)
{
    // How long a submission that has arrived may take to be listed, how far a server's clock may be off, and how long
    // records are guaranteed to be kept: A061.
    private static readonly TimeSpan Arrival = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan ClockDifference = TimeSpan.FromHours(1);
    private static readonly TimeSpan Keeping = TimeSpan.FromDays(1);

    // Limits, so that a search always ends, even on a server with an endless list.
    private static readonly TimeSpan LongestSearch = TimeSpan.FromMinutes(15);

    private const int PageSize = 200;
    private const int MostListed = 200_000;
    private const int MostRecords = 10_000;

    // The directives of single records. They never change, so one finder reads each record once, however many searches it makes.
    private readonly ConcurrentDictionary<long, IReadOnlyDictionary<string, string>> _directives = new();

    /// <summary>Searches for a submission, and once more if it is not listed yet.</summary>
    public async Task<SubmissionSearch> FindAsync(SubmissionTrace trace, CancellationToken cancellationToken)
    {
        using var limit = new TimeLimit(LongestSearch, services.TimeProvider, cancellationToken);
        try
        {
            SubmissionSearch first = await SearchAsync(trace, limit.Token).ConfigureAwait(false);
            if (first.Job is not null)
            {
                return first;
            }

            await Task.Delay(Arrival, services.TimeProvider, limit.Token).ConfigureAwait(false);
            return await SearchAsync(trace, limit.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (limit.IsOver)
        {
            return SubmissionSearch.Unknown($"the server's jobs could not be searched within {LongestSearch.TotalMinutes} minutes.");
        }
        catch (OperationCanceledException cancellation) when (cancellationToken.IsCancellationRequested)
        {
            throw cancellation is FmeOperationCanceledException { InnerException: FmeException underWay }
                ? new FmeOperationCanceledException(cancellation.Message, underWay, cancellationToken)
                : new OperationCanceledException(cancellation.Message, cancellation.InnerException, cancellationToken);
        }
        catch (FmeException failure) when (failure is not FmeServerUnavailableException)
        {
            return SubmissionSearch.Unknown($"the server's jobs could not be searched. {failure.Message}");
        }
    }

    private async Task<SubmissionSearch> SearchAsync(SubmissionTrace trace, CancellationToken cancellationToken)
    {
        var notes = new JobListNotes { MostJobs = MostListed };
        var query = new FmeJobQuery
        {
            Repository = trace.Repository,
            Workspace = trace.Workspace,
            SubmittedFrom = trace.TimeSent - ClockDifference,
            PageSize = PageSize,
        };
        int recordsRead = 0;
        int silent = 0;
        bool isRepeated = false;
        await foreach (FmeJobRecord listed in services.Lister.ListAsync(query, notes, cancellationToken).ConfigureAwait(false))
        {
            if ((listed.Directives ?? _directives.GetValueOrDefault(listed.Id)) is not { } directives)
            {
                if (++recordsRead > MostRecords)
                {
                    return SubmissionSearch.Unknown($"there are more than {MostRecords} jobs that it might be.");
                }

                try
                {
                    IJobApi api = await services.Jobs.ForAsync(FirstV4Build.ForRecord, cancellationToken).ConfigureAwait(false);
                    FmeJobRecord record = await api.GetRecordAsync(listed.Id, Timeout.InfiniteTimeSpan, cancellationToken).ConfigureAwait(false);
                    if (record.Directives is null)
                    {
                        silent++;
                        continue;
                    }

                    directives = record.Directives;
                    _directives[listed.Id] = directives;
                }
                catch (FmeNotFoundException missing) when (missing.IsServersOwn)
                {
                    return SubmissionSearch.Unknown($"the record of job {listed.Id}, which it might be, was removed during the search.");
                }
            }

            isRepeated |= directives.Count > 0;
            if (KeyIn(directives) == trace.CorrelationKey)
            {
                services.Redactor.Found(trace.CorrelationKey, listed.Id);
                return SubmissionSearch.Found(new FmeJob(
                    new FmeJobHandle
                    {
                        ServerUrl = services.ServerUrl,
                        Id = listed.Id,
                        Repository = trace.Repository,
                        Workspace = trace.Workspace,
                        CorrelationKey = trace.CorrelationKey,
                        TimeSubmitted = listed.TimeSubmitted ?? listed.TimeQueued ?? trace.TimeSent,
                    },
                    services)
                {
                    Descriptor = trace.Descriptor,
                });
            }
        }

        // A server that reports directives for some jobs reports them for all jobs that have any, as ours does.
        return silent > 0 && !isRepeated
            ? SubmissionSearch.Unknown($"the server does not repeat the directives of jobs, and {silent} jobs might be it.")
            : notes.MayLackJobs
                ? SubmissionSearch.Unknown("the server's list of jobs could not be read completely.")
                : services.TimeProvider.GetUtcNow() - trace.TimeSent > Keeping
                    ? SubmissionSearch.Unknown("none of the server's jobs is it, but it was sent so long ago that its record may have been cleaned up.")
                    : SubmissionSearch.Absent;
    }

    // A download's directives are sent with a prefix. It is not known whether the record has the prefix too: A087.
    private static string? KeyIn(IReadOnlyDictionary<string, string> directives) =>
        directives.GetValueOrDefault(FmeRunOptions.CorrelationDirective)
        ?? directives.GetValueOrDefault(InstructionNames.OfDirective(FmeRunOptions.CorrelationDirective));
}
