using System.Collections.Immutable;
using FmeTyped.Generator;
using FmeTyped.Generator.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace FmeTyped.Tool.Tests.Harness;

/// <summary>What the source generator makes of a schema file in the project App.</summary>
internal static class GeneratorOutput
{
    public static IReadOnlyDictionary<string, string> From(string schema)
    {
        var parsing = new CSharpParseOptions(LanguageVersion.CSharp12);
        GeneratorDriver driver = CSharpGeneratorDriver.Create(
            [new WorkspaceGenerator().AsSourceGenerator()],
            ImmutableArray.Create<AdditionalText>(new SchemaText("workspaces.json", schema)),
            parsing,
            new TestOptionsProvider());
        var compilation = CSharpCompilation.Create("App", [CSharpSyntaxTree.ParseText("", parsing)]);
        GeneratorRunResult result = driver.RunGenerators(compilation, TestContext.Current.CancellationToken).GetRunResult().Results.Single();
        Assert.Null(result.Exception);
        return result.GeneratedSources.ToDictionary(source => source.HintName, source => source.SourceText.ToString());
    }
}
