namespace FmeTyped;

/// <summary>
/// The status of a job, in the server's own word. Words are compared without case. An unknown word is kept, and
/// counts as not final.
/// </summary>
public readonly struct FmeJobStatus : IEquatable<FmeJobStatus>
{
    private readonly string? _text;
    private readonly Meaning _meaning;

    /// <summary>Creates a status from its word.</summary>
    /// <param name="text">The server's word, such as <c>FME_FAILURE</c> or <c>running</c>.</param>
    public FmeJobStatus(string text)
    {
        _text = text ?? throw new ArgumentNullException(nameof(text));
        _meaning = MeaningOf(text);
    }

    private enum Meaning
    {
        Unknown,
        Queued,
        Running,

        // From here on, the job has ended.
        Success,
        Failure,
        Cancelled,
        Deleted,
    }

    /// <summary>The server's word; empty if it sent none.</summary>
    public string Text => _text ?? "";

    /// <summary>The job waits for an engine.</summary>
    public bool IsQueued => _meaning == Meaning.Queued;

    /// <summary>An engine is running the job.</summary>
    public bool IsRunning => _meaning == Meaning.Running;

    /// <summary>The job succeeded.</summary>
    public bool IsSuccess => _meaning == Meaning.Success;

    /// <summary>The job failed, during its translation or before it.</summary>
    public bool IsFailure => _meaning == Meaning.Failure;

    /// <summary>The job was cancelled, by a user or by a time limit of the server.</summary>
    public bool IsCancelled => _meaning == Meaning.Cancelled;

    /// <summary>The job's record was deleted.</summary>
    internal bool IsDeleted => _meaning == Meaning.Deleted;

    /// <summary>Whether the job has ended, successfully or not. An unknown status counts as not final.</summary>
    public bool IsFinal => _meaning >= Meaning.Success;

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

    // Read once, because a call asks several times.
    private static Meaning MeaningOf(string text)
    {
        return Is("SUCCESS") ? Meaning.Success
            : Is("FME_FAILURE") || Is("JOB_FAILURE") || Is("FAILURE") ? Meaning.Failure
            : Is("ABORTED") || Is("CANCELLED") ? Meaning.Cancelled
            : Is("DELETED") ? Meaning.Deleted
            : Is("SUBMITTED") || Is("QUEUED") || Is("DELAYED") || Is("PAUSED") ? Meaning.Queued
            : Is("PULLED") || Is("IN_PROCESS") || Is("RUNNING") ? Meaning.Running
            : Meaning.Unknown;

        bool Is(string word) => text.Equals(word, StringComparison.OrdinalIgnoreCase);
    }
}
