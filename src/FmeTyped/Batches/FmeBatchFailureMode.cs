namespace FmeTyped;

/// <summary>What a batch does when an item fails.</summary>
public enum FmeBatchFailureMode
{
    /// <summary>It goes on with the others.</summary>
    Never = 0,

    /// <summary>It submits no more; jobs that are there go on and are waited for.</summary>
    Submitting = 1,

    /// <summary>It submits no more and cancels the jobs that are there.</summary>
    Jobs = 2,
}
