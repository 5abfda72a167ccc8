using System.Text.Json.Serialization;
using FmeTyped.Tool.Terminal;

namespace FmeTyped.Tool.CSharpFiles;

/// <summary>What <c>fmetyped emit</c> wrote, or with <c>--check</c> would write.</summary>
/// <param name="Folder">The folder, as the user named it.</param>
/// <param name="FileCount">How many files the generator produces.</param>
/// <param name="IsCheck">Whether nothing was written.</param>
/// <param name="Changes">What was, or would be, written and removed.</param>
internal sealed record EmitReport(string Folder, int FileCount, [property: JsonIgnore] bool IsCheck, IReadOnlyList<FileChange> Changes) : Report
{
    /// <summary>Whether the folder has exactly the generated files now.</summary>
    public bool IsCurrent => !IsCheck || Changes.Count == 0;

    internal override int ExitCode => IsCurrent ? Terminal.ExitCode.Success : Terminal.ExitCode.Partly;

    protected override void Print(Output output)
    {
        if (!IsCheck)
        {
            int removed = Changes.Count(change => change.Text is null);
            output.Line($"{Folder} contains {FileCount} generated files; {Changes.Count - removed} written, {removed} removed.");
            return;
        }

        foreach (FileChange change in Changes)
        {
            output.Line($"{change.Path} is {change.Reason}.");
        }

        output.Line(IsCurrent ? $"{Folder} is current." : $"{Folder} is not current; run fmetyped emit without --check.");
    }
}
