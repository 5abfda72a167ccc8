using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace FmeTyped.Generator.Tests.Harness;

/// <summary>
/// One run of the generator over schema files. Every run is checked three ways, whatever the test is about: the output compiles
/// with warnings as errors at the lowest promised C# version, a second run takes every step from the cache, and no step
/// keeps a Roslyn object alive.
/// </summary>
internal sealed class GeneratorRun
{
    private GeneratorRun(GeneratorDriver driver, Compilation input, Compilation output)
    {
        Driver = driver;
        Input = input;
        Output = output;
    }

    public GeneratorDriver Driver { get; }

    public Compilation Input { get; }

    /// <summary>The compilation with what was generated.</summary>
    public Compilation Output { get; }

    public GeneratorRunResult Result => Driver.GetRunResult().Results.Single();

    public ImmutableArray<Diagnostic> Diagnostics => Result.Diagnostics;

    public IReadOnlyDictionary<string, string> Sources =>
        Result.GeneratedSources.ToDictionary(source => source.HintName, source => source.SourceText.ToString());

    /// <summary>Runs over schema files in the project App, with some user code.</summary>
    public static GeneratorRun From(string schema, string code = "") => From([new SchemaText("workspaces.json", schema)], code);

    public static GeneratorRun From(
        ImmutableArray<SchemaText> files, string code = "", LanguageVersion version = LanguageVersion.CSharp12, params (string Name, string Value)[] properties)
    {
        GeneratorRun run = First(files, code, version, properties);
        run.AssertCompiles();
        run.AssertCached();
        TrackedValues.AssertFreeOfRoslyn(run.Result);
        return run;
    }

    /// <summary>What a run over schema files generates, without the checks.</summary>
    public static IReadOnlyDictionary<string, string> SourcesOf(ImmutableArray<SchemaText> files, params (string Name, string Value)[] properties) =>
        First(files, "", LanguageVersion.CSharp12, properties).Sources;

    /// <summary>Runs again after an edit of the files.</summary>
    public GeneratorRun After(SchemaText old, SchemaText edited) => Run(Driver.ReplaceAdditionalText(old, edited), Input);

    /// <summary>Runs again after an edit of the code.</summary>
    public GeneratorRun AfterCode(string code) =>
        Run(Driver, Input.AddSyntaxTrees(TestCompilation.Parse(code, (CSharpParseOptions)Input.SyntaxTrees.First().Options)));

    /// <summary>Why each output of a step has the state it has, in order.</summary>
    public ImmutableArray<IncrementalStepRunReason> ReasonsOf(string step) =>
        [.. Result.TrackedSteps[step].SelectMany(run => run.Outputs).Select(output => output.Reason)];

    /// <summary>Why each source output was or was not made again, in order.</summary>
    public ImmutableArray<IncrementalStepRunReason> SourceReasons =>
        [.. Result.TrackedOutputSteps.SelectMany(step => step.Value).SelectMany(run => run.Outputs).Select(output => output.Reason)];

    private static GeneratorRun First(ImmutableArray<SchemaText> files, string code, LanguageVersion version, params (string Name, string Value)[] properties)
    {
        CSharpCompilation input = TestCompilation.Create(code, version);
        GeneratorDriver driver = CSharpGeneratorDriver.Create(
            [new WorkspaceGenerator().AsSourceGenerator()],
            files.CastArray<AdditionalText>(),
            input.SyntaxTrees.First().Options as CSharpParseOptions,
            new TestOptionsProvider([("LangVersion", version.ToDisplayString()), .. properties]),
            new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));
        return Run(driver, input);
    }

    private static GeneratorRun Run(GeneratorDriver driver, Compilation input)
    {
        driver = driver.RunGeneratorsAndUpdateCompilation(input, out Compilation output, out _, TestContext.Current.CancellationToken);
        Assert.Null(driver.GetRunResult().Results.Single().Exception);
        return new GeneratorRun(driver, input, output);
    }

    private void AssertCompiles()
    {
        // Code that lacks types because their schema is broken has errors of its own, which are not the generator's.
        IEnumerable<Diagnostic> found = Output.GetDiagnostics(TestContext.Current.CancellationToken)
            .Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning);
        if (Diagnostics.Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error))
        {
            found = found.Where(diagnostic => Result.GeneratedSources.Any(source => source.SyntaxTree == diagnostic.Location.SourceTree));
        }

        // In full: the collection assertions cut long texts short.
        string report = string.Join("\n", found);
        Assert.True(report.Length == 0, report);
    }

    private void AssertCached()
    {
        GeneratorRun second = Run(Driver, Input.Clone());
        foreach (string step in WorkspaceGenerator.Steps.All.Where(second.Result.TrackedSteps.ContainsKey))
        {
            Assert.All(second.ReasonsOf(step), reason => Assert.True(IsFromCache(reason), $"{step}: {reason}"));
        }

        Assert.All(second.SourceReasons, reason => Assert.True(IsFromCache(reason), $"output: {reason}"));
    }

    private static bool IsFromCache(IncrementalStepRunReason reason) =>
        reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged;
}
