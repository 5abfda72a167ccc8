using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace FmeTyped.Generator.Tests.Harness;

/// <summary>What MSBuild tells the generator: the root namespace App, and which files are schema files.</summary>
internal sealed class TestOptionsProvider : AnalyzerConfigOptionsProvider
{
    private static readonly Options Build = new("build_property.RootNamespace", "App");
    private static readonly Options None = new("", "");
    private static readonly Options Marked = new("build_metadata.AdditionalFiles.FmeTypedSchema", "true");

    public override AnalyzerConfigOptions GlobalOptions => Build;

    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => None;

    /// <summary>Files in the folder "marked" carry the metadata; others are known by name only.</summary>
    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) =>
        textFile.Path.StartsWith("marked/", StringComparison.Ordinal) ? Marked : None;

    private sealed class Options(string key, string value) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string name, [NotNullWhen(true)] out string? found)
        {
            found = name == key ? value : null;
            return found is not null;
        }
    }
}
