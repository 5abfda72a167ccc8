namespace FmeTyped.Testing;

/// <summary>What the routes of all API versions stand on.</summary>
internal sealed record ServerState(WorkspaceCatalog Workspaces, JobStore Jobs, AccessTokens Tokens, ServerBuild Build, TimeProvider Time)
{
    /// <summary>Whether names that a workspace does not publish are refused.</summary>
    public required bool IsStrict { get; init; }

    /// <summary>When the emulator was started, which is when its workspaces count as published.</summary>
    public DateTimeOffset Started { get; } = Time.GetUtcNow();
}
