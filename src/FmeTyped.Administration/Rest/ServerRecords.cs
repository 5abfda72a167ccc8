using System.Text.Json;

namespace FmeTyped.Administration;

/// <summary>Reads what both versions of the REST API report about the server's parts, under different names.</summary>
internal static class ServerRecords
{
    public static readonly ErrorContext ListingResources = new("list the shared resources")
    {
        Hints = new ErrorHints { NeededPermission = "access to Resources" },
    };

    /// <summary>The licence, whose members have different names in versions 3 and 4.</summary>
    public static FmeLicense ReadLicense(JsonElement json) => new()
    {
        IsLicensed = json.GetFlag("licensed"u8) ?? json.GetFlag("isLicensed"u8),
        IsExpired = json.GetFlag("expired"u8) ?? json.GetFlag("isLicenseExpired"u8),
        Expiration = json.GetNonBlankText("expiration"u8) ?? json.GetNonBlankText("expiryDate"u8),
        MaximumEngines = json.GetInteger("maximumEngines"u8),
    };

    public static FmeEngineInfo ReadEngine(JsonElement json)
    {
        long? job = json.GetInteger("currentJobID"u8) is > 0 and { } id ? id : null;
        return new()
        {
            Name = json.GetText("name"u8) ?? json.GetText("instanceName"u8) ?? "",
            Host = json.GetNonBlankText("hostname"u8) ?? json.GetNonBlankText("hostName"u8),
            Type = json.GetNonBlankText("type"u8),
            State = json.GetNonBlankText("state"u8) ?? (job is null ? "idle" : "runningJob"),
            Build = json.GetInteger("buildNumber"u8) is > 0 and <= int.MaxValue and { } build ? (int)build : null,
            Platform = json.GetNonBlankText("platform"u8),
            CurrentJobId = job,
            Queues = json.GetTexts("assignedQueues"u8) ?? [],
            Json = json,
        };
    }

    public static FmeResourceConnection ReadResourceConnection(JsonElement json) => new()
    {
        Name = json.GetText("name"u8) ?? "",
        DisplayName = json.GetNonBlankText("displayName"u8),
        Type = json.GetNonBlankText("type"u8),
        Description = json.GetNonBlankText("description"u8),
    };

    public static FmeQueueInfo ReadQueue(JsonElement json) => new()
    {
        Name = json.GetText("name"u8) ?? "",
        Description = json.GetText("description"u8) ?? "",
        Priority = json.GetInteger("priority"u8),
        IsDefault = json.GetFlag("default"u8) ?? false,
        QueuedJobCount = json.GetInteger("queuedJobCount"u8),
        RunningJobCount = json.GetInteger("runningJobCount"u8),
        Engines = json.GetTexts("assignedEngines"u8) ?? [],
        Json = json,
    };
}
