using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using CSharpVersion = Microsoft.CodeAnalysis.CSharp.LanguageVersion;

namespace FmeTyped.Generator;

/// <summary>What the project says that the generated code depends on.</summary>
/// <param name="RootNamespace">The namespace that generated namespaces start with.</param>
/// <param name="LanguageVersion">The C# version, if it is too low; null if it will do.</param>
internal sealed record GeneratorOptions(string RootNamespace, string? LanguageVersion)
{
    public static GeneratorOptions Read(AnalyzerConfigOptions build, Compilation compilation)
    {
        if (!build.TryGetValue("build_property.RootNamespace", out string? rootNamespace) || rootNamespace.Length == 0)
        {
            rootNamespace = compilation.AssemblyName ?? "";
        }

        return new GeneratorOptions(
            rootNamespace,
            compilation is CSharpCompilation { LanguageVersion: < CSharpVersion.CSharp12 and var version } ? version.ToDisplayString() : null);
    }
}
