using System.Collections.Concurrent;

namespace FmeTyped.Testing;

/// <summary>The scripts for the outcomes of jobs, by workspace.</summary>
internal sealed class JobScripts
{
    private readonly ConcurrentDictionary<(string Repository, string Workspace), Func<FmeSubmission, FmeJobOutcome>> _scripts = new();

    /// <summary>Sets the script of a workspace, and replaces an earlier one.</summary>
    public void Set(PublishedWorkspace workspace, Func<FmeSubmission, FmeJobOutcome> script) =>
        _scripts[(workspace.Repository, workspace.Name)] = script;

    public FmeJobOutcome Run(FmeSubmission submission) =>
        _scripts.TryGetValue((submission.Repository, submission.Workspace), out Func<FmeSubmission, FmeJobOutcome>? script)
            ? script(submission) ?? throw new InvalidOperationException($"The script for {submission.Repository}/{submission.Workspace} returned null.")
            : FmeJobOutcome.Success();
}
