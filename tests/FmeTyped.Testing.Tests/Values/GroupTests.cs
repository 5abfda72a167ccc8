namespace FmeTyped.Testing.Tests.Values;

/// <summary>
/// "A Checkable group has a value YES or NO under its own name; unchecked disables all members. radioParameter: the group's value is the name of the
/// chosen member, or that member's radioValue": the page types/group.
/// </summary>
public sealed class GroupTests
{
    private const string Checkable = """
        [{"name":"G","type":"group","prompt":"","style":"Checkable","defaultValue":"NO","parameters":[{"name":"M","type":"text","prompt":""}]}]
        """;

    private const string Radio = """
        [{"name":"G","type":"group","prompt":"","radioParameter":true,"parameters":[
          {"name":"M","type":"text","prompt":""},{"name":"N","type":"text","prompt":"","radioValue":"other"}]}]
        """;

    private const string Unused = """
        [{"name":"G","type":"group","prompt":"","style":"Checkable","defaultValue":"<Unused>","parameters":[{"name":"M","type":"text","prompt":""}]}]
        """;

    private const string Nested = """
        [{"name":"G","type":"group","prompt":"","style":"Checkable","parameters":[
          {"name":"H","type":"group","prompt":"","parameters":[{"name":"M","type":"text","prompt":""}]}]}]
        """;

    [Theory]
    [InlineData(Nested, """{"G":"NO"}""")]
    [InlineData(Nested, "{}")]
    [InlineData(Unused, "{}")]
    [InlineData(Unused, """{"G":"YES","M":"x"}""")]
    [InlineData(Checkable, "{}")]
    [InlineData(Checkable, """{"G":"NO"}""")]
    [InlineData(Checkable, """{"G":"YES","M":"x"}""")]
    [InlineData(Radio, """{"G":"M","M":"x"}""")]
    [InlineData(Radio, """{"G":"other","N":"x"}""")]
    public async Task The_value_of_a_group_says_which_members_are_needed(string records, string values) => await SubmittedValue.AssertFitAsync(records, values);

    [Theory]
    [InlineData(Checkable, """{"G":"YES"}""", "M", "is required, has no default and was not given.")]
    [InlineData(Nested, """{"G":"YES"}""", "M", "is required, has no default and was not given.")]
    [InlineData(Radio, """{"G":"M"}""", "M", "is required, has no default and was not given.")]
    [InlineData(Radio, """{"G":"other"}""", "N", "is required, has no default and was not given.")]
    [InlineData(Checkable, """{"G":"true"}""", "G", "'true' is none of its options: 'YES', 'NO'.")]
    [InlineData(Radio, """{"G":"none"}""", "G", "'none' is none of its options: 'M', 'N', 'other'.")]
    public async Task What_a_group_cannot_be_is_refused(string records, string values, string name, string problem) =>
        await SubmittedValue.AssertRefusedAsync(records, values, name, problem);

    [Theory]
    [InlineData(Nested, """{"M":"x"}""", "M")]
    [InlineData(Unused, """{"M":"x"}""", "M")]
    [InlineData(Checkable, """{"M":"x"}""", "M")]
    [InlineData(Checkable, """{"G":"NO","M":"x"}""", "M")]
    [InlineData(Radio, """{"G":"M","M":"x","N":"y"}""", "N")]
    public async Task A_value_of_a_member_that_is_left_out_is_reported(string records, string values, string name) =>
        await SubmittedValue.AssertReportedAsync(records, values, name, "has no effect, since the value of the group G leaves it out.");

    [Fact]
    public async Task A_group_without_a_value_is_no_parameter() => await SubmittedValue.AssertReportedAsync(
        """[{"name":"G","type":"group","prompt":"","style":"Plain","parameters":[]}]""", """{"G":"YES"}""", "G", "R/w.fmw publishes no such parameter.");
}
