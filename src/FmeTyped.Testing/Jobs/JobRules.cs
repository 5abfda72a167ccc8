namespace FmeTyped.Testing;

/// <summary>The settings that apply to all jobs.</summary>
/// <param name="User">The owner of the jobs.</param>
/// <param name="QueueTime">How long each waits for an engine, even if one is free.</param>
/// <param name="RunTime">How long a job runs if its outcome does not say.</param>
/// <param name="History">How many jobs are kept.</param>
internal sealed record JobRules(string User, TimeSpan QueueTime, TimeSpan RunTime, int History);
