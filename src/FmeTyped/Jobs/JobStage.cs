namespace FmeTyped;

/// <summary>The lists of jobs, in the order in which a job passes through them. If they are read in this order, no job is missed.</summary>
internal enum JobStage
{
    Queued,
    Running,
    Finished,
}
