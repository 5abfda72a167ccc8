namespace FmeTyped.Testing.Tests.Values;

/// <summary>
/// "required: bool, true; empty is shown as invalid": the page parameters. What cannot be filled in, or is filled in by others, cannot be demanded.
/// </summary>
public sealed class RequiredTests
{
    [Theory]
    [InlineData("""{"name":"P","type":"text","prompt":"","required":false}""")]
    [InlineData("""{"name":"P","type":"text","prompt":"","defaultValue":"x"}""")]
    [InlineData("""{"name":"P","type":"number","prompt":"","defaultValue":0}""")]
    [InlineData("""{"name":"P","type":"password","prompt":"","defaultWithheld":true}""")]
    [InlineData("""{"name":"P","type":"file","prompt":"","accessMode":"write"}""")]
    [InlineData("""{"name":"P","type":"file","prompt":"","accessMode":"readwrite"}""")]
    [InlineData("""{"name":"P","type":"text","prompt":"","setValue":{"if":[],"default":"x"}}""")]
    [InlineData("""{"name":"P","type":"text","prompt":"","visibility":false}""")]
    [InlineData("""{"name":"P","type":"text","prompt":"","visibility":"visibleDisabled"}""")]
    [InlineData("""{"name":"P","type":"text","prompt":"","visibility":{"if":[],"default":"visibleEnabled"}}""")]
    [InlineData("""{"name":"P","type":"text","prompt":"","hidden":true}""")]
    [InlineData("""{"name":"P","type":"text","prompt":"","editor":"python","runnable":true}""")]
    [InlineData("""{"name":"P","type":"message","prompt":""}""")]
    public async Task These_need_no_value(string record) => await SubmittedValue.AssertFitAsync($"[{record}]", "{}");

    [Theory]
    [InlineData("""{"name":"P","type":"text","prompt":""}""")]
    [InlineData("""{"name":"P","type":"text","prompt":"","defaultValue":""}""")]
    [InlineData("""{"name":"P","type":"text","prompt":"","visibility":true}""")]
    [InlineData("""{"name":"P","type":"text","prompt":"","visibility":"visibleEnabled"}""")]
    [InlineData("""{"name":"P","type":"text","prompt":"","editor":"python"}""")]
    [InlineData("""{"name":"P","type":"file","prompt":"","accessMode":"read"}""")]
    [InlineData("""{"name":"G","type":"group","prompt":"","parameters":[{"name":"P","type":"text","prompt":""}]}""")]
    public async Task These_need_one(string record)
    {
        await SubmittedValue.AssertRefusedAsync($"[{record}]", "{}", "P", "is required, has no default and was not given.");
        await SubmittedValue.AssertRefusedAsync($"[{record}]", """{"P":""}""", "P", "may not be blank.");
        await SubmittedValue.AssertFitAsync($"[{record}]", """{"P":"x"}""");
    }

    [Fact]
    public async Task A_script_takes_no_value_of_a_caller() => await SubmittedValue.AssertReportedAsync(
        """[{"name":"P","type":"text","prompt":"","runnable":true}]""", """{"P":"x"}""", "P", "R/w.fmw publishes no such parameter.");
}
