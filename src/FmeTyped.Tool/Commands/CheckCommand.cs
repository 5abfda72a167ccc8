using System.CommandLine;
using FmeTyped.Schema.Comparison;
using FmeTyped.Tool.Differences;
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
        var gitHub = new Option<bool>("--github") { Description = "Print the differences as annotations of GitHub Actions." };
        var command = new Command("check", "Compare the schema file with the current workspaces, and classify the differences for C# callers.");
        servers.AddTo(command);
        foreach (Option option in new Option[] { against, repository, workspace, schema, failOn, gitHub })
        {
            command.Options.Add(option);
        }

        command.SetReport(output, async (arguments, used, cancellationToken) =>
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
                ? [await CompareAsync(document, files, repositories.SingleOrDefault(), cancellationToken).ConfigureAwait(false)]
                : await CompareAsync(
                    servers.Find(arguments, output),
                    new ServerComparer(document, new NameFilter(repositories), new NameFilter(workspaces), used),
                    cancellationToken).ConfigureAwait(false);
            bool isAnnotated = arguments.GetValue(gitHub);
            foreach (CheckResult result in results)
            {
                if (isAnnotated)
                {
                    new GitHubText(document.Path).Print(result, output);
                }

                output.Problems(result.Problems.Select(problem => result.Prefix + problem));
            }

            return new CheckReport(document.Path, results) { FailOn = arguments.GetValue(failOn), IsAnnotated = isAnnotated };
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

    private static async Task<CheckResult> CompareAsync(SchemaDocument schema, string[] files, string? repository, CancellationToken cancellationToken) =>
        new(null, DifferenceRecord.From(
            schema, await new FileComparer(schema, repository).CompareAsync(InputFiles.Find(files), cancellationToken).ConfigureAwait(false)));

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
}
