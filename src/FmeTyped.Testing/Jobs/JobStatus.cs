namespace FmeTyped.Testing;

/// <summary>The status of a job. Each API version has its own words for these.</summary>
internal enum JobStatus
{
    Queued,
    Running,
    Succeeded,

    /// <summary>The translation ran and failed.</summary>
    Failed,

    /// <summary>The job could not be run.</summary>
    CouldNotRun,

    /// <summary>Cancelled, or a time limit ran out.</summary>
    Cancelled,
}
