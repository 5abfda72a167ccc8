namespace FmeTyped.Testing;

/// <summary>What the routes of all API versions stand on.</summary>
internal sealed record ServerState(WorkspaceCatalog Workspaces, JobStore Jobs, FileStore Files, AccessTokens Tokens, EmulatedBuild Build, TimeProvider Time)
{
    /// <summary>The names of the queues.</summary>
    public required IReadOnlyList<string> Queues { get; init; }

    /// <summary>How long the files of a job can be downloaded after it ended.</summary>
    public required TimeSpan ResultLifetime { get; init; }

    /// <summary>The host in addresses of results; null for the one that was asked.</summary>
    public string? ResultHost { get; init; }

    /// <summary>The contents of workspace files.</summary>
    public required WorkspaceFiles WorkspaceFiles { get; init; }

    /// <summary>The one user there is.</summary>
    public string User => Tokens.User;

    /// <summary>Whether names that a workspace does not publish are refused.</summary>
    public required bool IsStrict { get; init; }

    /// <summary>When the emulator was started, which is when its workspaces count as published.</summary>
    public DateTimeOffset Started { get; } = Time.GetUtcNow();
}
