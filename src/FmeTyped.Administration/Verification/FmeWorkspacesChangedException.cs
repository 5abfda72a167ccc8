namespace FmeTyped;

/// <summary>The server's workspaces differ from those that the code was generated from, so its requests can fail. Regenerate the code.</summary>
public sealed class FmeWorkspacesChangedException : FmeException
{
    /// <summary>Creates the exception for a comparison.</summary>
    /// <param name="verification">All differences.</param>
    public FmeWorkspacesChangedException(FmeVerification verification)
        : base($"The server's workspaces differ from what the code was generated from. {verification}", new ErrorContext("check the workspaces")) =>
        Verification = verification;

    /// <summary>All differences.</summary>
    public FmeVerification Verification { get; }
}
