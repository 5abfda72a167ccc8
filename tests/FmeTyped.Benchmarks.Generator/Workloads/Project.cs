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

    private readonly SchemaText[] _schemas;
    private readonly IIncrementalGenerator _generator;
    private GeneratorDriver _driver;
    private int _codeEdits;
    private int _schemaEdits;

    public Project(IIncrementalGenerator generator, int workspaces)
    {
        _generator = generator;
        _schemas = [new SchemaText(SchemaSample.Of(workspaces)), new SchemaText(SchemaSample.Of(workspaces, edited: true))];
        _driver = New();
    }

    public GeneratorRunResult Result => _driver.GetRunResult().Results.Single();

    /// <summary>Runs the generator for the first time.</summary>
    public void RunCold() => _driver = New().RunGenerators(_edits[_codeEdits % 2]);

    /// <summary>Runs it again after an edit of code that has nothing to do with it.</summary>
    public void RunAfterCodeEdit() => _driver = _driver.RunGenerators(_edits[++_codeEdits % 2]);

    /// <summary>Runs it again after a word of one workspace changed, and the length of the file did not.</summary>
    public void RunAfterSchemaEdit()
    {
        SchemaText old = _schemas[_schemaEdits % 2];
        _driver = _driver.ReplaceAdditionalText(old, _schemas[++_schemaEdits % 2]).RunGenerators(_edits[_codeEdits % 2]);
    }

    private CSharpGeneratorDriver New() =>
        CSharpGeneratorDriver.Create([_generator.AsSourceGenerator()], [_schemas[_schemaEdits % 2]], Options, new OptionsProvider());

    private sealed class SchemaText(string text) : AdditionalText
    {
        // From bytes, as a compiler reads it: long texts then lie in pieces.
        private readonly SourceText _text = SourceText.From(new MemoryStream(Encoding.UTF8.GetBytes(text)), Encoding.UTF8);

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
