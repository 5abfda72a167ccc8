using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace FmeTyped.Generator.Tests.Harness;

/// <summary>The project App: references the framework and the runtime, warnings are errors, nullable and documentation are on.</summary>
internal static class TestCompilation
{
    private static readonly MetadataReference[] References =
    [
        .. Directory.GetFiles(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "System*.dll").Select(path => MetadataReference.CreateFromFile(path)),
        MetadataReference.CreateFromFile(typeof(IFmeRequest).Assembly.Location),
    ];

    public static CSharpCompilation Create(string code, LanguageVersion version) => CSharpCompilation.Create(
        "App",
        [Parse(code, new CSharpParseOptions(version, DocumentationMode.Diagnose))],
        References,
        new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary,
            warningLevel: int.MaxValue,
            nullableContextOptions: NullableContextOptions.Enable,
            generalDiagnosticOption: ReportDiagnostic.Error));

    public static SyntaxTree Parse(string code, CSharpParseOptions options) => CSharpSyntaxTree.ParseText(code, options, path: $"{code.Length}.cs");
}
