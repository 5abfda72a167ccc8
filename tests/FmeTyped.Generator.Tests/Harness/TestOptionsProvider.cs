using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace FmeTyped.Generator.Tests.Harness;

/// <summary>What MSBuild tells the compiler: the root namespace App, further properties, and which files are schema files.</summary>
internal sealed class TestOptionsProvider(params (string Name, string Value)[] properties) : AnalyzerConfigOptionsProvider
{
    private static readonly Options None = new();
    private static readonly Options Marked = new(("build_metadata.AdditionalFiles.FmeTypedSchema", "true"));

    public override AnalyzerConfigOptions GlobalOptions { get; } =
        new Options([("build_property.RootNamespace", "App"), .. properties.Select(property => ($"build_property.{property.Name}", property.Value))]);

    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => None;

    /// <summary>Files in the folder "marked" carry the metadata; others are known by name only.</summary>
    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) =>
        textFile.Path.StartsWith("marked/", StringComparison.Ordinal) ? Marked : None;

    private sealed class Options(params (string Key, string Value)[] entries) : AnalyzerConfigOptions
    {
        private readonly Dictionary<string, string> _entries = entries.ToDictionary(entry => entry.Key, entry => entry.Value);

        public override bool TryGetValue(string name, [NotNullWhen(true)] out string? found) => _entries.TryGetValue(name, out found);
    }
}
