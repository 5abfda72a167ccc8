using FmeTyped.Tool.Servers;
using FmeTyped.Tool.Terminal;

namespace FmeTyped.Tool.Probing;

/// <summary>Sends the requests that the probes need: only GETs, unless the user names a workspace that may run once.</summary>
internal sealed class ProbeRunner(RawServer raw, FmeFlowClient client)
{
    /// <summary>A parameter that no workspace has.</summary>
    private const string UnknownParameter = "FMETYPED_PROBE_UNKNOWN";

    private static readonly TimeSpan LongestRun = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan LongestArrival = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(1);

    /// <param name="workspace">The workspace that may run once, with its defaults; null for none.</param>
    /// <param name="cancellationToken">Cancels the requests.</param>
    /// <exception cref="ToolException">The server does not accept the token, or refuses to run the workspace.</exception>
    public async Task<ServerFacts> RunAsync(FmeWorkspaceDescriptor? workspace, CancellationToken cancellationToken)
    {
        int? build = await new FmeFlowAdministration(client).GetBuildAsync(cancellationToken).ConfigureAwait(false);
        ApiAddresses[] versions = [.. await FindVersionsAsync(cancellationToken).ConfigureAwait(false)];
        var seen = new Dictionary<int, IReadOnlyList<SeenWorkspace>>();
        foreach (ApiAddresses version in versions)
        {
            seen[version.Version] = await SeenWorkspace.ReadAsync(raw, version, cancellationToken).ConfigureAwait(false);
        }

        (string, string)? sample = workspace is not null ? (workspace.Repository, workspace.Workspace)
            : versions is [.., var latest] ? FindSample(seen[latest.Version])
            : null;
        (FmeJob Job, bool IsUnknownNameTaken)? submitted = workspace is null ? null : await SubmitAsync(workspace, cancellationToken).ConfigureAwait(false);
        var unfinished = new Dictionary<int, (RawResponse?, RawResponse?)>();
        foreach (ApiAddresses version in versions)
        {
            unfinished[version.Version] = await ApiFacts.ReadUnfinishedAsync(raw, version, submitted?.Job.Id, cancellationToken).ConfigureAwait(false);
        }

        bool hasLongPoll = versions.Contains(ApiAddresses.V4) && build >= 25606;
        (JobFacts? job, LongPollFacts? longPoll) = submitted is { } known
            ? await FollowAsync(known.Job, known.IsUnknownNameTaken, workspace!, hasLongPoll, cancellationToken).ConfigureAwait(false)
            : (null, null);
        var facts = new Dictionary<int, ApiFacts>();
        foreach (ApiAddresses version in versions)
        {
            facts[version.Version] = await ApiFacts
                .ReadAsync(raw, version, job?.Id, unfinished[version.Version], sample, seen[version.Version], cancellationToken)
                .ConfigureAwait(false);
        }

        return new ServerFacts
        {
            VersionWithoutToken = await raw.GetWithoutTokenAsync($"/fmeinfo/version", cancellationToken).ConfigureAwait(false),
            Build = build,
            V3 = facts.GetValueOrDefault(3),
            V4 = facts.GetValueOrDefault(4),
            Discovery = new Dictionary<string, RawResponse>
            {
                ["repositories"] = await raw.GetAsync($"/fmeapiv4/repositories?limit=1", cancellationToken).ConfigureAwait(false),
                ["workspaces"] = await raw.GetAsync($"/fmeapiv4/workspaces?limit=1", cancellationToken).ConfigureAwait(false),
                ["engines"] = await raw.GetAsync($"/fmeapiv4/engines?limit=1", cancellationToken).ConfigureAwait(false),
                ["tokens"] = await raw.GetAsync($"/fmeapiv4/tokens?limit=1", cancellationToken).ConfigureAwait(false),
            },
            TrailingSlash = await raw.GetAsync($"/fmeapiv4/repositories/", cancellationToken).ConfigureAwait(false),
            ClockDifference = raw.ClockDifference,
            Log = await ReadLogAsync(job?.Id ?? NewestJob(facts.Values), cancellationToken).ConfigureAwait(false),
            Job = job,
            LongPoll = longPoll,
        };
    }

    private async Task<IReadOnlyList<ApiAddresses>> FindVersionsAsync(CancellationToken cancellationToken)
    {
        var found = new List<ApiAddresses>();
        foreach (ApiAddresses version in (ApiAddresses[])[ApiAddresses.V3, ApiAddresses.V4])
        {
            if ((await raw.GetAsync(version.There, cancellationToken).ConfigureAwait(false)).IsThere)
            {
                found.Add(version);
                if ((await raw.GetAsync(version.Repositories(1, 0), cancellationToken).ConfigureAwait(false)).Status == 401)
                {
                    throw new ToolException("The server does not accept the token. Check that it is right, enabled and not expired.");
                }
            }
        }

        return found;
    }

    // The first one with published parameters, otherwise the first one.
    private static (string, string)? FindSample(IReadOnlyList<SeenWorkspace> workspaces) =>
        workspaces.OrderByDescending(workspace => workspace.Records.Count > 0).FirstOrDefault() is { } found ? (found.Repository, found.Name) : null;

    private async Task<(FmeJob, bool)> SubmitAsync(FmeWorkspaceDescriptor workspace, CancellationToken cancellationToken)
    {
        var request = new DefaultsRequest(workspace);
        try
        {
            var withUnknown = new FmeRunOptions { ExtraParameters = new Dictionary<string, FmeParameterValue> { [UnknownParameter] = "probe" } };
            return (await client.SubmitAsync(request, withUnknown, cancellationToken).ConfigureAwait(false), true);
        }
        catch (FmeParametersRefusedException)
        {
            // A refused submission creates no job, so this is the first one. If it is refused again, the workspace needs parameters.
            return (await client.SubmitAsync(request, cancellationToken).ConfigureAwait(false), false);
        }
    }

    private async Task<(JobFacts, LongPollFacts?)> FollowAsync(
        FmeJob job, bool isUnknownNameTaken, FmeWorkspaceDescriptor workspace, bool hasLongPoll, CancellationToken cancellationToken)
    {
        long start = TimeProvider.System.GetTimestamp();
        TimeSpan? shownAfter = null;
        while (shownAfter is null && TimeProvider.System.GetElapsedTime(start) < LongestArrival)
        {
            var query = new FmeJobQuery { Repository = workspace.Repository, Workspace = workspace.Workspace,
                SubmittedFrom = TimeProvider.System.GetUtcNow() - TimeSpan.FromHours(2) };
            if (await client.ListJobsAsync(query, cancellationToken).AnyAsync(record => record.Id == job.Id, cancellationToken).ConfigureAwait(false))
            {
                shownAfter = TimeProvider.System.GetElapsedTime(start);
            }
            else
            {
                await Task.Delay(BetweenLooks, cancellationToken).ConfigureAwait(false);
            }
        }

        LongPollFacts? longPoll = hasLongPoll ? await LongPollFacts.ReadAsync(raw, job.Id, cancellationToken).ConfigureAwait(false) : null;
        await job.WaitAsync(new FmeWaitOptions { ThrowOnFailure = false, Timeout = LongestRun }, cancellationToken).ConfigureAwait(false);
        return (new JobFacts(job.Id, isUnknownNameTaken, shownAfter), longPoll);
    }

    private async Task<LogFacts?> ReadLogAsync(long? id, CancellationToken cancellationToken)
    {
        if (id is not { } known)
        {
            return null;
        }

        int lines = 0;
        int withBars = 0;
        try
        {
            await foreach (string line in client.GetJob(known).ReadLogLinesAsync(cancellationToken).ConfigureAwait(false))
            {
                lines++;
                withBars += LogFacts.HasBars(line) ? 1 : 0;
            }
        }
        catch (Exception fault) when (fault is FmeNotFoundException or FmeForbiddenException)
        {
            return null;
        }

        return lines == 0 ? null : new LogFacts(lines, withBars);
    }

    private static long? NewestJob(IEnumerable<ApiFacts> apis) =>
        apis.Select(api => api.FinishedJob?.Find("id") is { ValueKind: System.Text.Json.JsonValueKind.Number } id ? id.GetInt64() : (long?)null)
            .FirstOrDefault(id => id is not null);

    /// <summary>A workspace with its defaults.</summary>
    private sealed class DefaultsRequest(FmeWorkspaceDescriptor workspace) : IFmeRequest
    {
        public FmeWorkspaceDescriptor Descriptor => workspace;

        public void Write(FmeParameterWriter writer)
        {
        }
    }
}
