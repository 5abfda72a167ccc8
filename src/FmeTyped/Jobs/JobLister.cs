using System.Runtime.CompilerServices;

namespace FmeTyped;

/// <summary>
/// Reads lists of jobs page by page. The list can change between two pages, so pages overlap: if a page has no job that was seen before, jobs have
/// left the list and some may have been skipped.
/// </summary>
internal sealed class JobLister(ApiVersionSelector<IJobListApi> lists)
{
    private const int MostStepsBack = 5;

    // Pages without new jobs occur when many jobs are added at the start of the list, but not forever.
    private const int MostStalePages = 20;

    /// <summary>Lists jobs, each once: queued, then running, then ended jobs.</summary>
    /// <param name="query">The query, which was checked and has the server's names.</param>
    /// <param name="notes">Records how reading went.</param>
    /// <param name="cancellationToken">The caller's token.</param>
    public async IAsyncEnumerable<FmeJobRecord> ListAsync(FmeJobQuery query, JobListNotes notes, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        IJobListApi api = await lists.ForAsync(FirstV4Build.ForJobList, cancellationToken).ConfigureAwait(false);
        notes.ScanFor(api.Unfiltered(query));
        notes.ScanFor(UnsortedWindow(query, api.SortsFinished));
        HashSet<long> seen = [];
        foreach (JobStage stage in StagesOf(query))
        {
            await foreach (FmeJobRecord record in ReadStageAsync(api, stage, query, notes, cancellationToken).ConfigureAwait(false))
            {
                if (seen.Add(record.Id) && Matches(record, query, stage))
                {
                    yield return record;
                }
            }
        }
    }

    private static IEnumerable<JobStage> StagesOf(FmeJobQuery query)
    {
        bool hasEnded = query.FinishedFrom is not null || query.FinishedTo is not null;
        if (query.States.HasFlag(FmeJobStates.Queued) && !hasEnded)
        {
            yield return JobStage.Queued;
        }

        if (query.States.HasFlag(FmeJobStates.Running) && !hasEnded)
        {
            yield return JobStage.Running;
        }

        if ((query.States & FmeJobStates.Finished) != 0)
        {
            yield return JobStage.Finished;
        }
    }

    // In a sorted list the latest ends come first, so reading stops at EndedFrom, and pages up to EndedBefore must be read.
    private static IEnumerable<string> UnsortedWindow(FmeJobQuery query, bool isSorted) =>
        from bound in new (string Name, DateTimeOffset? Time, bool IsBeginning)[]
        {
            (nameof(query.SubmittedFrom), query.SubmittedFrom, true),
            (nameof(query.SubmittedTo), query.SubmittedTo, false),
            (nameof(query.FinishedFrom), query.FinishedFrom, true),
            (nameof(query.FinishedTo), query.FinishedTo, false),
        }
        where bound.Time is not null && !(bound.IsBeginning && isSorted)
        select bound.Name;

    private static async IAsyncEnumerable<FmeJobRecord> ReadStageAsync(
        IJobListApi api, JobStage stage, FmeJobQuery query, JobListNotes notes, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        HashSet<long> read = [];
        long offset = 0;
        int overlap = 0;
        int stepsBack = 0;
        int stalePages = 0;
        long[] previous = [];
        while (true)
        {
            JobPage page = await api.GetPageAsync(stage, query, offset, cancellationToken).ConfigureAwait(false);
            notes.Add(page, query.PageSize);
            FmeJobRecord[] fresh = [.. page.Records.Where(record => read.Add(record.Id))];
            foreach (FmeJobRecord record in fresh)
            {
                yield return record;
            }

            bool isCutLoose = overlap > 0 && offset > 0 && fresh.Length == page.Records.Count;
            long end = offset + page.Count;
            if (isCutLoose && stepsBack < MostStepsBack)
            {
                stepsBack++;
                overlap = (int)Math.Min(query.PageSize, offset);
                offset -= overlap;
                continue;
            }

            // A server that ignores the offset returns the same page again, or the same few.
            long[] ids = [.. page.Records.Select(record => record.Id)];
            stalePages = fresh.Length > 0 ? 0 : stalePages + 1;
            bool isRepeated = fresh.Length == 0 && (page.Total is null || stalePages > MostStalePages || (ids.Length > 0 && ids.SequenceEqual(previous)));
            previous = ids;
            bool isShort = page.Total is { } total ? isRepeated ? read.Count < total : page.Count == 0 && offset < total : isRepeated && page.Count > overlap;
            notes.MayLackJobs |= isCutLoose || isShort;
            if (isRepeated || page.Count == 0 || end >= page.Total || IsBeforeWindow(page, api, query, stage, notes))
            {
                yield break;
            }

            if (notes.IsTooLong)
            {
                throw TooLong(notes);
            }

            overlap = Math.Min((query.PageSize + 9) / 10, page.Count - 1);
            offset = end - overlap;
        }
    }

    private static FmeProtocolException TooLong(JobListNotes notes)
    {
        var context = new ErrorContext("list the jobs");
        return new FmeProtocolException(
            $"Could not {context.Operation} to their end: the server has shown {notes.JobsRead}, and there are still more. "
                + "Ask for fewer, by their state, repository, workspace or queue.",
            context);
    }

    // Only a page that is verified to be sorted may end the reading.
    private static bool IsBeforeWindow(JobPage page, IJobListApi api, FmeJobQuery query, JobStage stage, JobListNotes notes)
    {
        if (stage != JobStage.Finished || !api.SortsFinished || Later(query.SubmittedFrom, query.FinishedFrom) is not { } from)
        {
            return false;
        }

        DateTimeOffset[] ends = [.. page.Records.Select(record => record.TimeFinished).OfType<DateTimeOffset>()];
        if (!ends.SequenceEqual(ends.OrderDescending()))
        {
            notes.ScanFor(query.FinishedFrom is null ? [nameof(query.SubmittedFrom)] : [nameof(query.FinishedFrom)]);
            return false;
        }

        return ends.Length > 1 && ends[^1] < from;
    }

    private static DateTimeOffset? Later(DateTimeOffset? one, DateTimeOffset? other) => one is null || other > one ? other : one;

    // Everything is compared again, because a server may ignore a filter that it does not know. A value that is missing in the record counts as a match.
    private static bool Matches(FmeJobRecord record, FmeJobQuery query, JobStage stage) =>
        IsIn(record.Status, query.States, stage)
        && Is(record.Repository, query.Repository)
        && Is(record.Workspace, query.Workspace)
        && Is(record.Queue, query.Queue)
        && Is(record.SourceType, query.SourceType)
        && Is(record.SourceId, query.SourceId)
        && Is(record.UserName, query.UserName)
        && IsWithin(record.TimeSubmitted ?? record.TimeQueued, query.SubmittedFrom, query.SubmittedTo)
        && IsWithin(record.TimeFinished, query.FinishedFrom, query.FinishedTo);

    private static bool Is(string? value, string? wanted) =>
        wanted is null || value is null || string.Equals(value, wanted, StringComparison.OrdinalIgnoreCase);

    private static bool IsWithin(DateTimeOffset? time, DateTimeOffset? from, DateTimeOffset? to) =>
        time is null || ((from is null || time >= from) && (to is null || time < to));

    // A job with an unknown status belongs to the stage in which the server lists it.
    private static bool IsIn(FmeJobStatus status, FmeJobStates states, JobStage stage) => (states & status switch
    {
        { IsQueued: true } => FmeJobStates.Queued,
        { IsRunning: true } => FmeJobStates.Running,
        { IsSuccess: true } => FmeJobStates.Succeeded,
        { IsCancelled: true } => FmeJobStates.Cancelled,
        { IsFinal: true } => FmeJobStates.Failed,
        _ => stage switch
        {
            JobStage.Queued => FmeJobStates.Queued,
            JobStage.Running => FmeJobStates.Running,
            _ => FmeJobStates.Finished,
        },
    }) != 0;
}
