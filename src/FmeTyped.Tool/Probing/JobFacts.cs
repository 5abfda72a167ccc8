namespace FmeTyped.Tool.Probing;

/// <summary>What became of the job that was submitted for the probe.</summary>
/// <param name="Id">The job.</param>
/// <param name="IsUnknownNameTaken">Whether the submission was taken with a parameter that no workspace has.</param>
/// <param name="ShownAfter">How long it took to show among the jobs; null where it did not.</param>
internal sealed record JobFacts(long Id, bool IsUnknownNameTaken, TimeSpan? ShownAfter);
