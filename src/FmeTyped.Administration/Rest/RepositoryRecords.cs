using System.Text.Json;

namespace FmeTyped.Administration;

/// <summary>Reads what both versions of the REST API report about repositories and workspaces; only the services differ.</summary>
internal static class RepositoryRecords
{
    public static FmeRepositoryInfo ReadRepository(JsonElement json) => new()
    {
        Name = json.GetText("name"u8) ?? "",
        Description = json.GetText("description"u8) ?? "",
        Owner = json.GetNonBlankText("owner"u8),
        WorkspaceCount = json.GetInteger("workspaceCount"u8),
        Json = json,
    };

    /// <summary>A workspace.</summary>
    /// <param name="json">Its record.</param>
    /// <param name="repository">Its repository, if the record does not have it.</param>
    public static FmeWorkspaceInfo ReadWorkspace(JsonElement json, string? repository) => new()
    {
        Repository = json.GetText("repositoryName"u8) ?? repository ?? "",
        Name = json.GetText("name"u8) ?? "",
        Title = json.GetText("title"u8) ?? "",
        Description = json.GetText("description"u8) ?? "",
        Owner = json.GetNonBlankText("userName"u8) ?? json.GetNonBlankText("lastPublishUser"u8),
        LastSaved = json.GetTime("lastSaveDate"u8),
        LastPublished = json.GetTime("lastPublishDate"u8),
        Build = json.GetInteger("buildNumber"u8) is > 0 and <= int.MaxValue and { } build ? (int)build : null,
        RunCount = json.GetInteger("totalRuns"u8),
        FileSize = json.GetInteger("fileSize"u8),
        Services = json.TryGetProperty("services", out JsonElement services) ? RegisteredServices.Read(services) : null,
        Json = json,
    };
}
