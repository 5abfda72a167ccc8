using System.Text.Json;

namespace FmeTyped;

/// <summary>Reads what both versions of the REST API tell of the server's parts, under different names.</summary>
internal static class ServerRecords
{
    /// <summary>The licence, which version 4 calls by other names than version 3.</summary>
    public static FmeLicense ReadLicense(JsonElement json) => new()
    {
        IsLicensed = json.GetFlag("licensed") ?? json.GetFlag("isLicensed"),
        IsExpired = json.GetFlag("expired") ?? json.GetFlag("isLicenseExpired"),
        Expiration = json.GetWords("expiration") ?? json.GetWords("expiryDate"),
        MaximumEngines = json.GetInteger("maximumEngines"),
    };

    public static FmeEngineInfo ReadEngine(JsonElement json)
    {
        long? job = json.GetInteger("currentJobID") is > 0 and { } id ? id : null;
        return new()
        {
            Name = json.GetText("name") ?? json.GetText("instanceName") ?? "",
            Host = json.GetWords("hostname") ?? json.GetWords("hostName"),
            Type = json.GetWords("type"),
            State = json.GetWords("state") ?? (job is null ? "idle" : "runningJob"),
            Build = json.GetInteger("buildNumber") is > 0 and <= int.MaxValue and { } build ? (int)build : null,
            Platform = json.GetWords("platform"),
            CurrentJobId = job,
            Queues = json.GetTexts("assignedQueues") ?? [],
            Json = json,
        };
    }

    public static FmeQueueInfo ReadQueue(JsonElement json) => new()
    {
        Name = json.GetText("name") ?? "",
        Description = json.GetText("description") ?? "",
        Priority = json.GetInteger("priority"),
        IsDefault = json.GetFlag("default") ?? false,
        QueuedJobCount = json.GetInteger("queuedJobCount"),
        RunningJobCount = json.GetInteger("runningJobCount"),
        Engines = json.GetTexts("assignedEngines") ?? [],
        Json = json,
    };

    public static FmeTokenInfo ReadToken(JsonElement json) => new()
    {
        Id = json.GetText("id") ?? "",
        Name = json.GetText("name") ?? "",
        Description = json.GetText("description") ?? "",
        Owner = json.GetWords("owner"),
        Type = json.GetWords("type"),
        IsEnabled = json.GetFlag("enabled") ?? true,
        Created = json.GetTime("created"),
        Expires = json.GetTime("expiration"),
    };
}
