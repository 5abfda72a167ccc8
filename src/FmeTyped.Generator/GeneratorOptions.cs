using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using CSharpVersion = Microsoft.CodeAnalysis.CSharp.LanguageVersion;

namespace FmeTyped.Generator;

/// <summary>The project settings that the generated code depends on.</summary>
/// <param name="RootNamespace">The namespace that generated namespaces start with; empty if the build sets none.</param>
/// <param name="LanguageVersion">The C# version if it is too low; otherwise null.</param>
internal sealed record GeneratorOptions(string RootNamespace, string? LanguageVersion)
{
    public static GeneratorOptions Read(AnalyzerConfigOptions build, ParseOptions parsing) => new(
        build.TryGetValue("build_property.RootNamespace", out string? rootNamespace) ? rootNamespace : "",
        parsing is CSharpParseOptions { LanguageVersion: < CSharpVersion.CSharp12 and var version } ? version.ToDisplayString() : null);
}
