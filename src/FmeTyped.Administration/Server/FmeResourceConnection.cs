namespace FmeTyped;

/// <summary>A shared resource of the server: a connection to file storage that workspaces can reach.</summary>
public sealed class FmeResourceConnection
{
    /// <summary>Its name, as calls and macros use it: <c>FME_SHAREDRESOURCE_DATA</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Its name as the web interface shows it; null if the server does not report it.</summary>
    public string? DisplayName { get; init; }

    /// <summary>Its storage type, such as <c>file</c>, <c>network</c> or <c>awsS3</c>; null if the server does not report it.</summary>
    public string? Type { get; init; }

    /// <summary>What it is for; null if the server does not report it.</summary>
    public string? Description { get; init; }

    /// <summary>Returns the name.</summary>
    public override string ToString() => Name;
}
