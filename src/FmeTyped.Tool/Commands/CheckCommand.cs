using System.CommandLine;
using FmeTyped.Schema.Comparison;
using FmeTyped.Tool.Reports;
using FmeTyped.Tool.SchemaFiles;
using FmeTyped.Tool.Servers;
using FmeTyped.Tool.Sources;
using FmeTyped.Tool.Terminal;

namespace FmeTyped.Tool.Commands;

/// <summary><c>fmetyped check</c>: does the server still match what the C# was generated from?</summary>
internal static class CheckCommand
{
    public static ToolCommand Create(Output output)
    {
        var servers = new NamedServerOptions();
        var against = new Option<string[]>("--against")
        {
            Description = "What to compare with instead of servers: a schema file, .fmw files, saved REST responses, or folders and patterns of these.",
            HelpName = "file",
            AllowMultipleArgumentsPerToken = true,
        };
        against.Validators.Add(CommonOptions.RefuseOptions);
        var repository = new Option<string[]>("--repository")
        {
            Description =
                "A repository of the servers, or a pattern with * and ?; may be given several times. New workspaces are also reported. "
                + "With --against: the repository of workspaces whose file does not name it, such as .fmw files.",
            HelpName = "name",
        };
        Option<string[]> workspace = CommonOptions.Workspaces();
        workspace.Description = "A workspace of the servers, or a pattern with * and ?; may be given several times. New workspaces are also reported.";
        Option<string> schema = CommonOptions.Schema();
        var failOn = new Option<DifferenceClass>("--fail-on")
        {
            Description = "The lowest class of differences for which the exit code is 2: cosmetic, additive, behaviour or breaking.",
            HelpName = "class",
            DefaultValueFactory = _ => DifferenceClass.Breaking,
        };
        var json = new Option<bool>("--json") { Description = "Print the differences as JSON." };
        var gitHub = new Option<bool>("--github") { Description = "Print the differences as annotations of GitHub Actions." };
        var command = new Command("check", "Compare the schema file with the current workspaces, and classify the differences for C# callers.");
        servers.AddTo(command);
        foreach (Option option in new Option[] { against, repository, workspace, schema, failOn, json, gitHub })
        {
            command.Options.Add(option);
        }

        command.SetAction(async (arguments, cancellationToken) =>
        {
            string[] files = arguments.GetValue(against) ?? [];
            string[] repositories = arguments.GetValue(repository) ?? [];
            string[] workspaces = arguments.GetValue(workspace) ?? [];
            if (files.Length > 0 && (servers.AreGiven(arguments) || workspaces.Length > 0 || repositories.Length > 1))
            {
                throw new ToolException("--against replaces --server, and allows one --repository at most and no --workspace. Remove one or the other.");
            }

            SchemaDocument document = SchemaDocument.Read(arguments.GetRequiredValue(schema)).MustBeSound();
            IReadOnlyList<CheckResult> results = files.Length > 0
                ? [new CheckResult(
                    null, await new FileComparer(document, repositories.SingleOrDefault()).CompareAsync(InputFiles.Find(files), cancellationToken)
                        .ConfigureAwait(false))]
                : await CompareAsync(
                    servers.Find(arguments, output),
                    new ServerComparer(document, new NameFilter(repositories), new NameFilter(workspaces), output),
                    cancellationToken).ConfigureAwait(false);
            Write(document, results, arguments.GetValue(json), arguments.GetValue(gitHub), output);
            return ExitCodeOf(results, arguments.GetValue(failOn));
        });
        return new ToolCommand(
            command,
            [
                "fmetyped check --server https://fme.example.com",
                "fmetyped check --server test=https://test.example.com --server prod=https://fme.example.com --github",
                "fmetyped check --repository Samples --fail-on additive --json",
                "fmetyped check --against workspaces/austinDownload.fmw",
                "fmetyped check --against main/workspaces.json --fail-on behaviour --json",
            ],
            [
                "0    nothing differs",
                "1    there are differences, all below the class of --fail-on",
                "2    there are differences of the class of --fail-on or above, whatever else went wrong",
                "3    a server could not be reached; the others are still compared, as they are when one refuses (4)",
            ]);
    }

    private static async Task<IReadOnlyList<CheckResult>> CompareAsync(
        IReadOnlyList<NamedServer> servers, ServerComparer comparer, CancellationToken cancellationToken)
    {
        if (servers.Count == 0)
        {
            throw new ToolException($"Nothing to compare with. Specify a server with --server or {ServerAccess.UrlVariable}, or files with --against.");
        }

        // One after the other, since each server already gets several requests at once.
        var results = new List<CheckResult>();
        foreach (NamedServer server in servers)
        {
            results.Add(await comparer.CompareAsync(server, cancellationToken).ConfigureAwait(false));
        }

        return results;
    }

    private static void Write(SchemaDocument schema, IReadOnlyList<CheckResult> results, bool asJson, bool forGitHub, Output output)
    {
        foreach (CheckResult result in results)
        {
            if (forGitHub)
            {
                new GitHubReport(schema, result).Write(output);
            }
            else if (!asJson)
            {
                WriteForPeople(schema, result, output);
            }

            foreach (string problem in result.Problems)
            {
                output.Problem(result.Prefix + problem);
            }
        }

        if (asJson)
        {
            new JsonReport(schema, results).Write(output.Standard);
        }
    }

    private static void WriteForPeople(SchemaDocument schema, CheckResult result, Output output)
    {
        if (result is { Differences.Count: 0, Outcome: CheckOutcome.Compared })
        {
            output.Line(result.Server is null ? "Nothing differs." : $"{result.Server}: nothing differs.");
        }

        new DifferenceReport(schema, result.Differences, result.Server).WriteForPeople(output);
    }

    // Certain results come first, then errors that the user can fix, then outages that may be temporary.
    private static int ExitCodeOf(IReadOnlyList<CheckResult> results, DifferenceClass failOn) =>
        results.SelectMany(result => result.Differences).Any(difference => difference.Class >= failOn) ? ExitCode.Severe
        : results.Any(result => result.Outcome == CheckOutcome.Refused) ? ExitCode.BadUsage
        : results.Any(result => result.Outcome == CheckOutcome.Unreachable) ? ExitCode.Unreachable
        : results.Any(result => result.Differences.Count > 0) ? ExitCode.Partly
        : ExitCode.Success;
}
