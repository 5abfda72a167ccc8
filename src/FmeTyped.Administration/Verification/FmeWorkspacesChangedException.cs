namespace FmeTyped;

/// <summary>The server's workspaces differ from what the code was generated from, so that its requests can fail. Generate the code anew.</summary>
public sealed class FmeWorkspacesChangedException : FmeException
{
    /// <summary>The exception for a comparison.</summary>
    /// <param name="verification">All differences.</param>
    public FmeWorkspacesChangedException(FmeVerification verification)
        : base($"The server's workspaces differ from what the code was generated from. {verification}", new ErrorContext("check the workspaces")) =>
        Verification = verification;

    /// <summary>All differences.</summary>
    public FmeVerification Verification { get; }
}
