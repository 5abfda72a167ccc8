using System.Text.Json;

namespace FmeTyped;

/// <summary>Reads what both versions of the REST API tell of repositories and workspaces; they differ in the services only.</summary>
internal static class RepositoryRecords
{
    public static FmeRepositoryInfo ReadRepository(JsonElement json) => new()
    {
        Name = json.GetText("name") ?? "",
        Description = json.GetText("description") ?? "",
        Owner = json.GetWords("owner"),
        WorkspaceCount = json.GetInteger("workspaceCount"),
        Json = json,
    };

    /// <summary>A workspace.</summary>
    /// <param name="json">Its record.</param>
    /// <param name="repository">Its repository, where the record does not say.</param>
    public static FmeWorkspaceInfo ReadWorkspace(JsonElement json, string? repository) => new()
    {
        Repository = json.GetText("repositoryName") ?? repository ?? "",
        Name = json.GetText("name") ?? "",
        Title = json.GetText("title") ?? "",
        Description = json.GetText("description") ?? "",
        Owner = json.GetWords("userName") ?? json.GetWords("lastPublishUser"),
        LastSaved = json.GetTime("lastSaveDate"),
        LastPublished = json.GetTime("lastPublishDate"),
        Build = json.GetInteger("buildNumber") is > 0 and <= int.MaxValue and { } build ? (int)build : null,
        RunCount = json.GetInteger("totalRuns"),
        FileSize = json.GetInteger("fileSize"),
        Services = json.TryGetProperty("services", out JsonElement services) ? ServiceNames.Read(services) : null,
        Json = json,
    };
}
