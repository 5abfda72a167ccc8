using System.Globalization;
using System.Text.Json;

namespace FmeTyped.Tests.Http;

public sealed class JsonFieldsTests
{
    [Theory]
    [InlineData("{}", "")]
    [InlineData("""{"items":null}""", "")]
    [InlineData("""{"items":{}}""", "object")]
    [InlineData("""{"items":[]}""", "page, texts")]
    [InlineData("""{"items":1.5}""", "number")]
    [InlineData("""{"items":7}""", "number, integer, milliseconds")]
    [InlineData("""{"items":"7"}""", "integer, milliseconds, text")]
    [InlineData("""{"items":"2026-01-09T10:11:12Z"}""", "time, text")]
    [InlineData("""{"items":false}""", "flag")]
    public void A_member_is_read_as_what_it_is_and_as_nothing_else(string json, string kinds)
    {
        JsonElement element = Json(json);
        (string Kind, object? Read)[] reads =
        [
            ("object", element.GetObject("items"u8)),
            ("page", element.GetItems()),
            ("number", element.GetNumber("items"u8)),
            ("integer", element.GetInteger("items"u8)),
            ("milliseconds", element.GetMilliseconds("items"u8)),
            ("flag", element.GetFlag("items"u8)),
            ("time", element.GetTime("items"u8)),
            ("text", element.GetText("items"u8)),
            ("texts", element.GetTexts("items"u8)),
        ];

        Assert.Equal(kinds, string.Join(", ", reads.Where(read => read.Read is not null).Select(read => read.Kind)));
    }

    [Theory]
    [InlineData("88.9", 88.9)]
    [InlineData("-7", -7)]
    public void A_number_keeps_its_value(string json, double number) => Assert.Equal(number, Member(json).GetNumber("a"u8));

    [Theory]
    [InlineData("true", true)]
    [InlineData("false", false)]
    public void A_flag_keeps_its_value(string json, bool flag) => Assert.Equal(flag, Member(json).GetFlag("a"u8));

    [Theory]
    [InlineData(-1, false)]
    [InlineData(0, true)]
    [InlineData((1L << 49) - 1, true)]
    [InlineData(1L << 49, false)]
    [InlineData(long.MaxValue, false)]
    public void Milliseconds_are_read_if_a_time_span_can_hold_them(long number, bool isRead) =>
        Assert.Equal(
            isRead ? TimeSpan.FromMilliseconds(number) : null,
            Member(number.ToString(CultureInfo.InvariantCulture)).GetMilliseconds("a"u8));

    [Theory]
    [InlineData("2022-11-08T21:52:04Z", "2022-11-08T21:52:04+00:00")]
    [InlineData("2022-11-08T21:52:04", "2022-11-08T21:52:04+00:00")]
    [InlineData("2022-11-08T21:52:04+02:00", "2022-11-08T21:52:04+02:00")]
    [InlineData("2022-11-08 21:52:04", "2022-11-08T21:52:04+00:00")]
    [InlineData("2022-11-08 21:52:04 -05:00", "2022-11-08T21:52:04-05:00")]
    [InlineData("  2022-11-08  21:52:04 ", "2022-11-08T21:52:04+00:00")]
    [InlineData("Tue, 08 Nov 2022 21:52:04 GMT", "2022-11-08T21:52:04+00:00")]
    [InlineData("0001-01-01T00:00:00Z", null)]
    [InlineData("0001-01-01 00:00:00", null)]
    [InlineData("yesterday", null)]
    public void A_time_keeps_its_zone_and_is_UTC_without_one(string text, string? time) =>
        Assert.Equal(time, Member($"\"{text}\"").GetTime("a"u8)?.ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture));

    private static JsonElement Member(string json) => Json($$"""{"a":{{json}}}""");

    private static JsonElement Json(string text)
    {
        using JsonDocument document = JsonDocument.Parse(text);
        return document.RootElement.Clone();
    }
}
