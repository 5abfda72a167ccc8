using FmeTyped.Schema.Json;
using FmeTyped.Schema.Model;
using FmeTyped.Schema.Reading;
using FmeTyped.Schema.Rules;
using static FmeTyped.Schema.Tests.Reading.ReadRecords;

namespace FmeTyped.Schema.Tests.Reading;

public class ParameterRecordsTests
{
    private const string A = """{"name": "A", "type": "number", "prompt": "The a", "valueType": "string", "multipleOf": 1}""";
    private const string B = """{"name": "B", "type": "TEXT", "model": "string", "description": "The b", "optional": true}""";

    [Theory]
    [InlineData("[RECORDS]")]
    [InlineData("""{"items": [RECORDS], "totalCount": 2, "limit": 100, "offset": 0}""")]
    [InlineData("""{"parameters": [RECORDS]}""")]
    [InlineData("""{"name": "w.fmw", "type": "workspace", "title": "", "properties": [], "parameters": [RECORDS], "datasets": {}}""")]
    public void Every_shape_of_answer_is_accepted(string answer)
    {
        (EquatableArray<Parameter> parameters, EquatableArray<SchemaProblem> problems) = All(answer.Replace("RECORDS", $"{A}, {B}", StringComparison.Ordinal));

        Assert.Empty(problems);
        Assert.Equal(
            [("A", ParameterKind.Integer, "The a", false), ("B", ParameterKind.Text, "The b", true)],
            parameters.Select(p => (p.Name, p.Kind, p.Prompt, p.IsOptional)));
    }

    [Fact]
    public void A_single_record_is_accepted()
    {
        Assert.Equal("A", One(A).Name);
        Assert.Equal("B", One(B).Name);
    }

    [Theory]
    [InlineData("""{"name": "P", "type": "text"}""", false)]
    [InlineData("""{"name": "P", "type": "TEXT"}""", true)]
    [InlineData("""{"name": "P", "type": "text", "model": "string"}""", true)]
    [InlineData("""{"name": "P", "type": "text", "description": ""}""", true)]
    [InlineData("""{"name": "P", "type": "text", "optional": false}""", true)]
    [InlineData("""{"name": "P", "type": "text", "listOptions": []}""", true)]
    [InlineData("""{"name": "P", "type": "TEXT", "valueType": "string"}""", false)]
    public void Keys_and_then_the_spelling_of_the_type_tell_v3_from_v4(string record, bool isV3)
    {
        // Only v4 knows "hidden" and leaves the parameter out.
        (EquatableArray<Parameter> parameters, _) = All(record.Replace("}", """, "hidden": true}""", StringComparison.Ordinal));

        Assert.Equal(isV3 ? 1 : 0, parameters.Count);
    }

    [Fact]
    public void Groups_are_flattened_and_leave_their_prompt()
    {
        const string Group = """
            [{"name": "G", "type": "group", "prompt": "Outer", "valueType": "string", "parameters": [
               {"name": "A", "type": "text"},
               {"name": "H", "type": "group", "prompt": "Inner", "parameters": [{"name": "B", "type": "text"}]},
               {"name": "I", "type": "group", "parameters": [{"name": "C", "type": "text"}]}]},
             {"name": "D", "type": "text"}]
            """;

        Assert.Equal([("A", "Outer"), ("B", "Inner"), ("C", "Outer"), ("D", "")], All(Group).Parameters.Select(p => (p.Name, p.Group)));
    }

    [Fact]
    public void A_group_alone_is_a_record_of_its_own() =>
        Assert.Equal("G", One("""{"name": "X", "type": "group", "prompt": "G", "parameters": [{"name": "A", "type": "text"}]}""").Group);

    [Theory]
    [InlineData(""" "visibility": "hiddenEnabled" """)]
    [InlineData(""" "hidden": true """)]
    public void Members_of_a_hidden_group_are_left_out(string hidden) =>
        Assert.Empty(All($$"""[{"name": "G", "type": "group", {{hidden}}, "parameters": [{"name": "A", "type": "text"}]}]""").Parameters);

    [Fact]
    public void Members_are_visible_only_with_their_group()
    {
        const string WhenX =
            """ "visibility": {"if": [{"$equals": {"parameter": "X", "value": "1"}, "then": "visibleEnabled"}, {"then": "hiddenDisabled"}]} """;
        var xIs1 = new ParameterEquals("X", "1");

        (EquatableArray<Parameter> parameters, _) = All(
            $$"""[{"name": "G", "type": "group", {{WhenX}}, "parameters": [{"name": "A", "type": "text"}, {"name": "B", "type": "text", {{WhenX}}}]}]""");

        Assert.Equal([xIs1, new AllOf(EquatableArray.From<Visibility>(xIs1, xIs1))], parameters.Select(p => p.Visibility));
    }

    [Fact]
    public void A_name_that_comes_twice_is_reported_also_across_groups()
    {
        (EquatableArray<Parameter> parameters, EquatableArray<SchemaProblem> problems) =
            All("""[{"name": "A", "type": "text"}, {"type": "group", "parameters": [{"name": "A", "type": "number"}]}]""");

        Assert.Equal(ParameterKind.Text, Assert.Single(parameters).Kind);
        Assert.Same(SchemaRules.DuplicateParameter, Assert.Single(problems).Rule);
    }

    [Theory]
    [InlineData("5", 0)]
    [InlineData("\"x\"", 0)]
    [InlineData("""{"parameters": {}}""", 15)]
    [InlineData("""{"items": 1}""", 10)]
    [InlineData("[1]", 1)]
    public void What_holds_no_records_is_an_error_at_its_place(string json, int place)
    {
        SchemaProblem problem = Assert.Single(All(json).Problems);

        Assert.Same(SchemaRules.WrongValue, problem.Rule);
        Assert.Equal(place, problem.Span.Start);
    }

    [Fact]
    public void A_schema_file_may_hold_v4_records()
    {
        SchemaFile file = SchemaFileReader.Read($$"""{"format": 1, "workspaces": [{"repository": "R", "workspace": "w.fmw", "parameters": [{{A}}, {{B}}]}]}""");

        Assert.Empty(file.Problems);
        Assert.Equal([ParameterKind.Integer, ParameterKind.Text], Assert.Single(file.Workspaces).Parameters.Select(p => p.Kind));
    }

    [Fact]
    public void Of_a_key_that_an_answer_repeats_the_first_counts()
    {
        // Servers have been seen to write "type" twice. It is an error of a schema file, and what was read is there all the same.
        JsonReadResult read = JsonReader.Read("""[{"type": "text", "name": "A", "type": "text"}]""");

        Assert.Single(read.Errors);
        Assert.Equal("A", Assert.Single(ParameterRecords.Read(read.Root!, new ReadingContext())).Name);
    }
}
