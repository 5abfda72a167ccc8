using FmeTyped.Schema.Comparison;
using FmeTyped.Tool.Differences;
using FmeTyped.Tool.SchemaFiles;
using FmeTyped.Tool.Terminal;

namespace FmeTyped.Tool.Commands;

/// <summary>Adds workspaces to the schema file: reads it, finds how the C# changes, and writes it, under a lock.</summary>
internal static class SchemaFileUpdate
{
    /// <param name="sources">The workspaces, without duplicates.</param>
    /// <param name="isPruned">Whether a repository keeps only these workspaces.</param>
    /// <param name="options">The file, and how to update it.</param>
    /// <param name="output">Receives what is wrong with the file.</param>
    /// <param name="cancellationToken">Cancels before anything is written.</param>
    public static async Task<UpdateReport> RunAsync(
        IReadOnlyList<SourceWorkspace> sources, Func<string, bool> isPruned, UpdateOptions options, Output output, CancellationToken cancellationToken)
    {
        string path = options.Schema;
        using SchemaFileLock held = await SchemaFileLock.TakeAsync(path, cancellationToken).ConfigureAwait(false);
        SchemaDocument before = SchemaDocument.ReadOrNew(path);
        HashSet<string> pruned = [.. before.Workspaces.Select(workspace => workspace.Repository).Where(isPruned)];
        SchemaDocument now = SchemaUpdate.Apply(before, sources, pruned);
        now = options.KeepsApi ? ApiPreservation.Keep(before, now) : now;
        now = PinnedNames.Freeze(now, sources.Select(source => source.Identity).ToHashSet());
        string text = before.Text.Contains("\r\n", StringComparison.Ordinal) ? now.Text.ReplaceLineEndings("\r\n") : now.Text;

        IReadOnlyList<Difference> differences = SchemaComparer.Compare([.. before.Workspaces], [.. now.Workspaces]);
        output.Problems(now.Errors.Concat(now.Warnings));
        bool isCurrent = SchemaDocument.Exists(path) && text == before.Text;
        if (!isCurrent && !options.IsDryRun)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
            AtomicFile.RemoveLeftovers(path);
            AtomicFile.Write(path, text);
        }

        return new UpdateReport(
            path,
            isCurrent ? UpdateOutcome.Current : options.IsDryRun ? UpdateOutcome.WouldBeWritten : UpdateOutcome.Written,
            now.Workspaces.Count,
            DifferenceRecord.From(now, differences));
    }
}
