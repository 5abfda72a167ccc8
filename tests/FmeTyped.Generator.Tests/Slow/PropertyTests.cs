using System.Reflection;
using System.Text.Json;
using CsCheck;
using FmeTyped.Generator.Tests.Harness;
using FmeTyped.Metadata;
using FmeTyped.Schema.Rules;
using Microsoft.CodeAnalysis;

namespace FmeTyped.Generator.Tests.Slow;

/// <summary>
/// What holds for any schema in a project of any name: it compiles without a warning, the same comes out each time, and what is set is what is written and
/// read back. A failure prints its seed, which CsCheck_Seed sets.
/// </summary>
[Trait("Suite", "fuzz")]
public class PropertyTests
{
    private const int WorkspacesOfAProject = 16;

    // What a team wrote under csharp may be refused, with a word on it; what a server says may not.
    private static readonly string[] MayBeRefused = [SchemaRuleIds.UnusableName, SchemaRuleIds.UnusableType];

    [Fact]
    public void Any_schema_compiles_is_generated_alike_each_time_and_round_trips() =>
        Gen.Select(SchemaGen.Workspaces(WorkspacesOfAProject), SchemaGen.RootNamespace, Gen.Int).Sample(
            Check, iter: SchemaGen.Count / WorkspacesOfAProject, threads: 1, print: input => $"{input.Item2}: {string.Join(",\n", input.Item1)}");

    private static void Check(string[] workspaces, string rootNamespace, int seed)
    {
        (string, string) property = ("RootNamespace", rootNamespace);
        SchemaText first = new("a.workspaces.json", Sample.From(workspaces[..(workspaces.Length / 2)]));
        SchemaText second = new("b.workspaces.json", Sample.From(workspaces[(workspaces.Length / 2)..]));
        GeneratorRun run = GeneratorRun.From([first, second], properties: property);
        Assert.Empty(run.Diagnostics
            .Where(diagnostic => diagnostic.DefaultSeverity == DiagnosticSeverity.Error && !MayBeRefused.Contains(diagnostic.Id))
            .Select(diagnostic => diagnostic.ToString()));
        Assert.Equal(workspaces.Length, run.Sources.Count);
        Assert.All(run.Sources.Values, HoverTexts.AssertShort);
        Assert.Equal(
            run.Sources.OrderBy(source => source.Key, StringComparer.Ordinal),
            GeneratorRun.SourcesOf([second, first], property).OrderBy(source => source.Key, StringComparer.Ordinal));

        using var context = new TestLoadContext();
        Type[] requests = [.. context.Load(TestLoadContext.ImageOf(run.Output)).GetTypes().Where(type => type.IsAssignableTo(typeof(IFmeRequest)))];
        Assert.Equal(workspaces.Length, requests.Length);
        var values = new ValuesGen(new Random(seed), workspaces);
        foreach (Type request in requests)
        {
            RoundTripOf.MakeGenericMethod(request).Invoke(null, BindingFlags.DoNotWrapExceptions, null, [values], null);
        }
    }

    private static readonly MethodInfo RoundTripOf = typeof(PropertyTests).GetMethod(nameof(AssertRoundTrips), BindingFlags.NonPublic | BindingFlags.Static)!;

    private static void AssertRoundTrips<TRequest>(ValuesGen gen)
        where TRequest : class, IFmeRequest<TRequest>
    {
        Dictionary<string, FmeParameterValue> values = gen.For(TRequest.Descriptor);
        TRequest request = Read<TRequest>(values);

        IReadOnlyDictionary<string, FmeParameterValue> written = request.ToParameterValues(includeSecrets: true);
        Assert.Equal(Describe(values), Describe(written));

        TRequest again = Read<TRequest>(written);
        Assert.Equal(request, again);
        Assert.Equal(request.GetHashCode(), again.GetHashCode());
        Assert.Empty(again.Validate());
    }

    private static TRequest Read<TRequest>(IReadOnlyDictionary<string, FmeParameterValue> values)
        where TRequest : class, IFmeRequest<TRequest>
    {
        bool isRead = TRequest.TryRead(values, out TRequest? request, out IReadOnlyList<FmeValidationError> problems);
        Assert.True(isRead, string.Join("\n", problems.Select(problem => $"{typeof(TRequest)}: {problem.Kind} {problem.Message}")));
        return request!;
    }

    // Whether a value is a list, which its text does not say, and where each item ends.
    private static string Describe(IReadOnlyDictionary<string, FmeParameterValue> values) => string.Join('\n', values
        .OrderBy(value => value.Key, StringComparer.Ordinal)
        .Select(value => $"{value.Key} = {(value.Value.IsList ? JsonSerializer.Serialize(value.Value.Items) : JsonSerializer.Serialize(value.Value.Text))}"));
}
