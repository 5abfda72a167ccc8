namespace FmeTyped.Testing.Tests.Values;

/// <summary>
/// "format: datetime, date, by default datetime; milliseconds: decimals appended, by default not; timeZone: local, or utc, which has the offset appended,
/// by default local; storageFormat: Fme (20220707123456) or Iso (2022-07-07T12:34:56), by default Fme": the page types/datetime.
/// </summary>
public sealed class DateTimeTests
{
    private const string Plain = """{"name":"P","type":"datetime","prompt":""}""";
    private const string Date = """{"name":"P","type":"datetime","prompt":"","format":"date"}""";
    private const string Iso = """{"name":"P","type":"datetime","prompt":"","storageFormat":"Iso"}""";
    private const string IsoDate = """{"name":"P","type":"datetime","prompt":"","storageFormat":"Iso","format":"date"}""";
    private const string Fraction = """{"name":"P","type":"datetime","prompt":"","milliseconds":true}""";
    private const string Utc = """{"name":"P","type":"datetime","prompt":"","timeZone":"utc"}""";
    private const string All = """{"name":"P","type":"datetime","prompt":"","storageFormat":"Iso","timeZone":"utc","milliseconds":true}""";

    [Theory]
    [InlineData(Plain, "20220707123456")]
    [InlineData(Date, "20220707")]
    [InlineData(Iso, "2022-07-07T12:34:56")]
    [InlineData(IsoDate, "2022-07-07")]
    [InlineData(Fraction, "20220707123456.123")]
    [InlineData(Fraction, "20220707123456")]
    [InlineData(Utc, "20220707123456+02:00")]
    [InlineData(Utc, "20220707123456-0930")]
    [InlineData(Utc, "20220707123456+02")]
    [InlineData(All, "2022-07-07T12:34:56.123+02:00")]
    public async Task The_forms_of_the_record_fit(string record, string value) => await SubmittedValue.AssertFitsAsync(record, $"\"{value}\"");

    [Theory]
    [InlineData(Plain, "2022-07-07T12:34:56", "'2022-07-07T12:34:56' is no time of the form yyyymmddhhmmss.")]
    [InlineData(Plain, "20220707", "'20220707' is no time of the form yyyymmddhhmmss.")]
    [InlineData(Plain, "123456", "'123456' is no time of the form yyyymmddhhmmss.")]
    [InlineData(Plain, "20221307123456", "'20221307123456' is no time of the form yyyymmddhhmmss.")]
    [InlineData(Plain, "20220707123456.123", "'20220707123456.123' has a fraction of a second, and takes whole seconds.")]
    [InlineData(Plain, "20220707123456+02:00", "'20220707123456+02:00' has an offset, and takes a local time without one.")]
    [InlineData(Utc, "20220707123456", "'20220707123456' has no offset, and takes a time with one.")]
    [InlineData(Utc, "20220707123456Z", "'20220707123456Z' is no time of the form yyyymmddhhmmss.")]
    [InlineData(Date, "20220707123456", "'20220707123456' is no date of the form yyyymmdd.")]
    [InlineData(Date, "20220230", "'20220230' is no date of the form yyyymmdd.")]
    [InlineData(IsoDate, "20000101", "'20000101' is no date of the form yyyy-mm-dd.")]
    [InlineData(Iso, "20220707123456", "'20220707123456' is no time of the form yyyy-mm-ddThh:mm:ss.")]
    [InlineData(Iso, "2022-07-07 12:34:56", "'2022-07-07 12:34:56' is no time of the form yyyy-mm-ddThh:mm:ss.")]
    public async Task Other_forms_are_reported(string record, string value, string problem) =>
        await SubmittedValue.AssertReportedAsync(record, $"\"{value}\"", problem);

    [Theory]
    [InlineData("DATETIME", "20220707123456+02:00")]
    [InlineData("DATETIME", "20220707")]
    [InlineData("COLOR_PICK", "255,0,0")]
    [InlineData("GEOMETRY", "POINT (10 50)")]
    public async Task Records_of_version_3_say_nothing_of_forms(string type, string value) =>
        await SubmittedValue.AssertFitsAsync($$"""{"name":"P","type":"{{type}}","model":"string","description":""}""", $"\"{value}\"");

    /// <summary>"No value = the current date and time."</summary>
    [Fact]
    public async Task Blank_is_now_where_it_may_be() =>
        await SubmittedValue.AssertFitsAsync("""{"name":"P","type":"datetime","prompt":"","required":false}""", "\"\"");
}
