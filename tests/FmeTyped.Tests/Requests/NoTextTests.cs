using System.Text.Json;
using FmeTyped.Generated;
using FmeTyped.Metadata;
using FmeTyped.Tests.Sample;
using FmeTyped.Tests.Server;

namespace FmeTyped.Tests.Requests;

/// <summary>JSON of a user's that the parser takes, and whose text cannot be read, is told as what it is.</summary>
public sealed class NoTextTests
{
    private static readonly JsonSerializerOptions Options = new() { Converters = { new FmeRequestJsonConverter<AustinDownload>() } };

    public static TheoryData<string> Names => [.. NoText.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_value_is_a_problem_of_its_parameter(string name)
    {
        var error = Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<AustinDownload>(NoText.Message(name, "COORDSYS"), Options));

        FmeValidationError problem = Assert.Single(Assert.IsType<FmeValidationException>(error.InnerException).Errors);
        Assert.Equal("COORDSYS", problem.Parameter);
        Assert.Contains("invalid text", problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_name_is_an_error_of_the_JSON(string name) => Assert.Contains(
        "A name in the JSON contains invalid text",
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<AustinDownload>(NoText.Before(name, "{}"u8), Options)).Message,
        StringComparison.Ordinal);

    [Fact]
    public void It_is_no_geometry()
    {
        Assert.False(FmeGeometryText.IsGeoJson("""{"type":"\ud83d","coordinates":[1,2]}""", out _));
        Assert.False(FmeGeometryText.IsGeoJson("{\"type\":\"Point\",\"coordinates\":[\"\ud83d\"]}", out _));
    }
}
