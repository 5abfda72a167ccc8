namespace FmeTyped;

/// <summary>
/// The status of a job, in the server's own word. Words are compared without case. An unknown word is kept, and
/// counts as not final.
/// </summary>
public readonly struct FmeJobStatus : IEquatable<FmeJobStatus>
{
    private readonly string? _text;

    /// <summary>Creates a status from its word.</summary>
    /// <param name="text">The server's word, such as <c>FME_FAILURE</c> or <c>running</c>.</param>
    public FmeJobStatus(string text) => _text = text ?? throw new ArgumentNullException(nameof(text));

    /// <summary>The server's word; empty if it sent none.</summary>
    public string Text => _text ?? "";

    /// <summary>The job waits for an engine.</summary>
    public bool IsQueued => IsAny("SUBMITTED", "QUEUED", "DELAYED", "PAUSED");

    /// <summary>An engine is running the job.</summary>
    public bool IsRunning => IsAny("PULLED", "IN_PROCESS", "RUNNING");

    /// <summary>The job succeeded.</summary>
    public bool IsSuccess => IsAny("SUCCESS");

    /// <summary>The job failed, during its translation or before it.</summary>
    public bool IsFailure => IsAny("FME_FAILURE", "JOB_FAILURE", "FAILURE");

    /// <summary>The job was cancelled, by a user or by a time limit of the server.</summary>
    public bool IsCancelled => IsAny("ABORTED", "CANCELLED");

    /// <summary>The job's record was deleted.</summary>
    internal bool IsDeleted => IsAny("DELETED");

    /// <summary>Whether the job has ended, successfully or not. An unknown status counts as not final.</summary>
    public bool IsFinal => IsSuccess || IsCancelled || IsFailure || IsDeleted;

    /// <summary>Whether both are the same word.</summary>
    /// <param name="left">One status.</param>
    /// <param name="right">The other status.</param>
    public static bool operator ==(FmeJobStatus left, FmeJobStatus right) => left.Equals(right);

    /// <summary>Whether the words differ.</summary>
    /// <param name="left">One status.</param>
    /// <param name="right">The other status.</param>
    public static bool operator !=(FmeJobStatus left, FmeJobStatus right) => !left.Equals(right);

    /// <inheritdoc/>
    public bool Equals(FmeJobStatus other) => string.Equals(Text, other.Text, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is FmeJobStatus other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.OrdinalIgnoreCase.GetHashCode(Text);

    /// <summary>Returns <see cref="Text"/>.</summary>
    public override string ToString() => Text;

    private bool IsAny(params ReadOnlySpan<string> words)
    {
        foreach (string word in words)
        {
            if (string.Equals(Text, word, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
