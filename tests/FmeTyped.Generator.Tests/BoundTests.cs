using System.Globalization;
using System.Text;
using FmeTyped.Generator.Tests.Harness;
using FmeTyped.Schema.Reading;
using FmeTyped.Schema.Rules;

namespace FmeTyped.Generator.Tests;

/// <summary>What a schema file may have many of, and what happens beyond that: docs/reference/bounds.md.</summary>
public class BoundTests
{
    private const int SmallStack = 256 * 1024;

    [Fact]
    public void As_many_clauses_of_a_condition_as_are_read_compile()
    {
        string generated = Assert.Single(GeneratorRun.From(WithClauses(VisibilityReader.MostClauses)).Sources.Values);

        Assert.Contains("FmeVisibility.WhenEquals(\"MODE\", \"0\")", generated, StringComparison.Ordinal);
    }

    [Fact]
    public void A_condition_of_more_clauses_is_said_to_be_left_to_the_server()
    {
        GeneratorRun run = GeneratorRun.From(WithClauses(VisibilityReader.MostClauses + 1));

        Assert.Contains(run.Diagnostics, diagnostic => diagnostic.ToString().Contains("more than 100 clauses or 1000 conditions", StringComparison.Ordinal));
        Assert.Contains("FmeVisibility.Undecidable(", Assert.Single(run.Sources.Values), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(VisibilityReader.MostConditions, false)]
    [InlineData(VisibilityReader.MostConditions + 1, true)]
    public void A_clause_of_too_many_conditions_is_left_to_the_server_too(int conditions, bool isLeft)
    {
        string all = string.Join(',', Enumerable.Range(0, conditions - 1).Select(ConditionOf));

        string generated = Assert.Single(
            GeneratorRun.From(Schema($$"""{ "if": [{ "$anyOf": [{{all}}], "then": "hiddenDisabled" }] }""")).Sources.Values);

        Assert.Equal(isLeft, generated.Contains("FmeVisibility.Undecidable(", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(ChoicesReader.MostOptions)]
    [InlineData(ChoicesReader.MostOptions + 1)]
    public void More_than_ten_thousand_options_are_said_to_be_text(int count)
    {
        string options = string.Join(',', Enumerable.Range(0, count).Select(number => $$"""{ "display": "{{number}}", "value": "v{{number}}" }"""));
        GeneratorRun run = GeneratorRun.From(Sample.From($$"""
            { "repository": "Test", "workspace": "report.fmw", "parameters": [
              { "name": "MODE", "type": "dropdown", "prompt": "Mode", "required": false,
                "choiceSettings": { "choiceSet": "userDefined", "choices": [{{options}}] } }
            ] }
            """));

        bool isText = count > ChoicesReader.MostOptions;
        Assert.Equal(isText, run.Diagnostics.Any(diagnostic => diagnostic.Id == SchemaRuleIds.UnusableKey));
        Assert.Equal(isText, Assert.Single(run.Sources.Values).Contains("string? Mode { get; init; }", StringComparison.Ordinal));
    }

    [Fact]
    [Trait("Suite", "fuzz")]
    public void Half_a_million_clauses_go_through_a_small_stack()
    {
        string generated = OnSmallStack(() => Assert.Single(GeneratorRun.SourcesOf([new SchemaText("workspaces.json", WithClauses(500_000))]).Values));

        Assert.Contains("FmeVisibility.Undecidable(", generated, StringComparison.Ordinal);
    }

    [Fact]
    public void As_many_clauses_as_are_read_go_through_a_small_stack() =>
        OnSmallStack(() => Assert.Single(GeneratorRun.SourcesOf([new SchemaText("workspaces.json", WithClauses(VisibilityReader.MostClauses))]).Values));

    [Fact]
    [Trait("Suite", "fuzz")]
    public void Fifty_thousand_misspelt_overrides_of_fifty_thousand_parameters_go_through_a_small_stack_and_twenty_get_a_hint()
    {
        var parameters = new StringBuilder();
        var overrides = new StringBuilder();
        for (int i = 0; i < 50_000; i++)
        {
            parameters.Append(i == 0 ? "" : ",").Append(
                CultureInfo.InvariantCulture, $$"""{ "name": "PARAMETER_{{i}}", "type": "text", "prompt": "", "valueType": "string" }""");
            overrides.Append(i == 0 ? "" : ",").Append(CultureInfo.InvariantCulture, $"\"PARAMETRE_{i}\": {{}}");
        }

        string json = $$"""
            { "format": 1, "workspaces": [ { "repository": "Test", "workspace": "report.fmw", "parameters": [{{parameters}}],
              "csharp": { "parameters": { {{overrides}} } } } ] }
            """;

        SchemaFile file = OnSmallStack(() => SchemaFileReader.Read(json));

        string[] unknown = [.. file.Problems.Select(problem => problem.Message).Where(message => message.Contains("PARAMETRE_", StringComparison.Ordinal))];
        Assert.Equal(50_000, unknown.Length);
        Assert.Equal(20, unknown.Count(message => message.Contains("Did you mean", StringComparison.Ordinal)));
    }

    // Visible and hidden in turn, so that each is another "else".
    private static string WithClauses(int count)
    {
        var clauses = new StringBuilder();
        for (int i = 0; i < count; i++)
        {
            string state = i % 2 == 0 ? "visibleEnabled" : "hiddenDisabled";
            clauses.Append(i == 0 ? "" : ",").Append(
                CultureInfo.InvariantCulture, $$"""{ "$equals": { "parameter": "MODE", "value": "{{i}}" }, "then": "{{state}}" }""");
        }

        return Schema($$"""{ "if": [{{clauses}}] }""");
    }

    private static string ConditionOf(int value) => $$"""{ "$equals": { "parameter": "MODE", "value": "{{value}}" } }""";

    private static string Schema(string visibility) => Sample.From($$"""
        { "repository": "Test", "workspace": "report.fmw", "parameters": [
          { "name": "MODE", "type": "text", "prompt": "Mode:", "valueType": "string" },
          { "name": "NOTE", "type": "text", "prompt": "Note:", "valueType": "string", "visibility": {{visibility}} }
        ] }
        """);

    private static T OnSmallStack<T>(Func<T> work)
    {
        T? result = default;
        Exception? failure = null;
        var thread = new Thread(
            () =>
            {
                try
                {
                    result = work();
                }
                catch (Exception exception)
                {
                    failure = exception;
                }
            },
            SmallStack);
        thread.Start();
        thread.Join();
        Assert.Null(failure);
        return result!;
    }
}
