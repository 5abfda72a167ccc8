namespace FmeTyped.Testing;

/// <summary>The state that the routes of both API versions share.</summary>
internal sealed record ServerState(WorkspaceCatalog Workspaces, JobStore Jobs, FileStore Files, AccessTokens Tokens, EmulatedBuild Build, TimeProvider Time)
{
    /// <summary>The names of the queues.</summary>
    public required IReadOnlyList<string> Queues { get; init; }

    /// <summary>How long the files of a job can be downloaded after it ended.</summary>
    public required TimeSpan ResultLifetime { get; init; }

    /// <summary>The host in addresses of results; null for the request's host.</summary>
    public string? ResultHost { get; init; }

    /// <summary>The contents of workspace files.</summary>
    public required WorkspaceFiles WorkspaceFiles { get; init; }

    /// <summary>The topics of notifications.</summary>
    public TopicStore Topics { get; } = new();

    /// <summary>The only user.</summary>
    public string User => Tokens.User;

    /// <summary>Whether names that a workspace does not publish are refused.</summary>
    public required bool IsStrict { get; init; }

    /// <summary>When the emulator was started.</summary>
    public DateTimeOffset Started { get; } = Time.GetUtcNow();

    /// <summary>When a workspace was published: those of schema files, when the emulator was started.</summary>
    public DateTimeOffset PublishedAt(PublishedWorkspace workspace) => workspace.Published ?? Started;
}
