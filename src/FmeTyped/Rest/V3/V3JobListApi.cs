using System.Text.Json;

namespace FmeTyped;

/// <summary>Job lists in REST API version 3: one for each stage, in an undocumented order.</summary>
internal sealed class V3JobListApi(ServerConnection connection) : JobListApi(connection)
{
    public override bool SortsFinished => false;

    public override IEnumerable<string> Unfiltered(FmeJobQuery query)
    {
        if (query.Queue is not null)
        {
            yield return nameof(query.Queue);
        }

        if ((query.States & FmeJobStates.Finished) is not 0 and not FmeJobStates.Finished)
        {
            yield return nameof(query.States);
        }
    }

    protected override string PathOf(JobStage stage) => "/fmerest/v3/transformations/jobs/" + stage switch
    {
        JobStage.Queued => "queued",
        JobStage.Running => "running",
        _ => "completed",
    };

    protected override IEnumerable<(string Name, string? Value)> Filters(JobStage stage, FmeJobQuery query) =>
    [
        ("repository", query.Repository),
        ("workspace", query.Workspace),
        ("userName", query.UserName),
        ("sourceType", query.SourceType),
        ("sourceID", query.SourceId),
    ];

    protected override FmeJobRecord? ReadRecord(JsonElement json) => V3Records.ReadRecord(json);
}
