using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using FmeTyped.Generator;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace FmeTyped.Docs.Tests;

/// <summary>
/// Compiles a snippet, a program or a file of types, in a project MyApp that has a schema file. What a snippet uses without making it (a
/// client, a token) it finds in <see cref="Around"/>.
/// </summary>
internal static class SnippetCompiler
{
    private const string Around = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Threading;
        global using System.Threading.Tasks;
        global using FmeTyped;
        global using FmeTyped.Testing;
        global using Xunit;
        global using MyApp.Fme.Samples;
        global using static MyApp.Fme.Samples.AustinDownload;
        global using static Around;

        internal static class Around
        {
            public static FmeFlowClient fme => null!;
            public static FmeFlowEmulator emulator => null!;
            public static FmeJob job => null!;
            public static AustinDownload order => null!;
            public static string token => "";
            public static CancellationToken ct => default;
        }
        """;

    private static readonly MetadataReference[] References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(path => MetadataReference.CreateFromFile(path)),
    ];

    /// <summary>The errors and warnings, each as id and message, in the order of the code.</summary>
    public static IReadOnlyList<string> Compile(string snippet, IEnumerable<string> schemas)
    {
        var options = new CSharpParseOptions(LanguageVersion.CSharp12);
        SyntaxTree program = CSharpSyntaxTree.ParseText(snippet, options, "Program.cs");
        OutputKind kind = program.GetRoot().ChildNodes().OfType<GlobalStatementSyntax>().Any() ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary;
        CSharpCompilation compilation = CSharpCompilation.Create(
            "MyApp",
            [CSharpSyntaxTree.ParseText(Around, options, "Around.cs"), program],
            References,
            new CSharpCompilationOptions(kind, nullableContextOptions: NullableContextOptions.Enable));
        GeneratorDriver driver = CSharpGeneratorDriver.Create(
            [new WorkspaceGenerator().AsSourceGenerator()],
            schemas.Select((schema, i) => (AdditionalText)new Schema($"{i}.workspaces.json", schema)),
            options,
            new Options());
        driver.RunGeneratorsAndUpdateCompilation(compilation, out Compilation output, out ImmutableArray<Diagnostic> generated, TestContext.Current.CancellationToken);
        return
        [
            .. generated.Concat(output.GetDiagnostics(TestContext.Current.CancellationToken))
                .Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning)
                .OrderBy(diagnostic => diagnostic.Location.SourceSpan.Start)
                .Select(diagnostic => $"{diagnostic.Id}: {diagnostic.GetMessage(CultureInfo.InvariantCulture)}"),
        ];
    }

    private sealed class Schema(string path, string text) : AdditionalText
    {
        public override string Path { get; } = path;

        public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(text, Encoding.UTF8);
    }

    /// <summary>No settings; the root namespace is then the assembly's name.</summary>
    private sealed class Options : AnalyzerConfigOptionsProvider
    {
        private static readonly AnalyzerConfigOptions None = new Empty();

        public override AnalyzerConfigOptions GlobalOptions => None;

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => None;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => None;

        private sealed class Empty : AnalyzerConfigOptions
        {
            public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value)
            {
                value = null;
                return false;
            }
        }
    }
}
