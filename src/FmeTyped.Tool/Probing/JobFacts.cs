namespace FmeTyped.Tool.Probing;

/// <summary>The outcome of the job that was submitted for the probe.</summary>
/// <param name="Id">The job.</param>
/// <param name="IsUnknownNameTaken">Whether the submission was accepted with a parameter that no workspace has.</param>
/// <param name="ShownAfter">How long it took to appear in the list of jobs; null if it did not appear.</param>
internal sealed record JobFacts(long Id, bool IsUnknownNameTaken, TimeSpan? ShownAfter);
