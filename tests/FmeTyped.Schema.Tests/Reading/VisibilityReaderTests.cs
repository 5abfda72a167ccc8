using FmeTyped.Schema.Model;
using static FmeTyped.Schema.Tests.Reading.ReadRecords;

namespace FmeTyped.Schema.Tests.Reading;

public class VisibilityReaderTests
{
    private static readonly Visibility ModeIsA = new ParameterEquals("Mode", "A");
    private static readonly Visibility ModeIsB = new ParameterEquals("Mode", "B");
    private static readonly Visibility ModeIsEnabled = new ParameterIsEnabled("Mode");

    private const string IsA = """ "$equals": {"parameter": "Mode", "value": "A"} """;
    private const string IsB = """ "$equals": {"parameter": "Mode", "value": "B"} """;
    private const string IsEnabled = """ "$isEnabled": {"parameter": "Mode"} """;
    private const string Hidden = """ , "then": "hiddenDisabled" """;
    private const string Visible = """ , "then": "visibleEnabled" """;
    private const string ElseHidden = """ {"then": "hiddenDisabled"} """;

    private static Visibility? Read(string clauses, string more = "") => Of($$"""{"if": [{{clauses}}]{{more}}}""");

    private static Visibility? Of(string visibility) => V4("text", $$""" "visibility": {{visibility}} """).Visibility;

    [Fact]
    public void Without_a_condition_it_is_always_visible()
    {
        Assert.Null(V4("text").Visibility);
        Assert.Null(V4("text", """ "visibility": "visibleEnabled" """).Visibility);
        Assert.Null(Read(""));
    }

    [Fact]
    public void Hidden_under_a_condition_is_visible_when_that_does_not_hold() =>
        Assert.Equal(new Not(ModeIsA), Read($"{{{IsA} {Hidden}}}"));

    [Fact]
    public void Visible_under_a_condition_and_hidden_otherwise_is_visible_when_that_holds()
    {
        Assert.Equal(ModeIsA, Read($"{{{IsA} {Visible}}}, {ElseHidden}"));
        Assert.Equal(ModeIsA, Read($"{{{IsA} {Visible}}}", """, "default": "hiddenEnabled" """));
    }

    [Fact]
    public void What_cannot_be_filled_in_counts_as_not_visible() =>
        Assert.Equal(new Not(ModeIsA), Read($"{{{IsA}, \"then\": \"visibleDisabled\"}}"));

    [Fact]
    public void The_first_clause_that_holds_decides()
    {
        // Hidden under A; else visible under B; else hidden.
        Assert.Equal(
            new AllOf(EquatableArray.From<Visibility>(new Not(ModeIsA), ModeIsB)),
            Read($"{{{IsA} {Hidden}}}, {{{IsB} {Visible}}}, {ElseHidden}"));

        // Visible under A; else hidden under B; else visible.
        Assert.Equal(
            new AnyOf(EquatableArray.From<Visibility>(ModeIsA, new Not(ModeIsB))),
            Read($"{{{IsA} {Visible}}}, {{{IsB} {Hidden}}}"));
    }

    [Fact]
    public void Conditions_nest() => Assert.Equal(
        new Not(new AnyOf(EquatableArray.From<Visibility>(
            new Not(ModeIsEnabled),
            new AllOf(EquatableArray.From(ModeIsA, ModeIsB))))),
        Read($$"""{"$anyOf": [{"$not": { {{IsEnabled}} } }, {"$allOf": [{ {{IsA}} }, { {{IsB}} }]}] {{Hidden}} }"""));

    [Fact]
    public void A_value_may_be_a_number_or_true_or_false() =>
        Assert.Equal(new Not(new ParameterEquals("N", "1.50")), Read("""{"$equals": {"parameter": "N", "value": 1.50}, "then": "hiddenDisabled"}"""));

    [Theory]
    [InlineData("true", true)]
    [InlineData("\"visibleEnabled\"", true)]
    [InlineData("\"VisibleEnabled\"", true)]
    [InlineData("null", true)]
    [InlineData("""{"value": "visibleEnabled", "override": false}""", true)]
    [InlineData("false", false)]
    [InlineData("\"hiddenEnabled\"", false)]
    [InlineData("\"hiddenDisabled\"", false)]
    [InlineData("""{"value": "hiddenDisabled", "override": false}""", false)]
    public void A_state_is_the_same_wherever_it_stands(string state, bool isVisible)
    {
        Assert.Equal(isVisible ? 1 : 0, All($"{{\"name\": \"P\", \"type\": \"text\", \"prompt\": \"\", \"visibility\": {state}}}").Parameters.Count);
        Assert.Equal(isVisible ? null : ModeIsA, Read($"{{{IsA} {Visible}}}", $", \"default\": {state}"));
        Assert.Equal(isVisible ? null : new Not(ModeIsA), Read($"{{{IsA}, \"then\": {state}}}"));
    }

    [Fact]
    public void What_is_shown_but_disabled_is_nobodys_to_fill_in()
    {
        const string Disabled = """{"name": "P", "type": "text", "prompt": "", "visibility": "visibleDisabled"}""";

        Assert.Empty(All(Disabled).Parameters);
        Assert.Equal(["\"visibility\" of P is visibleDisabled, so that nobody can fill the parameter in; it gets no property"], Told(Disabled));
    }

    [Theory]
    [InlineData(""" "$lessThan": {"parameter": "N", "value": 5} """)]
    [InlineData(""" "$greaterThan": {"parameter": "N", "value": "5"} """)]
    [InlineData(""" "$matchesRegex": {"parameter": "N", "regex": "^a+$"} """)]
    [InlineData(""" "$isRuntimeValue": {"parameter": "N"} """)]
    public void Every_condition_of_the_vendors_is_read(string condition)
    {
        Visibility expected = condition.Trim()[..5] switch
        {
            "\"$les" => new ParameterIsLess("N", "5"),
            "\"$gre" => new ParameterIsGreater("N", "5"),
            "\"$mat" => new ParameterMatches("N", "^a+$"),
            _ => new ParameterIsRuntimeValue("N"),
        };

        Assert.Equal(expected, Read($"{{{condition} {Visible}}}, {ElseHidden}"));
    }

    [Fact]
    public void Several_conditions_of_a_clause_hold_together()
    {
        var both = new AllOf(EquatableArray.From(ModeIsA, ModeIsEnabled));

        Assert.Equal(new Not(both), Read($"{{{IsA}, {IsEnabled} {Hidden}}}"));
        Assert.Equal(new Not(new Not(both)), Read($$"""{"$not": { {{IsA}}, {{IsEnabled}} } {{Hidden}} }"""));
        Assert.Equal(new Not(new AnyOf(EquatableArray.From<Visibility>(both))), Read($$"""{"$anyOf": [{ {{IsA}}, {{IsEnabled}} }] {{Hidden}} }"""));
    }

    [Theory]
    [InlineData("""{"$matches": {"parameter": "Mode", "regex": "A.*"}, "then": "hiddenDisabled"}""", "$matches")]
    [InlineData("""{"$anyOf": [{"$matches": {}}, {"$isEnabled": {"parameter": "Mode"}}], "then": "hiddenDisabled"}""", "$matches")]
    [InlineData("""{"$equals": {"parameter": "Mode"}, "then": "hiddenDisabled"}""", "$equals")]
    [InlineData("""{"$equals": ["Mode", "A"], "then": "hiddenDisabled"}""", "$equals")]
    [InlineData("""{"$not": {}, "then": "hiddenDisabled"}""", "$not")]
    [InlineData(""" "hiddenDisabled" """, "a text")]
    public void What_is_not_understood_is_told_and_demands_nothing(string clause, string unknown)
    {
        string json = "{\"name\": \"P\", \"type\": \"text\", \"prompt\": \"\", \"visibility\": {\"if\": [" + clause + "]}}";
        Parameter parameter = Assert.Single(All(json).Parameters);

        Assert.NotNull(parameter.Visibility);
        Assert.False(parameter.IsRequiredMember);
        Assert.Equal(
            [$"\"visibility\" of P holds {unknown}, which FmeTyped does not understand; where the condition depends on that, "
                + "the parameter need not be set and is not checked"],
            Told(json));
    }

    [Fact]
    public void A_state_that_is_not_understood_counts_as_visible()
    {
        const string Sparkling = """
            {"name": "P", "type": "text", "prompt": "", "visibility": {"if": [{"$isEnabled": {"parameter": "A"}, "then": "sparkling"}]}}
            """;

        Assert.Null(Assert.Single(All(Sparkling).Parameters).Visibility);
        Assert.Equal(["\"visibility\" of P holds 'sparkling', which FmeTyped does not understand; the parameter counts as always visible"], Told(Sparkling));
    }

    [Theory]
    [InlineData(100, 10, true)]
    [InlineData(101, 1, false)]
    [InlineData(1, 1000, true)]
    [InlineData(1, 1001, false)]
    public void More_than_100_clauses_or_1000_conditions_are_not_understood(int clauses, int conditions, bool isUnderstood)
    {
        string inner = string.Join(", ", Enumerable.Repeat($"{{{IsEnabled}}}", conditions - 1));
        string all = string.Join(", ", Enumerable.Repeat($$"""{"$allOf": [{{inner}}] {{Hidden}} }""", clauses));

        string[] told = Told($$"""{"name": "P", "type": "text", "prompt": "", "visibility": {"if": [{{all}}]} }""");

        Assert.Equal(
            isUnderstood
                ? []
                : ["\"visibility\" of P holds more than 100 clauses or 1000 conditions, which FmeTyped does not understand; "
                    + "where the condition depends on that, the parameter need not be set and is not checked"],
            told);
    }

    [Fact]
    public void A_clause_without_condition_holds_always() => Assert.Null(Read("{}"));
}
