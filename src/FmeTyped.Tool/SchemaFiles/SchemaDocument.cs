using System.Text;
using FmeTyped.Schema.Json;
using FmeTyped.Schema.Model;
using FmeTyped.Schema.Reading;
using FmeTyped.Schema.Rules;
using FmeTyped.Tool.Json;
using FmeTyped.Tool.Terminal;

namespace FmeTyped.Tool.SchemaFiles;

/// <summary>A schema file (workspaces.json): its text, the records in it, and the workspaces that the generator reads from it.</summary>
internal sealed class SchemaDocument
{
    public const string DefaultPath = "workspaces.json";

    private const string SchemaUrl = "https://raw.githubusercontent.com/fmetyped/fmetyped/main/src/FmeTyped/build/workspaces.schema.json";
    private const string NewFile = $$"""{ "$schema": "{{SchemaUrl}}", "format": 1, "workspaces": [] }""";

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly SchemaFile _file;

    private SchemaDocument(string path, string text, JsonObject root, SchemaFile file)
    {
        Path = path;
        Text = text;
        Root = root;
        Records = [.. ((JsonArray)root.Find("workspaces")!.Value).Items.Cast<JsonObject>()];
        _file = file;
    }

    /// <summary>The path as the user wrote it.</summary>
    public string Path { get; }

    public string Text { get; }

    public JsonObject Root { get; }

    public EquatableArray<Workspace> Workspaces => _file.Workspaces;

    /// <summary>The record of each workspace, in the order of <see cref="Workspaces"/>.</summary>
    public IReadOnlyList<JsonObject> Records { get; }

    /// <summary>The errors that the generator reports for the file, each with file, line and column.</summary>
    public IReadOnlyList<string> Errors => ProblemsOf(SchemaSeverity.Error);

    public IReadOnlyList<string> Warnings => ProblemsOf(SchemaSeverity.Warning);

    /// <summary>Whether the file exists; a broken link does not count.</summary>
    public static bool Exists(string path) => File.Exists(LinkedFile.Resolve(path));

    /// <exception cref="ToolException">The file does not exist, or is not a schema file.</exception>
    public static SchemaDocument Read(string path)
    {
        if (!Exists(path))
        {
            throw new ToolException($"There is no schema file {path}; specify it with --schema, or create it with fmetyped import.");
        }

        if (LinuxFile.Find(path) is { IsDevice: true })
        {
            throw new ToolException($"{path} is a device, not a schema file; specify the file with --schema.");
        }

        try
        {
            return Parse(path, StrictUtf8.GetString(File.ReadAllBytes(path)));
        }
        catch (DecoderFallbackException)
        {
            throw new ToolException($"{path} is not UTF-8; save it as UTF-8.");
        }
    }

    public static SchemaDocument ReadOrNew(string path) => Exists(path) ? Read(path) : Parse(path, NewFile);

    /// <exception cref="ToolException">The text is not a schema file, or a workspace in it cannot be read and therefore not be kept.</exception>
    public static SchemaDocument Parse(string path, string text)
    {
        char[] characters = text.ToCharArray();
        JsonReadResult json = JsonReader.Read(characters);
        SchemaFile file = SchemaFileReader.Read(characters, json);
        if (!file.Problems.Any(problem => problem.Rule == SchemaRules.UnreadableJson || problem.Rule == SchemaRules.UnsupportedFormat)
            && json.Root is JsonObject root
            && root.Find("format") is not null
            && root.Find("workspaces")?.Value is JsonArray records
            && records.Items.Count == file.Workspaces.Count)
        {
            return new SchemaDocument(path, text, root, file);
        }

        throw new ToolException([.. Describe(path, text, file.Problems.Where(problem => problem.Rule.Severity == SchemaSeverity.Error))]);
    }

    /// <summary>The same file with other workspaces, formatted by <see cref="SchemaFileText"/>.</summary>
    public SchemaDocument WithRecords(IEnumerable<JsonObject> records) => Parse(Path, SchemaFileText.From(Root, records));

    /// <exception cref="ToolException">The generator would report errors.</exception>
    public SchemaDocument MustBeSound() =>
        Errors.Count == 0 ? this : throw new ToolException(Errors);

    /// <summary>The line of a workspace or of one of its parameters, from 1; the first line if the file does not contain it.</summary>
    public int LineOf(string repository, string workspace, string? parameter)
    {
        for (int i = 0; i < Workspaces.Count; i++)
        {
            if (Workspaces[i].Repository == repository && Workspaces[i].Name == workspace)
            {
                TextSpan? place = parameter is null ? null : FindParameter(Records[i].Find("parameters")!.Value, parameter);
                return 1 + Text.AsSpan(0, (place ?? _file.Places[i]).Start).Count('\n');
            }
        }

        return 1;
    }

    private static TextSpan? FindParameter(JsonNode node, string name)
    {
        foreach (JsonObject record in ParameterRecords.FindRecords(node, new ReadingContext()).OfType<JsonObject>())
        {
            if (record.TextOf("name") == name)
            {
                return record.Find("name")!.NameSpan;
            }

            if (record.Find("parameters")?.Value is { } members && FindParameter(members, name) is { } place)
            {
                return place;
            }
        }

        return null;
    }

    private IReadOnlyList<string> ProblemsOf(SchemaSeverity severity) =>
        [.. Describe(Path, Text, _file.Problems.Where(problem => problem.Rule.Severity == severity))];

    private static IEnumerable<string> Describe(string path, string text, IEnumerable<SchemaProblem> problems) =>
        problems.Select(problem => ProblemText.From(path, text, problem));
}
