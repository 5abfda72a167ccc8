using FmeTyped.Generator;
using FmeTyped.Tests.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Completion;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Host.Mef;
using Microsoft.CodeAnalysis.QuickInfo;
using Microsoft.CodeAnalysis.Text;

namespace FmeTyped.Ide.Tests;

/// <summary>A developer's editor with one file open, in a project with the repository's workspaces.json. A bar in the code is the cursor.</summary>
internal sealed class Editor : IDisposable
{
    private readonly AdhocWorkspace _workspace = new(MefHostServices.DefaultHost);
    private readonly Document _document;
    private readonly int _cursor;

    public Editor(string code)
    {
        _cursor = code.IndexOf('|', StringComparison.Ordinal);
        var project = ProjectInfo.Create(
            ProjectId.CreateNewId(),
            VersionStamp.Default,
            "App",
            "App",
            LanguageNames.CSharp,
            compilationOptions: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable),
            parseOptions: new CSharpParseOptions(LanguageVersion.Latest),
            metadataReferences: References());
        _document = _workspace.AddProject(project).AddDocument("Code.cs", SourceText.From(code.Remove(_cursor, 1)));
        foreach ((string name, string source) in Generated())
        {
            _document = _document.Project.AddDocument(name, SourceText.From(source)).Project.GetDocument(_document.Id)!;
        }
    }

    /// <summary>The signature and the documentation that are shown on hovering over the cursor.</summary>
    public async Task<string> QuickInfo()
    {
        QuickInfoItem? item = await QuickInfoService.GetService(_document)!.GetQuickInfoAsync(_document, _cursor, TestContext.Current.CancellationToken);
        return item is null ? "" : string.Join("\n", item.Sections.Where(section => section.Kind is QuickInfoSectionKinds.Description or QuickInfoSectionKinds.DocumentationComments).Select(section => section.Text));
    }

    /// <summary>The names that are offered at the cursor.</summary>
    public async Task<IReadOnlyList<string>> Offered() => [.. (await Completions()).ItemsList.Select(item => item.DisplayText)];

    /// <summary>What is shown beside one of the names that are offered.</summary>
    public async Task<string> Description(string name)
    {
        CompletionItem item = (await Completions()).ItemsList.Single(item => item.DisplayText == name);
        CompletionDescription? description = await CompletionService.GetService(_document)!.GetDescriptionAsync(_document, item, TestContext.Current.CancellationToken);
        return description?.Text ?? "";
    }

    public void Dispose() => _workspace.Dispose();

    private async Task<CompletionList> Completions() =>
        await CompletionService.GetService(_document)!.GetCompletionsAsync(_document, _cursor, cancellationToken: TestContext.Current.CancellationToken);

    private static IEnumerable<MetadataReference> References() =>
        Directory.GetFiles(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "System*.dll")
            .Append(typeof(IFmeRequest).Assembly.Location)
            .Select(path => MetadataReference.CreateFromFile(path));

    private static IEnumerable<(string Name, string Source)> Generated()
    {
        GeneratorDriver driver = CSharpGeneratorDriver.Create(
            [new WorkspaceGenerator().AsSourceGenerator()],
            [new RootSchema()],
            new CSharpParseOptions(LanguageVersion.Latest),
            new RootNamespace());
        return driver.RunGenerators(CSharpCompilation.Create("App", references: References()), TestContext.Current.CancellationToken)
            .GetRunResult().Results.Single().GeneratedSources
            .Select(source => (source.HintName, source.SourceText.ToString()));
    }

    private sealed class RootSchema : AdditionalText
    {
        public override string Path => Repository.PathOf("workspaces.json");

        public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(File.ReadAllText(Path));
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
