using FmeTyped.Metadata;
using FmeTyped.Tests.Requests;

namespace FmeTyped.Tests.Values;

public sealed class FmeDateTimeTests
{
    private static readonly FmeParameterDescriptor When = new("WHEN", FmeParameterKind.DateTime);

    public static TheoryData<string, FmeDateTime> Forms => new()
    {
        { "20260131", new DateOnly(2026, 1, 31) },
        { "090507", new TimeOnly(9, 5, 7) },
        { "090507.25", new TimeOnly(9, 5, 7, 250) },
        { "20260131090507", new DateTime(2026, 1, 31, 9, 5, 7) },
        { "20260131090507.0000001", new DateTime(2026, 1, 31, 9, 5, 7).AddTicks(1) },
        { "20260131090507+00:00", new DateTime(2026, 1, 31, 9, 5, 7, DateTimeKind.Utc) },
        { "20260131090507.5-08:30", new DateTimeOffset(2026, 1, 31, 9, 5, 7, 500, -new TimeSpan(8, 30, 0)) },
        { "00010101", DateOnly.MinValue },
        { "", FmeBlank.Value },
    };

    [Theory]
    [MemberData(nameof(Forms))]
    public void Each_part_has_its_place_in_FMEs_form(string wire, FmeDateTime value)
    {
        Assert.Equal(wire, value.ToString());
        Assert.Equal(value, FmeDateTime.Parse(wire));
        Assert.Equal(wire, TestRequest.SentOf(When, (writer, parameter) => writer.WriteDateTime(parameter, value)).Text);
    }

    [Theory]
    [InlineData("2026-01-31", "20260131")]
    [InlineData("09:05", "090500")]
    [InlineData("09:05:07.250", "090507.25")]
    [InlineData("2026-01-31T09:05", "20260131090500")]
    [InlineData("2026-01-31T09:05:07Z", "20260131090507+00:00")]
    [InlineData("2026-01-31T09:05:07-08:00", "20260131090507-08:00")]
    [InlineData("2026-01-31 09:05:07", "20260131090507")]
    [InlineData("090507-0800", "090507-08:00")]
    [InlineData("090507+02", "090507+02:00")]
    [InlineData("090507.123456789", "090507.1234567")]
    [InlineData("20260131090507.1200", "20260131090507.12")]
    public void Other_spellings_are_read(string text, string wire) => Assert.Equal(wire, FmeDateTime.Parse(text).ToString());

    [Theory]
    [InlineData("20260230")]
    [InlineData("2026013")]
    [InlineData("240000")]
    [InlineData("20260131+02:00")]
    [InlineData("2026013109")]
    [InlineData("090507+15:00")]
    [InlineData("090507+")]
    [InlineData("090507.12345678x")]
    [InlineData("31.01.2026")]
    [InlineData("Z")]
    [InlineData("-")]
    [InlineData("$(TODAY)")]
    [InlineData(null)]
    public void What_is_no_date_or_time_is_refused(string? text)
    {
        Assert.False(FmeDateTime.TryParse(text, out FmeDateTime value));
        Assert.True(value.IsBlank);
    }

    [Fact]
    public void Parsing_says_what_was_wrong_and_what_is_right()
    {
        var error = Assert.Throws<FormatException>(() => FmeDateTime.Parse("tomorrow"));

        Assert.Contains("'tomorrow'", error.Message, StringComparison.Ordinal);
        Assert.Contains("20260131143000", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_local_time_carries_the_offset_of_this_machine()
    {
        var local = new DateTime(2026, 1, 31, 9, 5, 7, DateTimeKind.Local);

        Assert.Equal(TimeZoneInfo.Local.GetUtcOffset(local), ((FmeDateTime)local).Offset);
    }

    [Fact]
    public void Its_parts_can_be_asked_for()
    {
        FmeDateTime value = new DateTimeOffset(2026, 1, 31, 9, 5, 7, TimeSpan.FromHours(2));

        Assert.Equal(new DateOnly(2026, 1, 31), value.Date);
        Assert.Equal(new TimeOnly(9, 5, 7), value.Time);
        Assert.Equal(TimeSpan.FromHours(2), value.Offset);
        Assert.Equal(FmeDateTimeForm.DateTime, value.Form);
    }

    [Fact]
    public void A_property_takes_each_dotnet_type_also_where_it_may_be_null()
    {
        DateOnly? none = null;
        DateOnly? some = new DateOnly(2026, 1, 31);

        Assert.Null(new Survey { Start = none }.Start);
        Assert.Equal(FmeDateTimeForm.Date, new Survey { Start = some }.Start?.Form);
        Assert.Equal(FmeDateTimeForm.Time, new Survey { Start = TimeOnly.MinValue }.Start?.Form);
        Assert.True(new Survey { Start = FmeBlank.Value }.Start?.IsBlank);
    }
}
