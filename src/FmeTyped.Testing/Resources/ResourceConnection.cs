namespace FmeTyped.Testing;

/// <summary>
/// A connection for shared files. The names are those that a real client (dss-fme) lists, and FME_SHAREDRESOURCE_SYSTEM, below which
/// another client finds uploaded data.
/// </summary>
/// <param name="Name">Its name, such as FME_SHAREDRESOURCE_TEMP.</param>
/// <param name="DisplayName">Its display name.</param>
internal sealed record ResourceConnection(string Name, string DisplayName)
{
    public const string SystemName = "FME_SHAREDRESOURCE_SYSTEM";

    public static readonly IReadOnlyList<ResourceConnection> All =
    [
        new("FME_SHAREDRESOURCE_BACKUP", "Backup"),
        new("FME_SHAREDRESOURCE_DATA", "Data"),
        new("FME_SHAREDRESOURCE_ENGINE", "Engine"),
        new("FME_SHAREDRESOURCE_LOG", "Logs"),
        new(SystemName, "System"),
        new("FME_SHAREDRESOURCE_TEMP", "Temp"),
    ];

    public static ResourceConnection? Find(string name) => All.FirstOrDefault(connection => connection.Name == name);
}
