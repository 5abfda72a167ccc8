using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Reflection;
using System.Text;
using FmeTyped.Generator;
using FmeTyped.Generator.Analyzers;
using FmeTyped.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace FmeTyped.Docs.Tests;

/// <summary>
/// Compiles a snippet, a program or a file of types, in a project MyApp that has a schema file, with the generator and all analyzers, and runs it. What
/// a snippet uses without making it (a client, a token) it finds in <see cref="Around"/>; a complete program has to make everything itself.
/// </summary>
internal static class SnippetCompiler
{
    // What the SDK imports into a new project.
    private const string ImplicitUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Threading;
        global using System.Threading.Tasks;

        """;

    // What the SDK of a web app imports besides.
    private const string WebUsings = """
        global using Microsoft.AspNetCore.Builder;
        global using Microsoft.AspNetCore.Http;
        global using Microsoft.Extensions.Configuration;
        global using Microsoft.Extensions.DependencyInjection;
        global using Microsoft.Extensions.Hosting;
        global using Microsoft.Extensions.Logging;

        """;

    private const string WebAround = """

        internal static class WebAround
        {
            public static WebApplicationBuilder builder => null!;
        }
        """;

    private const string Around = """
        global using FmeTyped;
        global using FmeTyped.Metadata;
        global using FmeTyped.Testing;
        global using MyApp.Fme.Samples;
        global using static MyApp.Fme.Samples.AustinDownload;
        global using static Around;

        internal static class Around
        {
            public static FmeFlowClient fme { get; set; } = null!;
            public static FmeFlowEmulator emulator { get; set; } = null!;
            public static FmeJob job => null!;
            public static AustinDownload order => null!;
            public static string token => "";
            public static CancellationToken ct => default;
        }
        """;

    // Several snippets run at once, and a process has one console.
    private const string Console = """
        internal static class Console
        {
            public static StringWriter Output { get; } = new();
            public static void WriteLine(object? value) => Output.Write(value + "\n");
        }
        """;

    private static readonly ImmutableArray<DiagnosticAnalyzer> Analyzers =
    [
        .. typeof(RawUrlAnalyzer).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(DiagnosticAnalyzer)) && !type.IsAbstract)
            .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!),
    ];

    private static readonly MetadataReference[] References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(path => MetadataReference.CreateFromFile(path)),
    ];

    // The SDK leaves out these two as well: a library was built with an older version of what the app has.
    private static readonly Dictionary<string, ReportDiagnostic> AsSdk =
        new() { ["CS1701"] = ReportDiagnostic.Suppress, ["CS1702"] = ReportDiagnostic.Suppress };

    /// <summary>The errors and warnings, each as id and message, in the order of the code, and what FmeTyped reports as information.</summary>
    public static async Task<IReadOnlyList<string>> CompileAsync(CodeBlock snippet, IReadOnlyList<string> schemas)
    {
        (Compilation compilation, AnalyzerOptions options, IEnumerable<Diagnostic> generated) = Generate(snippet, schemas);
        ImmutableArray<Diagnostic> found = await compilation.WithAnalyzers(Analyzers, options).GetAllDiagnosticsAsync(TestContext.Current.CancellationToken);
        return
        [
            .. generated.Concat(found)
                .Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning || diagnostic.Descriptor.Category == "FmeTyped.Use")
                .OrderBy(diagnostic => diagnostic.Location.SourceSpan.Start)
                .Select(diagnostic => $"{diagnostic.Id}: {diagnostic.GetMessage(CultureInfo.InvariantCulture)}"),
        ];
    }

    /// <summary>What the snippet, a program, prints with a client of this emulator.</summary>
    public static async Task<string> RunAsync(CodeBlock snippet, IReadOnlyList<string> schemas, FmeFlowEmulator emulator)
    {
        (Compilation compilation, _, _) = Generate(snippet, schemas, Console);
        using var image = new MemoryStream();
        Assert.True(compilation.Emit(image, cancellationToken: TestContext.Current.CancellationToken).Success);
        Assembly app = Assembly.Load(image.ToArray());
        using var fme = new FmeFlowClient(new FmeFlowOptions { ServerUrl = emulator.ServerUrl, Token = emulator.Token });
        if (app.GetType("Around") is { } around)
        {
            around.GetProperty("fme")!.SetValue(null, fme);
            around.GetProperty("emulator")!.SetValue(null, emulator);
        }

        MethodInfo main = app.EntryPoint!.DeclaringType!.GetMethod("<Main>$", BindingFlags.Static | BindingFlags.NonPublic)!;
        if (main.Invoke(null, [Array.Empty<string>()]) is Task running)
        {
            await running;
        }

        return app.GetType("Console")!.GetProperty("Output")!.GetValue(null)!.ToString()!;
    }

    private static (Compilation Compilation, AnalyzerOptions Options, IEnumerable<Diagnostic> Generated) Generate(
        CodeBlock snippet, IReadOnlyList<string> schemas, string more = "")
    {
        var parsing = new CSharpParseOptions(LanguageVersion.CSharp12);
        SyntaxTree program = CSharpSyntaxTree.ParseText(snippet.Code, parsing, "Program.cs");
        OutputKind kind =
            program.GetRoot().ChildNodes().OfType<GlobalStatementSyntax>().Any() ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary;

        // Analyzers leave projects of tests alone. An app has no test framework; a snippet of tests has.
        bool isTest = snippet.Code.Contains("Assert.", StringComparison.Ordinal);
        bool isWeb = snippet.Code.Contains("builder.Services", StringComparison.Ordinal);
        string usings = (isTest ? "global using Xunit;\n" : "") + ImplicitUsings + (isWeb ? WebUsings : "");
        string around = snippet.IsProgram ? usings : usings + (isWeb ? "global using static WebAround;\n" + Around + WebAround : Around);
        CSharpCompilation compilation = CSharpCompilation.Create(
            "MyApp",
            [CSharpSyntaxTree.ParseText(around + more, parsing, "Around.cs"), program],
            References.Where(reference => isTest || !Path.GetFileName(reference.Display!).StartsWith("xunit", StringComparison.OrdinalIgnoreCase)),
            new CSharpCompilationOptions(kind, specificDiagnosticOptions: AsSdk, nullableContextOptions: NullableContextOptions.Enable));
        ImmutableArray<AdditionalText> files = [.. schemas.Select((schema, i) => (AdditionalText)new Schema($"{i}.workspaces.json", schema))];
        GeneratorDriver driver = CSharpGeneratorDriver.Create([new WorkspaceGenerator().AsSourceGenerator()], files, parsing, new Options());
        driver.RunGeneratorsAndUpdateCompilation(
            compilation, out Compilation output, out ImmutableArray<Diagnostic> generated, TestContext.Current.CancellationToken);
        return (output, new AnalyzerOptions(files, new Options()), generated);
    }

    private sealed class Schema(string path, string text) : AdditionalText
    {
        public override string Path { get; } = path;

        public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(text, Encoding.UTF8);
    }

    /// <summary>What the build tells the generator.</summary>
    private sealed class Options : AnalyzerConfigOptionsProvider
    {
        private static readonly AnalyzerConfigOptions Build = new BuildProperties();

        public override AnalyzerConfigOptions GlobalOptions => Build;

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => Build;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => Build;

        private sealed class BuildProperties : AnalyzerConfigOptions
        {
            public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value)
            {
                value = key == "build_property.RootNamespace" ? "MyApp" : null;
                return value is not null;
            }
        }
    }
}
