using System.CommandLine;
using System.Text.Json.Nodes;
using FmeTyped.Schema.Model;
using FmeTyped.Tool.Documents;
using FmeTyped.Tool.Json;
using FmeTyped.Tool.Requests;
using FmeTyped.Tool.SchemaFiles;
using FmeTyped.Tool.Terminal;

namespace FmeTyped.Tool.Commands;

/// <summary><c>fmetyped schema</c>: the JSON Schema of each workspace's requests.</summary>
internal static class SchemaCommand
{
    public static ToolCommand Create(Output output)
    {
        var folder = new Option<string?>("--out", "--output", "-o")
        {
            Description = "The folder for the files, with a folder for each repository. Default: all schemas are printed, in one JSON object.",
            HelpName = "folder",
        };
        var profile = new Option<FmeJsonSchemaProfile>("--profile")
        {
            Description = "full has captions and conditions; simple is what OpenAPI documents and the tools of language models understand.",
            DefaultValueFactory = _ => FmeJsonSchemaProfile.Full,
        };
        Option<string> schema = CommonOptions.Schema();
        var command = new Command("schema", "Write the JSON Schema of each workspace's requests.") { folder, profile, schema };
        command.SetReport(output, arguments => Run(
            SchemaDocument.Read(arguments.GetRequiredValue(schema)).MustBeSound(),
            arguments.GetValue(folder),
            arguments.GetValue(profile)));
        return new ToolCommand(
            command,
            ["fmetyped schema --out schemas", "fmetyped schema --profile simple"],
            ["0    the schemas are written"]);
    }

    private static Report Run(SchemaDocument schema, string? folder, FmeJsonSchemaProfile profile)
    {
        if (folder is null)
        {
            return new JsonSchemasReport(schema.Workspaces.ToDictionary(
                workspace => $"{workspace.Repository}/{workspace.Name}", workspace => SchemaOf(workspace, profile)));
        }

        var files = new List<string>();
        ILookup<string, Workspace> byRepository = schema.Workspaces.ToLookup(workspace => workspace.Repository);
        IReadOnlyDictionary<string, string> folders = FileNames.From(byRepository.Select(repository => repository.Key), extension: "");
        foreach (IGrouping<string, Workspace> repository in byRepository)
        {
            string path = Path.Combine(folder, folders[repository.Key]);
            if (new DirectoryInfo(path).LinkTarget is not null)
            {
                throw new ToolException($"{path} is a link, and nothing is written through it; remove it, or specify another folder with --out.");
            }

            IReadOnlyDictionary<string, string> names = FileNames.From(repository.Select(workspace => NameOf(workspace)), ".json");
            foreach (Workspace workspace in repository)
            {
                AtomicFile.WriteInto(path, names[NameOf(workspace)], JsonText.From(JsonSchemasReport.Readable(SchemaOf(workspace, profile))));
                files.Add($"{folders[repository.Key]}/{names[NameOf(workspace)]}");
            }
        }

        return new FilesReport(folder, files, files.Count == 1 ? "schema" : "schemas");
    }

    private static string NameOf(Workspace workspace) =>
        workspace.Name.EndsWith(".fmw", StringComparison.OrdinalIgnoreCase) ? workspace.Name[..^".fmw".Length] : workspace.Name;

    private static JsonObject SchemaOf(Workspace workspace, FmeJsonSchemaProfile profile) => WorkspaceDescriptors.From(workspace).ToJsonSchema(profile);
}
