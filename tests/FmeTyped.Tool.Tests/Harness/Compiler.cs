using FmeTyped.Schema.Model;
using FmeTyped.Tool.CSharpFiles;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

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
        Compile(CSharpFileSet.Of(workspaces, "App").Values.Append(code));

    public static IReadOnlyList<string> Compile(IEnumerable<string> sources)
    {
        var compilation = CSharpCompilation.Create(
            "App",
            sources.Select(source => CSharpSyntaxTree.ParseText(source, Parsing)),
            References,
            new CSharpCompilationOptions(
                OutputKind.DynamicallyLinkedLibrary,
                warningLevel: int.MaxValue,
                nullableContextOptions: NullableContextOptions.Enable,
                generalDiagnosticOption: ReportDiagnostic.Error));
        return
        [
            .. compilation.GetDiagnostics(TestContext.Current.CancellationToken)
                .Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning)
                .Select(diagnostic => diagnostic.ToString()),
        ];
    }
}
