using System.CommandLine;
using FmeTyped.Schema.Comparison;
using FmeTyped.Tool.Documents;
using FmeTyped.Tool.SchemaFiles;
using FmeTyped.Tool.Terminal;

namespace FmeTyped.Tool.Commands;

/// <summary><c>fmetyped docs</c>: a documentation page for each repository.</summary>
internal static class DocsCommand
{
    public static ToolCommand Create(Output output)
    {
        Option<string> folder = CommonOptions.Output("The folder for the pages.");
        Option<string> schema = CommonOptions.Schema();
        var command = new Command("docs", "Write a Markdown page for each repository, with every parameter, option and limit.") { folder, schema };
        command.SetReport(output, arguments => Run(
            SchemaDocument.Read(arguments.GetRequiredValue(schema)).MustBeSound(), arguments.GetRequiredValue(folder)));
        return new ToolCommand(command, ["fmetyped docs --output docs/workspaces"], ["0    the pages are written"]);
    }

    private static FilesReport Run(SchemaDocument schema, string folder)
    {
        ILookup<string, WorkspaceApi> byRepository = CSharpApi.From([.. schema.Workspaces]).ToLookup(workspace => workspace.Workspace.Repository);
        IReadOnlyDictionary<string, string> names = FileNames.From(byRepository.Select(repository => repository.Key), ".md");
        foreach (IGrouping<string, WorkspaceApi> repository in byRepository)
        {
            AtomicFile.WriteInto(folder, names[repository.Key], RepositoryPage.From(repository.Key, repository));
        }

        return new FilesReport(folder, [.. names.Values.Order(StringComparer.Ordinal)], names.Count == 1 ? "page" : "pages");
    }
}
