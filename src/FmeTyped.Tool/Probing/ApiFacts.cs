using System.Text.Json;
using FmeTyped.Tool.Servers;

namespace FmeTyped.Tool.Probing;

/// <summary>The responses of one version of the REST API.</summary>
internal sealed record ApiFacts(int Version)
{
    public required RawResponse WrongToken { get; init; }

    /// <summary>Two pages of one repository each.</summary>
    public required RawResponse FirstRepository { get; init; }

    public required RawResponse SecondRepository { get; init; }

    /// <summary>The repositories whose names contain part of a known name in the other case; null if no name is known.</summary>
    public RawResponse? FilteredRepositories { get; init; }

    /// <summary>The repositories for a text that no name contains.</summary>
    public required RawResponse NoRepositories { get; init; }

    public required RawResponse Tokens { get; init; }

    /// <summary>The first page of the jobs that have ended.</summary>
    public required RawResponse Finished { get; init; }

    /// <summary>The record and the result of a job that has ended; null if there is none.</summary>
    public RawResponse? FinishedJob { get; init; }

    public RawResponse? FinishedResult { get; init; }

    /// <summary>The record and the result of a job that was queued or running at that time; null if there was none.</summary>
    public RawResponse? UnfinishedJob { get; init; }

    public RawResponse? UnfinishedResult { get; init; }

    /// <summary>A workspace, its parameters and its file; null if the token's user sees none.</summary>
    public RawResponse? Workspace { get; init; }

    public RawResponse? Parameters { get; init; }

    public RawResponse? File { get; init; }

    /// <summary>The parameters of the workspaces that the token's user sees.</summary>
    public IReadOnlyList<SeenParameter> SeenParameters { get; init; } = [];

    /// <param name="server">The server.</param>
    /// <param name="addresses">The version.</param>
    /// <param name="jobId">A job that was submitted for the probe; null to use any existing job.</param>
    /// <param name="unfinished">What is known of a job that has not ended.</param>
    /// <param name="sample">The workspace to examine; null if there is none.</param>
    /// <param name="workspaces">The workspaces whose parameters are examined.</param>
    /// <param name="cancellationToken">Cancels the requests.</param>
    public static async Task<ApiFacts> ReadAsync(
        RawServer server,
        ApiAddresses addresses,
        long? jobId,
        (RawResponse? Job, RawResponse? Result) unfinished,
        (string Repository, string Workspace)? sample,
        IReadOnlyList<SeenWorkspace> workspaces,
        CancellationToken cancellationToken)
    {
        RawResponse repositories = await server.GetAsync(addresses.Repositories(1, 0), cancellationToken).ConfigureAwait(false);
        RawResponse finished = await server.GetAsync(addresses.Finished, cancellationToken).ConfigureAwait(false);

        // A server of 2022 to 2024 has parts of version 4 without jobs in them.
        long? id = !finished.IsThere ? null : jobId ?? finished.Items?.Select(job => job.NumberOf("id")).FirstOrDefault();
        string? part = repositories.Items is [var first, ..] && first.TextOf("name") is { Length: > 2 } name ? SwapCase(name[1..]) : null;
        return new ApiFacts(addresses.Version)
        {
            WrongToken = await server.GetWithWrongTokenAsync(addresses.NoSuchThing, cancellationToken).ConfigureAwait(false),
            FirstRepository = repositories,
            SecondRepository = await server.GetAsync(addresses.Repositories(1, 1), cancellationToken).ConfigureAwait(false),
            FilteredRepositories = part is null ? null : await server.GetAsync(addresses.FilteredRepositories(part), cancellationToken).ConfigureAwait(false),
            NoRepositories = await server.GetAsync(addresses.FilteredRepositories("fmetyped-probe-nowhere"), cancellationToken).ConfigureAwait(false),
            Tokens = await server.GetAsync(addresses.Tokens, cancellationToken).ConfigureAwait(false),
            Finished = finished,
            FinishedJob = id is null ? null : await server.GetAsync(addresses.Job(id.Value), cancellationToken).ConfigureAwait(false),
            FinishedResult = id is null ? null : await server.GetAsync(addresses.Result(id.Value), cancellationToken).ConfigureAwait(false),
            UnfinishedJob = unfinished.Job,
            UnfinishedResult = unfinished.Result,
            Workspace = sample is null
                ? null
                : await server.GetAsync(addresses.Workspace(sample.Value.Repository, sample.Value.Workspace), cancellationToken).ConfigureAwait(false),
            Parameters = sample is null
                ? null
                : await server.GetAsync(addresses.Parameters(sample.Value.Repository, sample.Value.Workspace), cancellationToken).ConfigureAwait(false),
            File = sample is null
                ? null
                : await server.GetFileAsync(addresses.File(sample.Value.Repository, sample.Value.Workspace), cancellationToken).ConfigureAwait(false),
            SeenParameters = await SeenParameter.ReadAsync(server, addresses, workspaces, finished, cancellationToken).ConfigureAwait(false),
        };
    }

    /// <summary>A queued or running job, and its result at that time. Both are null if it ended in the meantime.</summary>
    public static async Task<(RawResponse? Job, RawResponse? Result)> ReadUnfinishedAsync(
        RawServer server, ApiAddresses addresses, long? jobId, CancellationToken cancellationToken)
    {
        long? id = jobId;
        foreach (FormattableString list in addresses.Unfinished)
        {
            id ??= (await server.GetAsync(list, cancellationToken).ConfigureAwait(false)).Items?.Select(job => job.NumberOf("id")).FirstOrDefault();
        }

        if (id is not { } known)
        {
            return default;
        }

        RawResponse record = await server.GetAsync(addresses.Job(known), cancellationToken).ConfigureAwait(false);
        RawResponse result = await server.GetAsync(addresses.Result(known), cancellationToken).ConfigureAwait(false);
        RawResponse after = await server.GetAsync(addresses.Job(known), cancellationToken).ConfigureAwait(false);
        return IsUnfinished(record) && IsUnfinished(after) ? (record, result) : default;
    }

    public static bool IsUnfinished(RawResponse record) =>
        record.Find("status") is { ValueKind: JsonValueKind.String } status
        && status.GetString()!.ToUpperInvariant() is "QUEUED" or "RUNNING" or "SUBMITTED" or "PULLED" or "DELAYED";

    private static string SwapCase(string text) =>
        string.Concat(text.Select(letter => char.IsUpper(letter) ? char.ToLowerInvariant(letter) : char.ToUpperInvariant(letter)));
}
