using System.CommandLine;
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
        command.SetReport(output, (arguments, used, cancellationToken) => arguments.GetValue(recording) is not { } folder
            ? RunAsync(server.Find(arguments, output), Parse(arguments.GetValue(workspace)), used, cancellationToken)
            : arguments.GetValue(workspace) is null ? Task.FromResult<Report>(Judge(RecordedExchanges.Read(folder)))
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

    private static Task<Report> RunAsync(ServerTarget target, FmeWorkspaceDescriptor? workspace, Output output, CancellationToken cancellationToken) =>
        WorkStatus.RunAsync<Report>(output, $"Probing {target}", async _ =>
        {
            using FmeFlowClient client = target.CreateClient();
            using RawServer raw = target.OpenRaw();
            try
            {
                ServerFacts facts = await new ProbeRunner(raw, client).RunAsync(workspace, cancellationToken).ConfigureAwait(false);
                return ProbeReport.From(
                    $"probed an FME Flow, {(workspace is null ? "reading only" : "with one job")}",
                    facts,
                    [.. Probes.All.Concat(ParameterProbes.All).Select(probe => (probe, probe.Find(facts)))]);
            }
            catch (Exception fault) when (fault is HttpRequestException || (fault is TaskCanceledException && !cancellationToken.IsCancellationRequested))
            {
                throw new ToolException($"{target} cannot be reached: {fault.Message.ReplaceLineEndings(" ")}", ExitCode.Unreachable);
            }
        });

    private static ProbeReport Judge(RecordedExchanges recording)
    {
        ServerFacts facts = RecordedFacts.Read(recording);
        return ProbeReport.From(
            $"judged a recording of an FME Flow, of {recording.Exchanges.Count} exchanges", facts, RecordedFacts.Judge(facts, recording.HasValues));
    }

    private static FmeWorkspaceDescriptor? Parse(string? name) => name?.Split('/') switch
    {
        null => null,
        [{ Length: > 0 } repository, { Length: > 0 } workspace] => new(repository, workspace),
        _ => throw new ToolException("--workspace has to be like Samples/nothing.fmw."),
    };
}
