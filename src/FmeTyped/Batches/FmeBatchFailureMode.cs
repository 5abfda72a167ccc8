namespace FmeTyped;

/// <summary>What a batch does when an item fails.</summary>
public enum FmeBatchFailureMode
{
    /// <summary>Goes on with the other items.</summary>
    Never = 0,

    /// <summary>Submits no more items, and waits for the jobs that exist.</summary>
    Submitting = 1,

    /// <summary>Submits no more items, and cancels the jobs that exist.</summary>
    Jobs = 2,
}
