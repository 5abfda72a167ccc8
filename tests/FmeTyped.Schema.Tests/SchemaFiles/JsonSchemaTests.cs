using System.Text.Json.Nodes;
using FmeTyped.Schema.Reading;
using FmeTyped.Schema.Rules;
using NJsonSchema;

namespace FmeTyped.Schema.Tests.SchemaFiles;

/// <summary>
/// The JSON Schema that editors check a schema file with says the same as the reader that the compiler checks it with. Each case
/// goes through both.
/// </summary>
public class JsonSchemaTests
{
    private static readonly Task<JsonSchema> Schema =
        JsonSchema.FromFileAsync(Repository.PathOf("src", "FmeTyped", "build", "workspaces.schema.json"));

    public static TheoryData<string> GoodFiles => [.. SchemaFileCases.Good];

    public static TheoryData<string> BadFiles => [.. SchemaFileCases.Bad];

    public static TheoryData<string, string> FilesOnlyTheReaderRefuses => Pairs(SchemaFileCases.RefusedByReaderOnly);

    public static TheoryData<string, string> FilesOnlyTheSchemaRefuses => Pairs(SchemaFileCases.RefusedBySchemaOnly);

    [Theory]
    [MemberData(nameof(GoodFiles))]
    public async Task A_good_file_is_good_to_both(string file)
    {
        Assert.Empty(ReaderObjections(file));
        Assert.Empty(await SchemaObjections(file));
    }

    [Theory]
    [MemberData(nameof(BadFiles))]
    public async Task A_bad_file_is_bad_to_both(string file)
    {
        Assert.NotEmpty(ReaderObjections(file));
        Assert.NotEmpty(await SchemaObjections(file));
    }

    [Theory]
    [MemberData(nameof(FilesOnlyTheReaderRefuses))]
    public async Task Some_faults_are_beyond_a_schema(string reason, string file)
    {
        Assert.True(ReaderObjections(file).Length > 0, reason);
        Assert.True((await SchemaObjections(file)).Length == 0, reason);
    }

    [Theory]
    [MemberData(nameof(FilesOnlyTheSchemaRefuses))]
    public async Task Some_faults_change_nothing_that_is_generated(string reason, string file)
    {
        Assert.True(ReaderObjections(file).Length == 0, reason);
        Assert.True((await SchemaObjections(file)).Length > 0, reason);
    }

    [Fact]
    public async Task The_file_of_this_repository_is_good_and_names_the_schema()
    {
        string file = await File.ReadAllTextAsync(Repository.PathOf("workspaces.json"), TestContext.Current.CancellationToken);
        Assert.Empty(ReaderObjections(file));
        Assert.Empty(await SchemaObjections(file));
        Assert.True(File.Exists(Repository.PathOf((string)JsonNode.Parse(file)!["$schema"]!)));
    }

    [CorpusFact]
    public async Task Every_recorded_answer_of_a_parameters_endpoint_is_good_to_both()
    {
        string[] files =
        [
            .. Directory.GetFiles(Corpus.PathOf("rest", "v3"), "parameters-*.json"),
            .. Directory.GetFiles(Corpus.PathOf("rest", "v4"), "form-definition-*.json"),
        ];
        Assert.NotEmpty(files);
        foreach (string path in files)
        {
            string file = SchemaFileCases.WithParameters(await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken));
            Assert.True(ReaderObjections(file).Length == 0, $"{path}: {string.Join("; ", ReaderObjections(file))}");
            Assert.True((await SchemaObjections(file)).Length == 0, $"{path}: {string.Join("; ", await SchemaObjections(file))}");
        }
    }

    // A misspelt choice is a warning to the compiler; what is merely good to know is no objection.
    private static string[] ReaderObjections(string file) =>
    [
        .. SchemaFileReader.Read(file).Problems.Where(problem => problem.Rule.Severity != SchemaSeverity.Information).Select(problem => problem.Message),
    ];

    private static async Task<string[]> SchemaObjections(string file) => [.. (await Schema).Validate(file).Select(error => error.ToString())];

    private static TheoryData<string, string> Pairs(IEnumerable<(string Reason, string File)> cases)
    {
        var data = new TheoryData<string, string>();
        foreach ((string reason, string file) in cases)
        {
            data.Add(reason, file);
        }

        return data;
    }
}
