using System.Text.Json;
using FmeTyped.Metadata;

namespace FmeTyped.Testing.Tests.Values;

/// <summary>The pages types/dropdown, types/listbox, types/tree and types/text.</summary>
public sealed class ChoiceTests
{
    /// <summary>"A choice with value ----- is a separator."</summary>
    private const string Dropdown = """
        {"name":"P","type":"dropdown","prompt":"","choiceSettings":{"choices":[
          {"display":"One","value":"1"},{"display":"","value":"-----"},{"display":"On","value":"true"},{"display":"Poly","value":"poly"}]}}
        """;

    private const string Listbox = """
        {"name":"P","type":"listbox","prompt":"","choiceSettings":{"choiceSet":"userDefined","choices":[
          {"display":"A","value":"a"},{"display":"B","value":"b"}]}}
        """;

    private const string Single = """
        {"name":"P","type":"listbox","prompt":"","singleSelection":true,"choiceSettings":{"choices":[{"display":"A","value":"a"},{"display":"B","value":"b"}]}}
        """;

    /// <summary>"nodeDelimiter splits each choice into nodes"; "showParentsAsLeaves: parent nodes become values".</summary>
    private const string Tree = """
        {"name":"P","type":"tree","prompt":"","choiceSettings":{"choices":[{"display":"B","value":"a.b"},{"display":"C","value":"a.c"}]}}
        """;

    private const string TreeWithParents = """
        {"name":"P","type":"tree","prompt":"","showParentsAsLeaves":true,"nodeDelimiter":"/","choiceSettings":{"choices":[{"display":"C","value":"a/b/c"}]}}
        """;

    private const string SingleTree = """
        {"name":"P","type":"tree","prompt":"","singleSelection":true,"choiceSettings":{"choices":[{"display":"B","value":"a.b"},{"display":"C","value":"a.c"}]}}
        """;

    [Theory]
    [InlineData(Dropdown, "1")]
    [InlineData(Dropdown, "\"1\"")]
    [InlineData(Dropdown, "true")]
    [InlineData(Dropdown, "\"poly\"")]
    [InlineData(Listbox, """["a","b"]""")]
    [InlineData(Single, "\"a\"")]
    [InlineData(Single, """["a"]""")]
    [InlineData(Tree, """["a.b","a.c"]""")]
    [InlineData(TreeWithParents, """["a","a/b","a/b/c"]""")]
    [InlineData(SingleTree, "\"a.b\"")]
    [InlineData(SingleTree, """["a.b"]""")]
    [InlineData("""{"name":"P","type":"dropdown","prompt":"","choices":[{"display":"A","value":"a"}]}""", "\"a\"")]
    [InlineData("""{"name":"P","type":"dropdown","prompt":"","choiceSettings":{"choiceSet":"dbConnections"}}""", "\"any\"")]
    [InlineData("""{"name":"P","type":"text","prompt":"","choiceSettings":{"choices":[{"display":"A","value":"a"}]}}""", "\"any\"")]
    public async Task Choices_fit(string record, string value) => await SubmittedValue.AssertFitsAsync(record, value);

    [Theory]
    [InlineData(Dropdown, "2", "'2' is none of its options: '1', 'true', 'poly'.")]
    [InlineData(Dropdown, "false", "'false' is none of its options: '1', 'true', 'poly'.")]
    [InlineData(Dropdown, "\"-----\"", "'-----' is none of its options: '1', 'true', 'poly'.")]
    [InlineData(Dropdown, """["poly"]""", "takes one value and was given a list of 1.")]
    [InlineData(Listbox, """["a","c"]""", "'c' is none of its options: 'a', 'b'.")]
    [InlineData(Single, """["a","b"]""", "takes one value and was given a list of 2.")]
    [InlineData(Tree, """["a"]""", "'a' is none of its options: 'a.b', 'a.c'.")]
    [InlineData(TreeWithParents, """["a/x"]""", "'a/x' is none of its options: 'a', 'a/b', 'a/b/c'.")]
    [InlineData(SingleTree, """["a.b","a.c"]""", "takes one value and was given a list of 2.")]
    [InlineData("""{"name":"P","type":"dropdown","prompt":"","choices":[{"display":"A","value":"a"}]}""", "\"b\"", "'b' is none of its options: 'a'.")]
    public async Task What_is_no_choice_is_refused(string record, string value, string problem) =>
        await SubmittedValue.AssertRefusedAsync(record, value, problem);

    /// <summary>"Value may be text, number or bool."</summary>
    [Theory]
    [InlineData("1", null)]
    [InlineData("true", null)]
    [InlineData("0.50", null)]
    [InlineData("0.5", "'0.5' is none of its options: '1', 'true', '0.50'.")]
    [InlineData("True", "'True' is none of its options: '1', 'true', '0.50'.")]
    public void A_choice_may_be_a_number_or_true(string value, string? problem)
    {
        using JsonDocument record = JsonDocument.Parse("""
            {"name":"P","type":"dropdown","prompt":"","choiceSettings":{"choices":[
              {"display":"One","value":1},{"display":"On","value":true},{"display":"Half","value":0.50}]}}
            """);
        IEnumerable<ValueProblem> problems = ValueCheck.FindProblems(
            SpecifiedParameter.Flatten(record.RootElement, saysForm: true), new Dictionary<string, FmeParameterValue> { ["P"] = value });
        Assert.Equal(problem, problems.SingleOrDefault()?.Text);
    }
}
