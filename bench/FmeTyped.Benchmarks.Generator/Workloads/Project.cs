using System.Diagnostics.CodeAnalysis;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace FmeTyped.Benchmarks.Generator.Workloads;

/// <summary>A project named App with one schema file, and a generator that runs over it as it does in a compiler.</summary>
internal sealed class Project
{
    private static readonly CSharpParseOptions Options = new(LanguageVersion.CSharp12);

    private readonly CSharpCompilation[] _edits = [.. Enumerable.Range(0, 2).Select(edit => CSharpCompilation.Create(
        "App", [CSharpSyntaxTree.ParseText($"internal static class Unrelated {{ public const int Edit = {edit}; }}", Options)]))];

    private readonly byte[][] _schemas;
    private readonly IIncrementalGenerator _generator;
    private GeneratorDriver _driver = null!;
    private SchemaText _schema = null!;
    private int _codeEdit;
    private int _schemaEdit;

    public Project(IIncrementalGenerator generator, int workspaces)
    {
        _generator = generator;
        _schemas = [Encoding.UTF8.GetBytes(SchemaSample.From(workspaces)), Encoding.UTF8.GetBytes(SchemaSample.From(workspaces, edited: true))];
        Open();
        Run();
    }

    public GeneratorRunResult Result => _driver.GetRunResult().Results.Single();

    /// <summary>Opens the project anew, so that the next run is the first.</summary>
    public void Open()
    {
        _schema = new SchemaText(_schemas[0]);
        _driver = CSharpGeneratorDriver.Create([_generator.AsSourceGenerator()], [_schema], Options, new OptionsProvider());
    }

    /// <summary>Edits code that has nothing to do with the schema.</summary>
    public void EditCode() => _codeEdit++;

    /// <summary>Changes a word of one workspace, which leaves the file as long as it was.</summary>
    public void EditSchema()
    {
        var edited = new SchemaText(_schemas[++_schemaEdit % 2]);
        _driver = _driver.ReplaceAdditionalText(_schema, edited);
        _schema = edited;
    }

    /// <summary>Runs the generator.</summary>
    public void Run() => _driver = _driver.RunGenerators(_edits[_codeEdit % 2]);

    private sealed class SchemaText(byte[] utf8) : AdditionalText
    {
        // From bytes, as a compiler reads it: long texts then lie in pieces.
        private readonly SourceText _text = SourceText.From(new MemoryStream(utf8), Encoding.UTF8);

        public override string Path => "workspaces.json";

        public override SourceText GetText(CancellationToken cancellationToken = default) => _text;
    }

    private sealed class OptionsProvider : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new BuildProperties();

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => GlobalOptions;
    }

    private sealed class BuildProperties : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value)
        {
            value = key == "build_property.RootNamespace" ? "App" : null;
            return value is not null;
        }
    }
}
