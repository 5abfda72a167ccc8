using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace FmeTyped.Generator.Tests.Harness;

/// <summary>Runs an analyzer over a project as the compiler does: after the generator, and over code that compiles.</summary>
internal static class AnalyzerRun
{
    /// <summary>What the analyzer reports, each as the code it points at and its message, in the order of the code.</summary>
    /// <param name="analyzer">The analyzer.</param>
    /// <param name="schema">The project's workspaces.json; null for a project without.</param>
    /// <param name="code">The project's code.</param>
    /// <param name="references">What the project references besides the framework and FmeTyped.</param>
    /// <param name="properties">The project's MSBuild properties.</param>
    public static Task<IReadOnlyList<Finding>> From(
        DiagnosticAnalyzer analyzer,
        string? schema,
        string code,
        MetadataReference[]? references = null,
        params (string Name, string Value)[] properties) => From(analyzer, schema, code, references, properties, mayFail: false);

    /// <summary>The same over code that need not compile.</summary>
    public static Task<IReadOnlyList<Finding>> OverErrors(
        DiagnosticAnalyzer analyzer, string? schema, string code, MetadataReference[]? references = null) =>
        From(analyzer, schema, code, references, [], mayFail: true);

    private static async Task<IReadOnlyList<Finding>> From(
        DiagnosticAnalyzer analyzer, string? schema, string code, MetadataReference[]? references, (string Name, string Value)[] properties, bool mayFail)
    {
        ImmutableArray<SchemaText> files = schema is null ? [] : [new SchemaText("workspaces.json", schema)];
        Compilation generated = GeneratorRun.From(files).Output;
        Compilation compilation = generated
            .AddReferences(references ?? [])
            .AddSyntaxTrees(TestCompilation.Parse(code, (CSharpParseOptions)generated.SyntaxTrees.First().Options));
        Assert.True(
            mayFail || !compilation.GetDiagnostics(TestContext.Current.CancellationToken).Any(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning),
            string.Join('\n', compilation.GetDiagnostics(TestContext.Current.CancellationToken)));

        // An exception of the analyzer's is a diagnostic too.
        ImmutableArray<Diagnostic> found = await compilation
            .WithAnalyzers([analyzer], new AnalyzerOptions(files.CastArray<AdditionalText>(), new TestOptionsProvider(properties)))
            .GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);
        return
        [
            .. found
                .OrderBy(diagnostic => diagnostic.Location.SourceSpan.Start)
                .ThenBy(diagnostic => diagnostic.GetMessage(null), StringComparer.Ordinal)
                .Select(diagnostic => new Finding(
                    diagnostic.Id, code.Substring(diagnostic.Location.SourceSpan.Start, diagnostic.Location.SourceSpan.Length), diagnostic.GetMessage(null))),
        ];
    }

    /// <summary>A class library that generates from a schema file.</summary>
    public static MetadataReference Library(string schema) =>
        MetadataReference.CreateFromImage(TestLoadContext.ImageOf(GeneratorRun.From(schema).Output.WithAssemblyName("Library")));

    /// <summary>What makes a project one of tests.</summary>
    public static MetadataReference TestFramework { get; } =
        MetadataReference.CreateFromImage(TestLoadContext.ImageOf(TestCompilation.Create("", LanguageVersion.CSharp12).WithAssemblyName("xunit.v3.core")));

    public sealed record Finding(string Id, string Code, string Message);
}
