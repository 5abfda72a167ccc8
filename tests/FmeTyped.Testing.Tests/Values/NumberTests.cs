namespace FmeTyped.Testing.Tests.Values;

/// <summary>
/// "multipleOf: value must be a multiple; minimum, maximum; minimumExclusive, maximumExclusive bool. Single text with a point": the page types/number.
/// </summary>
public sealed class NumberTests
{
    private const string Limited = """{"name":"P","type":"number","prompt":"","minimum":0,"maximum":10}""";
    private const string Exclusive = """{"name":"P","type":"number","prompt":"","minimum":0,"maximum":10,"minimumExclusive":true,"maximumExclusive":true}""";
    private const string Whole = """{"name":"P","type":"number","prompt":"","multipleOf":1}""";
    private const string Fives = """{"name":"P","type":"number","prompt":"","multipleOf":5}""";
    private const string Quarters = """{"name":"P","type":"number","prompt":"","multipleOf":0.25}""";

    [Theory]
    [InlineData(Limited, "\"0.0025\"")]
    [InlineData(Limited, "0")]
    [InlineData(Limited, "10")]
    [InlineData(Exclusive, "9.999")]
    [InlineData(Whole, "\"-3\"")]
    [InlineData(Fives, "\"15\"")]
    [InlineData(Quarters, "\"0.75\"")]
    [InlineData(Quarters, "\"1e40\"")]
    public async Task Numbers_within_their_limits_and_steps_fit(string record, string value) => await SubmittedValue.AssertFitsAsync(record, value);

    [Theory]
    [InlineData(Limited, "-0.1", "-0.1 is beyond the limits 0 to 10.")]
    [InlineData(Limited, "10.1", "10.1 is beyond the limits 0 to 10.")]
    [InlineData(Exclusive, "0", "0 is beyond the limits 0 to 10.")]
    [InlineData(Exclusive, "10", "10 is beyond the limits 0 to 10.")]
    [InlineData("""{"name":"P","type":"number","prompt":"","minimum":"1"}""", "0", "0 is beyond the limits 1 to -.")]
    [InlineData(Limited, "\"0,5\"", "'0,5' is no number.")]
    [InlineData(Limited, "\" 5\"", "' 5' is no number.")]
    [InlineData(Limited, "\"1e999\"", "'1e999' is no number.")]
    [InlineData(Whole, "\"1.5\"", "'1.5' is no whole number.")]
    [InlineData(Whole, "\"one\"", "'one' is no whole number.")]
    [InlineData(Limited, "[1,2]", "takes one value and was given a list of 2.")]
    public async Task What_is_no_such_number_is_refused(string record, string value, string problem) =>
        await SubmittedValue.AssertRefusedAsync(record, value, problem);

    [Theory]
    [InlineData(Fives, "\"7\"", "'7' is no multiple of 5.")]
    [InlineData(Quarters, "\"0.3\"", "'0.3' is no multiple of 0.25.")]
    public async Task A_number_between_two_steps_is_reported(string record, string value, string problem) =>
        await SubmittedValue.AssertReportedAsync(record, value, problem);
}
