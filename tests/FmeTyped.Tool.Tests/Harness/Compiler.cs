using System.Reflection;
using FmeTyped.Schema.Model;
using FmeTyped.Tool.CSharpFiles;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;

namespace FmeTyped.Tool.Tests.Harness;

/// <summary>Compiles generated code, and a caller of it.</summary>
internal static class Compiler
{
    private static readonly CSharpParseOptions Parsing = new(LanguageVersion.CSharp12, DocumentationMode.Diagnose);

    private static readonly MetadataReference[] References =
    [
        .. Directory.GetFiles(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "System*.dll").Select(path => MetadataReference.CreateFromFile(path)),
        MetadataReference.CreateFromFile(typeof(IFmeRequest).Assembly.Location),
    ];

    /// <summary>What the compiler has against the C# of some workspaces, warnings included, and against further code.</summary>
    public static IReadOnlyList<string> Compile(IReadOnlyCollection<Workspace> workspaces, string code = "") =>
        Compile(CSharpFileSet.From(workspaces, "App").Values.Append(code));

    /// <summary>The C# of some workspaces and further code, compiled and loaded.</summary>
    public static Assembly Load(IReadOnlyCollection<Workspace> workspaces, string code = "")
    {
        using var assembly = new MemoryStream();
        EmitResult result =
            CompilationOf(CSharpFileSet.From(workspaces, "App").Values.Append(code)).Emit(assembly, cancellationToken: TestContext.Current.CancellationToken);
        Assert.True(result.Success, string.Join('\n', result.Diagnostics));
        return Assembly.Load(assembly.ToArray());
    }

    public static IReadOnlyList<string> Compile(IEnumerable<string> sources) =>
        [
            .. CompilationOf(sources).GetDiagnostics(TestContext.Current.CancellationToken)
                .Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning)
                .Select(diagnostic => diagnostic.ToString()),
        ];

    private static CSharpCompilation CompilationOf(IEnumerable<string> sources) => CSharpCompilation.Create(
        "App",
        sources.Select((source, i) => CSharpSyntaxTree.ParseText(source, Parsing, $"{i}.cs")),
        References,
        new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary,
            warningLevel: int.MaxValue,
            nullableContextOptions: NullableContextOptions.Enable,
            generalDiagnosticOption: ReportDiagnostic.Error));
}
