namespace FmeTyped;

/// <summary>The parts in which jobs are listed, in the order in which a job passes through them. Listed in this order, no job slips through.</summary>
internal enum JobStage
{
    Queued,
    Running,
    Finished,
}
