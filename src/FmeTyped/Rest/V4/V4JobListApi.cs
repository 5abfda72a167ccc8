using System.Text.Json;

namespace FmeTyped;

/// <summary>Job lists in REST API version 4: one list, filtered by states. Source: the OpenAPI document.</summary>
internal sealed class V4JobListApi(ServerConnection connection) : JobListApi(connection)
{
    private static readonly (FmeJobStates State, string Word)[] FinishedStates =
        [(FmeJobStates.Succeeded, "success"), (FmeJobStates.Failed, "failure"), (FmeJobStates.Cancelled, "cancelled")];

    public override bool SortsFinished => true;

    // The filter takes the users' ids, which callers do not have.
    public override IEnumerable<string> Unfiltered(FmeJobQuery query) => query.UserName is null ? [] : [nameof(query.UserName)];

    protected override string PathOf(JobStage stage) => "/fmeapiv4/jobs";

    protected override IEnumerable<(string Name, string? Value)> Filters(JobStage stage, FmeJobQuery query) =>
    [
        .. WordsOf(stage, query.States).Select(word => ("status", (string?)word)),
        ("repository", query.Repository),
        ("workspace", query.Workspace),
        ("queue", query.Queue),
        ("sourceType", query.SourceType),
        ("sourceID", query.SourceId),
        ("sort", stage == JobStage.Finished ? "timeFinished_desc" : null),
    ];

    protected override FmeJobRecord? ReadRecord(JsonElement json) => V4Records.ReadRecord(json);

    private static IEnumerable<string> WordsOf(JobStage stage, FmeJobStates states) => stage switch
    {
        JobStage.Queued => ["queued"],
        JobStage.Running => ["running"],
        _ => FinishedStates.Where(entry => states.HasFlag(entry.State)).Select(entry => entry.Word),
    };
}
