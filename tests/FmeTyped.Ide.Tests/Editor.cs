using System.Collections.Immutable;
using FmeTyped.CodeFixes;
using FmeTyped.Generator;
using FmeTyped.Generator.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Classification;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Completion;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Host.Mef;
using Microsoft.CodeAnalysis.QuickInfo;
using Microsoft.CodeAnalysis.Text;

namespace FmeTyped.Ide.Tests;

/// <summary>A developer's editor with one file open, in a project with a workspaces.json. A bar in the code is the cursor.</summary>
internal sealed class Editor : IDisposable
{
    private readonly AdhocWorkspace _workspace = new(MefHostServices.DefaultHost);
    private readonly AdditionalText _schema;
    private readonly Document _document;
    private readonly int _cursor;

    /// <summary>Opens the file.</summary>
    /// <param name="code">The file, with the cursor.</param>
    /// <param name="schema">The project's workspaces.json; null for the one of the repository.</param>
    public Editor(string code, string? schema = null)
    {
        _schema = new ProjectSchemaText(schema ?? File.ReadAllText(Repository.PathOf("workspaces.json")));
        _cursor = code.IndexOf('|', StringComparison.Ordinal);
        var project = ProjectInfo.Create(
            ProjectId.CreateNewId(),
            VersionStamp.Default,
            "App",
            "App",
            LanguageNames.CSharp,
            compilationOptions: new CSharpCompilationOptions(OutputKind.ConsoleApplication, nullableContextOptions: NullableContextOptions.Enable),
            parseOptions: new CSharpParseOptions(LanguageVersion.Latest),
            metadataReferences: References());
        _document = _workspace.AddProject(project).AddDocument("Code.cs", SourceText.From(code.Remove(_cursor, 1)));
        foreach ((string name, string source) in Generated(_schema))
        {
            _document = _document.Project.AddDocument(name, SourceText.From(source)).Project.GetDocument(_document.Id)!;
        }
    }

    /// <summary>The signature and the documentation that are shown on hovering over the cursor.</summary>
    public async Task<string> QuickInfo()
    {
        QuickInfoItem? item = await QuickInfoService.GetService(_document)!.GetQuickInfoAsync(_document, _cursor, TestContext.Current.CancellationToken);
        return item is null ? "" : string.Join("\n", item.Sections.Where(
            section => section.Kind is QuickInfoSectionKinds.Description or QuickInfoSectionKinds.DocumentationComments).Select(section => section.Text));
    }

    /// <summary>The names that are offered at the cursor.</summary>
    public async Task<IReadOnlyList<string>> Offered() => [.. (await Completions()).ItemsList.Select(item => item.DisplayText)];

    /// <summary>What is shown beside one of the names that are offered.</summary>
    public async Task<string> Description(string name)
    {
        CompletionItem item = (await Completions()).ItemsList.Single(item => item.DisplayText == name);
        CompletionDescription? description =
            await CompletionService.GetService(_document)!.GetDescriptionAsync(_document, item, TestContext.Current.CancellationToken);
        return description?.Text ?? "";
    }

    /// <summary>The file line by line, each in pieces with what an editor colors them as.</summary>
    public async Task<IReadOnlyList<IReadOnlyList<ClassifiedText>>> Classified()
    {
        SourceText text = await _document.GetTextAsync(TestContext.Current.CancellationToken);
        var lines = new List<IReadOnlyList<ClassifiedText>>();
        foreach (TextLine line in text.Lines)
        {
            IEnumerable<ClassifiedSpan> spans = await Classifier.GetClassifiedSpansAsync(_document, line.Span, TestContext.Current.CancellationToken);
            lines.Add([
                .. spans.DistinctBy(span => span.TextSpan)
                    .Select(span => new ClassifiedText(span.TextSpan.Start - line.Start, text.ToString(span.TextSpan), span.ClassificationType)),
            ]);
        }

        return lines;
    }

    /// <summary>What the compiler and the analyzers refuse, with where it is.</summary>
    public async Task<IReadOnlyList<Diagnostic>> Errors() =>
        [.. (await Diagnostics()).Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).OrderBy(diagnostic => diagnostic.Location.SourceSpan)];

    /// <summary>The titles of the code fixes that are offered at the cursor.</summary>
    public async Task<IReadOnlyList<string>> FixesOffered() => [.. (await Fixes()).Select(fix => fix.Title)];

    /// <summary>The file after the only code fix that is offered at the cursor, or the one of a title.</summary>
    public async Task<string> Fixed(string? title = null)
    {
        CodeAction fix = Assert.Single(await Fixes(), fix => title is null || fix.Title == title);
        ApplyChangesOperation change = (await fix.GetOperationsAsync(TestContext.Current.CancellationToken)).OfType<ApplyChangesOperation>().Single();
        Document changed = change.ChangedSolution.GetDocument(_document.Id)!;
        return (await changed.GetTextAsync(TestContext.Current.CancellationToken)).ToString();
    }

    public void Dispose() => _workspace.Dispose();

    private async Task<IReadOnlyList<CodeAction>> Fixes()
    {
        var fixes = new List<CodeAction>();
        foreach (Diagnostic diagnostic in (await Diagnostics()).Where(diagnostic => diagnostic.Location.SourceSpan.IntersectsWith(new TextSpan(_cursor, 0))))
        {
            foreach (CodeFixProvider provider in new CodeFixProvider[] { new MisspeltNameFix(), new SuggestedOptionFix(), new TextForValueFix() }
                .Where(provider => provider.FixableDiagnosticIds.Contains(diagnostic.Id)))
            {
                await provider.RegisterCodeFixesAsync(
                    new CodeFixContext(_document, diagnostic, (fix, _) => fixes.Add(fix), TestContext.Current.CancellationToken));
            }
        }

        return fixes;
    }

    private async Task<ImmutableArray<Diagnostic>> Diagnostics()
    {
        Compilation compilation = (await _document.Project.GetCompilationAsync(TestContext.Current.CancellationToken))!;
        SyntaxTree tree = (await _document.GetSyntaxTreeAsync(TestContext.Current.CancellationToken))!;
        ImmutableArray<Diagnostic> all = await compilation
            .WithAnalyzers([new RequestValuesAnalyzer(), new TextForValueAnalyzer()], new AnalyzerOptions([_schema], new RootNamespace()))
            .GetAllDiagnosticsAsync(TestContext.Current.CancellationToken);
        return [.. all.Where(diagnostic => diagnostic.Location.SourceTree == tree)];
    }

    private async Task<CompletionList> Completions() =>
        await CompletionService.GetService(_document)!.GetCompletionsAsync(_document, _cursor, cancellationToken: TestContext.Current.CancellationToken);

    private static IEnumerable<MetadataReference> References() =>
        Directory.GetFiles(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "System*.dll")
            .Append(typeof(IFmeRequest).Assembly.Location)
            .Select(path => MetadataReference.CreateFromFile(path));

    private static IEnumerable<(string Name, string Source)> Generated(AdditionalText schema)
    {
        GeneratorDriver driver = CSharpGeneratorDriver.Create(
            [new WorkspaceGenerator().AsSourceGenerator()],
            [schema],
            new CSharpParseOptions(LanguageVersion.Latest),
            new RootNamespace());
        return driver.RunGenerators(CSharpCompilation.Create("App", references: References()), TestContext.Current.CancellationToken)
            .GetRunResult().Results.Single().GeneratedSources
            .Select(source => (source.HintName, source.SourceText.ToString()));
    }

    private sealed class ProjectSchemaText(string text) : AdditionalText
    {
        private readonly SourceText _text = SourceText.From(text);

        public override string Path => "workspaces.json";

        public override SourceText GetText(CancellationToken cancellationToken = default) => _text;
    }

    private sealed class RootNamespace : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions => App.Instance;

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => App.Instance;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => App.Instance;
    }

    private sealed class App : AnalyzerConfigOptions
    {
        public static readonly App Instance = new();

        public override bool TryGetValue(string key, out string value)
        {
            value = key == "build_property.RootNamespace" ? "App" : "";
            return value.Length > 0;
        }
    }
}
