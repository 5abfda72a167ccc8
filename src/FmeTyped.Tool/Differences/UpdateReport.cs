using FmeTyped.Tool.Terminal;

namespace FmeTyped.Tool.Differences;

/// <summary>What <c>fmetyped import</c> and <c>fmetyped pull</c> did to the schema file.</summary>
/// <param name="Schema">The path of the schema file.</param>
/// <param name="Outcome">What happened to it.</param>
/// <param name="Workspaces">How many workspaces it has, or would have.</param>
/// <param name="Differences">How the C# changes, the most severe difference first.</param>
internal sealed record UpdateReport(string Schema, UpdateOutcome Outcome, int Workspaces, IReadOnlyList<DifferenceRecord> Differences) : Report
{
    /// <summary>Where the server and the workspace files differ; null if they were not compared.</summary>
    public IReadOnlyList<DifferenceRecord>? CrossCheck { get; init; }

    /// <summary>What could not be read, on one line each.</summary>
    public IReadOnlyList<string> Problems { get; init; } = [];

    internal override int ExitCode => Problems.Count > 0 || CrossCheck is { Count: > 0 } ? Terminal.ExitCode.Partly : Terminal.ExitCode.Success;

    protected override void Print(Output output)
    {
        var text = new DifferenceText(Schema);
        if (CrossCheck is { } crossCheck)
        {
            output.Line(crossCheck.Count == 0 ? "The server and the workspace files agree." : "Differences of the workspace files from the server:");
            text.Print(crossCheck, output);
        }

        text.Print(Differences, output);
        string content = Workspaces == 1 ? "1 workspace" : $"{Workspaces} workspaces";
        output.Line(Outcome switch
        {
            UpdateOutcome.Written => $"{Schema} was written, with {content}.",
            UpdateOutcome.WouldBeWritten => $"{Schema} would be written, with {content}.",
            _ => $"{Schema} is current.",
        });
    }
}
