using System.CommandLine;
using FmeTyped.Schema.Model;
using FmeTyped.Tool.Comparison;
using FmeTyped.Tool.Reports;
using FmeTyped.Tool.SchemaFiles;
using FmeTyped.Tool.Sources;
using FmeTyped.Tool.Terminal;

namespace FmeTyped.Tool.Commands;

/// <summary><c>fmetyped check</c>: is what the C# was generated from still true?</summary>
internal static class CheckCommand
{
    public static Verb Create(Output output)
    {
        var against = new Option<string[]>("--against")
        {
            Description = "What to compare with: a schema file, .fmw files, saved REST answers, folders and patterns of such.",
            HelpName = "file",
            Required = true,
            AllowMultipleArgumentsPerToken = true,
        };
        against.Validators.Add(CommonOptions.RefuseOptions);
        Option<string> schema = CommonOptions.Schema();
        Option<string> repository = CommonOptions.Repository();
        var failOn = new Option<DifferenceClass>("--fail-on")
        {
            Description = "From which class of differences on the exit code is 2: cosmetic, additive, behaviour or breaking.",
            HelpName = "class",
            DefaultValueFactory = _ => DifferenceClass.Breaking,
        };
        var json = new Option<bool>("--json") { Description = "Print the differences as JSON." };
        var gitHub = new Option<bool>("--github") { Description = "Print the differences as annotations of GitHub Actions." };
        var command = new Command("check", "Compare the schema file with what workspaces are now, and class the differences for C# callers.")
        {
            against, schema, repository, failOn, json, gitHub,
        };
        command.SetAction((arguments, cancellationToken) => RunAsync(
            SchemaDocument.Read(arguments.GetRequiredValue(schema)).MustBeSound(),
            arguments.GetRequiredValue(against),
            arguments.GetValue(repository),
            arguments.GetValue(failOn),
            (report, differs) => Write(report, differs, arguments.GetValue(json), arguments.GetValue(gitHub), output),
            cancellationToken));
        return new Verb(
            command,
            [
                "fmetyped check --against workspaces/austinDownload.fmw",
                "fmetyped check --against main/workspaces.json --fail-on behaviour --json",
                "fmetyped check --against answers/ --github",
            ],
            [
                "0    nothing differs",
                "1    there are differences, none of the class of --fail-on or graver",
                "2    there are such differences",
                "3    a server could not be reached",
            ]);
    }

    private static async Task<int> RunAsync(
        SchemaDocument schema, string[] against, string? repository, DifferenceClass failOn, Action<DifferenceReport, bool> write, CancellationToken cancellationToken)
    {
        SchemaDocument now = await ReadAsync(schema, InputFiles.Find(against), repository, cancellationToken).ConfigureAwait(false);
        IReadOnlyList<Difference> differences = SchemaComparer.Compare([.. schema.Workspaces], [.. now.Workspaces]);
        write(new DifferenceReport(schema, differences), differences.Count > 0);
        return differences.Count == 0 ? ExitCode.Success
            : differences.Any(difference => difference.Class >= failOn) ? ExitCode.Grave
            : ExitCode.Partly;
    }

    /// <summary>The schema file as an update from the files would make it: with the team's own choices, and what the files do not speak of as it is.</summary>
    private static async Task<SchemaDocument> ReadAsync(SchemaDocument schema, IReadOnlyList<string> files, string? repository, CancellationToken cancellationToken)
    {
        var read = new List<SourceFile>();
        foreach (string file in files)
        {
            read.Add(await new SourceFileReader(repository ?? RepositoryOf(schema, file)).ReadAsync(file, cancellationToken).ConfigureAwait(false));
        }

        var sources = new SourceSet(read);
        if (sources.Errors.Count > 0)
        {
            throw new ToolException(string.Join('\n', sources.Errors));
        }

        // A schema file has all workspaces there are; other files speak of some.
        IEnumerable<Workspace> pruned = read.Any(file => file.IsSchemaFile) ? schema.Workspaces : [];
        return SchemaUpdate.Apply(schema, sources.Workspaces, pruned.Select(workspace => workspace.Repository).ToHashSet());
    }

    // A workspace that one repository alone has needs no word on it.
    private static string? RepositoryOf(SchemaDocument schema, string file)
    {
        string name = Path.GetFileName(file);
        string workspace = name.EndsWith(".json", StringComparison.OrdinalIgnoreCase) ? Path.GetFileNameWithoutExtension(name) : name;
        string[] repositories =
        [
            .. schema.Workspaces
                .Where(candidate => candidate.Name == workspace || candidate.Name == workspace + ".fmw")
                .Select(candidate => candidate.Repository),
        ];
        return repositories.Length == 1 ? repositories[0] : null;
    }

    private static void Write(DifferenceReport report, bool differs, bool asJson, bool forGitHub, Output output)
    {
        if (forGitHub)
        {
            report.WriteForGitHub(output.Standard);
        }

        if (asJson)
        {
            report.WriteJson(output.Standard);
        }
        else if (!forGitHub && differs)
        {
            report.WriteForPeople(output);
        }
        else if (!forGitHub)
        {
            output.Line("Nothing differs.");
        }
    }
}
