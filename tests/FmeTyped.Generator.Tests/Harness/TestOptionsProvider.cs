using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace FmeTyped.Generator.Tests.Harness;

/// <summary>What MSBuild tells the compiler: the root namespace App, where none of the properties is another one, and which files are schema files.</summary>
internal sealed class TestOptionsProvider(params (string Name, string Value)[] properties) : AnalyzerConfigOptionsProvider
{
    private static readonly Options None = new();
    private static readonly Options Marked = new(("build_metadata.AdditionalFiles.FmeTypedSchema", "true"));

    public override AnalyzerConfigOptions GlobalOptions { get; } =
        new Options([.. properties.Prepend((Name: "RootNamespace", Value: "App")).Select(property => ($"build_property.{property.Name}", property.Value))]);

    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => None;

    /// <summary>Files in the folder "marked" carry the metadata; others are known by name only.</summary>
    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) =>
        textFile.Path.StartsWith("marked/", StringComparison.Ordinal) ? Marked : None;

    private sealed class Options(params (string Key, string Value)[] entries) : AnalyzerConfigOptions
    {
        private readonly Dictionary<string, string> _entries = entries.GroupBy(entry => entry.Key).ToDictionary(key => key.Key, key => key.Last().Value);

        public override bool TryGetValue(string name, [NotNullWhen(true)] out string? found) => _entries.TryGetValue(name, out found);
    }
}
