using System.CommandLine;
using FmeTyped.Metadata;
using FmeTyped.Tool.Probing;
using FmeTyped.Tool.Recording;
using FmeTyped.Tool.Servers;
using FmeTyped.Tool.Terminal;

namespace FmeTyped.Tool.Commands;

/// <summary><c>fmetyped probe</c>: which assumptions of this project hold on a server.</summary>
internal static class ProbeCommand
{
    public static ToolCommand Create(Output output)
    {
        var workspace = new Option<string?>("--workspace")
        {
            Description = "A harmless workspace, such as Samples/nothing.fmw, that may run once with its defaults. Without it nothing is submitted, "
                + "and the report covers less.",
            HelpName = "repository/workspace",
        };
        var server = new ServerOptions();
        var recording = new Option<string?>("--recording")
        {
            Description = "A recording of fmetyped record, which is judged instead of a server.",
            HelpName = "folder",
        };
        var command = new Command("probe", "Report which assumptions about FME Flow hold on a server. The report contains no names, so you can post it.")
            { workspace, recording };
        server.AddTo(command);
        command.SetAction((arguments, cancellationToken) => arguments.GetValue(recording) is not { } folder
            ? RunAsync(server.Find(arguments, output), Parse(arguments.GetValue(workspace)), output, cancellationToken)
            : arguments.GetValue(workspace) is null ? Task.FromResult(Judge(RecordedExchanges.Read(folder), output))
            : throw new ToolException("--recording sends no request, so that no --workspace can run."));
        return new ToolCommand(
            command,
            [
                "fmetyped probe --server https://fme.example.com > report.md",
                "fmetyped probe --workspace Samples/nothing.fmw",
                "fmetyped probe --recording recording",
            ],
            ["0    no assumption is contradicted", "1    some assumptions do not hold: please post the report", "3    the server could not be reached"]);
    }

    private static async Task<int> RunAsync(ServerTarget target, FmeWorkspaceDescriptor? workspace, Output output, CancellationToken cancellationToken)
    {
        using FmeFlowClient client = target.CreateClient();
        using RawServer raw = target.OpenRaw();
        ServerFacts facts;
        try
        {
            facts = await new ProbeRunner(raw, client).RunAsync(workspace, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception fault) when (fault is HttpRequestException || (fault is TaskCanceledException && !cancellationToken.IsCancellationRequested))
        {
            throw new ToolException($"{target} cannot be reached: {fault.Message.ReplaceLineEndings(" ")}", ExitCode.Unreachable);
        }

        IReadOnlyList<(Probe, Finding Finding)> findings = [.. Probes.All.Concat(ParameterProbes.All).Select(probe => (probe, probe.Find(facts)))];
        return Report($"probed an FME Flow, {(workspace is null ? "reading only" : "with one job")}", facts, findings, output);
    }

    private static int Judge(RecordedExchanges recording, Output output)
    {
        ServerFacts facts = RecordedFacts.Read(recording);
        IReadOnlyList<(Probe, Finding)> findings = RecordedFacts.Judge(facts, recording.HasValues);
        return Report($"judged a recording of an FME Flow, of {recording.Exchanges.Count} exchanges", facts, findings, output);
    }

    private static int Report(string what, ServerFacts facts, IReadOnlyList<(Probe Probe, Finding Finding)> findings, Output output)
    {
        ProbeReport.Write(what, facts, findings, output);
        return findings.Any(found => found.Finding.Verdict == Verdict.DoesNotHold) ? ExitCode.Partly : ExitCode.Success;
    }

    private static FmeWorkspaceDescriptor? Parse(string? name) => name?.Split('/') switch
    {
        null => null,
        [{ Length: > 0 } repository, { Length: > 0 } workspace] => new(repository, workspace),
        _ => throw new ToolException("--workspace has to be like Samples/nothing.fmw."),
    };
}
