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

    private static Visibility? Read(string clauses, string more = "") =>
        V4("text", $$""" "visibility": {"if": [{{clauses}}]{{more}}} """).Visibility;

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
    [InlineData("""{"$matches": {"parameter": "Mode", "regex": "A.*"}, "then": "hiddenDisabled"}""")]
    [InlineData("""{"$anyOf": [{"$matches": {}}, {"$isEnabled": {"parameter": "Mode"}}], "then": "hiddenDisabled"}""")]
    [InlineData("""{"$equals": {"parameter": "Mode"}, "then": "hiddenDisabled"}""")]
    [InlineData("""{"$equals": ["Mode", "A"], "then": "hiddenDisabled"}""")]
    [InlineData("""{"$not": {}, "then": "hiddenDisabled"}""")]
    [InlineData("""{"$isEnabled": {"parameter": "A"}, "$equals": {"parameter": "A", "value": "B"}, "then": "hiddenDisabled"}""")]
    [InlineData("""{"$isEnabled": {"parameter": "A"}, "then": "sparkling"}""")]
    [InlineData(""" "hiddenDisabled" """)]
    [InlineData("{}")]
    public void What_is_not_understood_counts_as_visible(string clause) => Assert.Null(Read(clause));
}
