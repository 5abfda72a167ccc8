namespace FmeTyped.Testing.Tests.Values;

/// <summary>"checkedValue: text, sent when checked, YES; uncheckedValue: text, sent when not, NO": the page types/checkbox.</summary>
public sealed class CheckboxTests
{
    private const string Plain = """{"name":"P","type":"checkbox","prompt":""}""";
    private const string OnOff = """{"name":"P","type":"checkbox","prompt":"","checkedValue":"ON","uncheckedValue":"OFF"}""";

    [Theory]
    [InlineData(Plain, "\"YES\"")]
    [InlineData(Plain, "\"NO\"")]
    [InlineData(OnOff, "\"ON\"")]
    [InlineData(OnOff, "\"OFF\"")]
    [InlineData("""{"name":"P","type":"checkbox","prompt":"","checkedValue":"1"}""", "\"NO\"")]
    [InlineData("""{"name":"P","type":"checkbox","prompt":"","checkedValue":"1"}""", "1")]
    [InlineData("""{"name":"P","type":"checkbox","prompt":"","checkedValue":1,"uncheckedValue":0}""", "\"0\"")]
    public async Task It_takes_its_two_texts(string record, string value) => await SubmittedValue.AssertFitsAsync(record, value);

    [Theory]
    [InlineData(Plain, "\"true\"", "'true' is none of its options: 'YES', 'NO'.")]
    [InlineData(Plain, "true", "'true' is none of its options: 'YES', 'NO'.")]
    [InlineData(OnOff, "\"YES\"", "'YES' is none of its options: 'ON', 'OFF'.")]
    public async Task It_refuses_other_texts(string record, string value, string problem) => await SubmittedValue.AssertRefusedAsync(record, value, problem);

    [Fact]
    public async Task A_text_that_differs_in_case_only_is_reported() =>
        await SubmittedValue.AssertReportedAsync(Plain, "\"Yes\"", "'Yes' is none of its options: 'YES', 'NO'.");
}
