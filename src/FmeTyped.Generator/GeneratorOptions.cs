using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace FmeTyped.Generator;

/// <summary>The project settings that the generated code depends on.</summary>
/// <param name="RootNamespace">The namespace that generated namespaces start with; empty if the build sets none.</param>
/// <param name="LanguageVersion">The C# version if it is too low; otherwise null.</param>
internal sealed record GeneratorOptions(string RootNamespace, string? LanguageVersion)
{
    public static GeneratorOptions Read(AnalyzerConfigOptions build) => new(
        build.TryGetValue("build_property.RootNamespace", out string? rootNamespace) ? rootNamespace : "",
        FindLowVersion(build));

    // A build property, since parse options would be two more steps on every keystroke. Where it is missing, the compiler has its own default, which is 12 or
    // later in every compiler that can load the generator.
    private static string? FindLowVersion(AnalyzerConfigOptions build)
    {
        if (!build.TryGetValue("build_property.LangVersion", out string? text) || !LanguageVersionFacts.TryParse(text, out LanguageVersion version))
        {
            return null;
        }

        LanguageVersion effective = version.MapSpecifiedToEffectiveVersion();
        return effective < Microsoft.CodeAnalysis.CSharp.LanguageVersion.CSharp12 ? effective.ToDisplayString() : null;
    }
}
