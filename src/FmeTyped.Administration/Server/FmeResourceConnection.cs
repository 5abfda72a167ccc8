namespace FmeTyped;

/// <summary>A shared resource of the server: a place for files that workspaces can reach.</summary>
public sealed class FmeResourceConnection
{
    /// <summary>Its name, as calls and macros have it: <c>FME_SHAREDRESOURCE_DATA</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Its name as the web interface shows it; null where the server does not say.</summary>
    public string? DisplayName { get; init; }

    /// <summary>Where the files lie, in the server's word, such as <c>file</c>, <c>network</c> or <c>awsS3</c>; null where the server does not say.</summary>
    public string? Type { get; init; }

    /// <summary>What it is for; null where the server does not say.</summary>
    public string? Description { get; init; }

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
