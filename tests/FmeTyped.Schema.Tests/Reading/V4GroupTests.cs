using FmeTyped.Schema.Model;
using static FmeTyped.Schema.Tests.Reading.ReadRecords;

namespace FmeTyped.Schema.Tests.Reading;

public class V4GroupTests
{
    private const string Members = """
        "parameters": [{"name": "A", "type": "text", "prompt": "An A"}, {"name": "B", "type": "text", "prompt": "A B", "radioValue": "second"}]
        """;

    private static EquatableArray<Parameter> Group(string more) =>
        All($$"""{"name": "G", "type": "group", "prompt": "Extras", {{more}}, {{Members}}}""").Parameters;

    [Theory]
    [InlineData("Checkable")]
    [InlineData("checkable")]
    public void A_checkable_group_is_a_yes_or_no_that_its_members_depend_on(string style)
    {
        EquatableArray<Parameter> parameters = Group($"\"style\": \"{style}\", \"defaultValue\": \"YES\"");

        Assert.Equal(["G", "A", "B"], parameters.Select(parameter => parameter.Name));
        Parameter check = parameters[0];
        Assert.Equal(
            (ParameterKind.Boolean, "group", "Extras", "YES", false),
            (check.Kind, check.Type, check.Prompt, Assert.Single(check.Default!.Items), check.IsRequiredMember));
        Assert.Equal([("YES", "YES"), ("NO", "NO")], Choices(check));
        Assert.All(parameters.Skip(1), member =>
        {
            Assert.Equal(new ParameterEquals("G", "YES"), member.Visibility);
            Assert.Equal((false, "Extras"), (member.IsRequiredMember, member.Group));
        });
    }

    [Theory]
    [InlineData(""" "defaultValue": "" """)]
    [InlineData(""" "defaultValue": "<Unused>" """)]
    [InlineData(""" "required": true """)]
    public void A_checkable_group_without_a_default_starts_unchecked(string more) =>
        Assert.Equal("NO", Assert.Single(Group($"\"style\": \"Checkable\", {more}")[0].Default!.Items));

    [Fact]
    public void A_radio_group_is_a_choice_of_its_members()
    {
        EquatableArray<Parameter> parameters = Group(""" "radioParameter": true, "defaultValue": "A" """);

        Assert.Equal(["G", "A", "B"], parameters.Select(parameter => parameter.Name));
        Assert.Equal((ParameterKind.Choice, "group", false), (parameters[0].Kind, parameters[0].Type, parameters[0].IsRequiredMember));
        Assert.Equal([("A", "An A"), ("second", "A B")], Choices(parameters[0]));
        Assert.Equal([null, new ParameterEquals("G", "A"), new ParameterEquals("G", "second")], parameters.Select(parameter => parameter.Visibility));
    }

    [Fact]
    public void A_radio_group_without_a_default_has_to_be_set() => Assert.True(Group(""" "radioParameter": true """)[0].IsRequiredMember);

    [Theory]
    [InlineData("\"second\"", "second")]
    [InlineData("1.50", "1.50")]
    [InlineData("true", "true")]
    [InlineData("\" \"", "A")]
    [InlineData("null", "A")]
    public void A_member_without_a_radio_value_is_chosen_by_its_name(string radioValue, string value) => Assert.Equal(
        [(value, value)],
        Choices(All($$"""
            {"name": "G", "type": "group", "radioParameter": true, "parameters": [{"name": "A", "type": "text", "radioValue": {{radioValue}}}]}
            """).Parameters[0]));

    [Fact]
    public void A_message_can_be_chosen_though_it_has_no_value_and_what_is_hidden_cannot()
    {
        EquatableArray<Parameter> parameters = All("""
            {"name": "G", "type": "group", "radioParameter": true, "parameters": [
              {"name": "NONE", "type": "message", "prompt": "Nothing"},
              {"name": "OLD", "type": "text", "prompt": "Old", "visibility": "hiddenEnabled"},
              {"name": "H", "type": "group", "prompt": "Several", "parameters": [{"name": "A", "type": "text"}]}]}
            """).Parameters;

        Assert.Equal(["G", "A"], parameters.Select(parameter => parameter.Name));
        Assert.Equal([("NONE", "Nothing"), ("H", "Several")], Choices(parameters[0]));
        Assert.Equal(new ParameterEquals("G", "H"), parameters[1].Visibility);
    }

    [Fact]
    public void Conditions_of_groups_in_groups_add_up()
    {
        EquatableArray<Parameter> parameters = All("""
            {"name": "OUTER", "type": "Group", "style": "Checkable", "parameters": [
              {"name": "INNER", "type": "group", "style": "Checkable", "prompt": "Inner", "parameters": [{"name": "A", "type": "text"}]}]}
            """).Parameters;

        var outerIsOn = new ParameterEquals("OUTER", "YES");
        Assert.Equal(
            [null, outerIsOn, new AllOf(EquatableArray.From<Visibility>(outerIsOn, new ParameterEquals("INNER", "YES")))],
            parameters.Select(parameter => parameter.Visibility));
    }

    [Theory]
    [InlineData(""" "style": "Plain" """)]
    [InlineData(""" "style": "Collapsible" """)]
    [InlineData(""" "style": "Borderless" """)]
    [InlineData(""" "radioParameter": false, "collapse": true, "gridColumns": 2 """)]
    public void Other_groups_have_no_value(string more)
    {
        EquatableArray<Parameter> parameters = Group(more);

        Assert.Equal(["A", "B"], parameters.Select(parameter => parameter.Name));
        Assert.All(parameters, member => Assert.True(member.IsRequiredMember));
    }

    [Theory]
    [InlineData(""" "name": "G", "style": "Fancy" """,
        "\"style\" of G is 'Fancy', which FmeTyped does not know; the group counts as one without a value of its own")]
    [InlineData(
        """ "style": "Checkable" """,
        "\"style\" of a group gives the group a value, but the group has no name to send it under; its members are generated alone")]
    [InlineData(
        """ "name": "G", "style": "Checkable", "radioParameter": true """,
        "\"style\" of G is Checkable in a group that is a choice between its members too; the value of the group is that choice")]
    [InlineData(""" "name": "G", "delimiter": "|" """, "\"delimiter\" of G makes FME join the members into one text; they are generated and sent one by one")]
    [InlineData(""" "name": "G", "predefinedSet": "readerOptions" """,
        "\"predefinedSet\" of G gives the group members that only FME knows; they get no properties")]
    public void What_is_not_honoured_is_told(string more, string message) => Assert.Equal([message], Told($$"""{"type": "group", {{more}}, {{Members}}}"""));
}
