using FmeTyped.Generator.Analyzers;
using FmeTyped.Generator.Tests.Harness;

namespace FmeTyped.Generator.Tests.Analyzers;

/// <summary>FME1012: texts that dates, colours and coordinate systems are made of.</summary>
public class ValueTextAnalyzerTests
{
    public static TheoryData<string> Texts =>
    [
        "", "20260131", "2026-01-31", "20260230", "090507", "09:05", "9:05", "090507.25", "090507.123456789", "090507.12345678x",
        "20260131090507", "20260131090507.5-08:30",
        "2026-01-31T09:05", "2026-01-31T09:05:07Z", "2026-01-31 09:05:07", "2026-01-31 09:05",
        "090507-0800", "090507+02", "090507+15:00", "090507+14:00", "090507+", "240000", "Z", "-", "31.01.2026",
        "tomorrow", "$(TODAY)", "20260131+02:00", "#8000ff", "#8000fg", "#80f",
        "0.5,0,1", "0,0,0", " 0.5, 0 ,1", "0.5;0;1", "1.5,0,0", "-0.1,0,0", "NaN,0,0", "1e-1,0,0", "0,0", "0,0,0,0", "red", "\n",
        "1,0,0", "255,128,0", "255,128,0,9", "256,0,0", "ff8000", "#ff800080", "unitHsv(0.5,1,1)", "unitCmyk(0,0,1)",
        "unitCmyk(0,0,1,1)", "unitRgb(", "unitRgb()",
    ];

    [Theory]
    [MemberData(nameof(Texts))]
    public void The_analyzer_and_the_runtime_agree(string text)
    {
        Assert.Equal(FmeDateTime.TryParse(text, out _), DateTimeText.IsValid(text));
        Assert.Equal(FmeColor.TryParse(text, out _), ColorText.IsValid(text));
    }

    [Theory]
    [InlineData("FmeDateTime.Parse(\"31.01.2026\")", "\"31.01.2026\"", "'31.01.2026' is not a valid date or time: " + DateTimeText.Expected)]
    [InlineData("FmeColor.Parse(\"red\")", "\"red\"", "'red' is not a valid colour: " + ColorText.Expected)]
    [InlineData("FmeColor.Parse(\"1,0,0\")", "\"1,0,0\"", "'1,0,0' is not a valid colour: " + ColorText.Expected)]
    [InlineData(
        "FmeColor.FromUnitRgb(0.5, 128, 0)", "128", "128 is not a valid component of a colour: components are from 0 to 1; FmeColor.FromRgb takes 0 to 255")]
    [InlineData(
        "FmeColor.FromUnitCmyk(0, 0, 0, 0, -1)", "-1", "-1 is not a valid component of a colour: components are from 0 to 1; FmeColor.FromCmyk takes 0 to 255")]
    [InlineData("FmeCoordinateSystem.Epsg(-1)", "-1", "-1 is not a valid coordinate system: a code of the EPSG register is positive")]
    [InlineData("new FmeCoordinateSystem(\"LL84 \")", "\"LL84 \"", "'LL84 ' is not a valid coordinate system: " + CoordinateSystemText.Expected)]
    [InlineData("new FmeCoordinateSystem(\"EPSG:LL84\")", "\"EPSG:LL84\"", "'EPSG:LL84' is not a valid coordinate system: " + CoordinateSystemText.Expected)]
    [InlineData("new FmeCoordinateSystem(\"EPSG:\")", "\"EPSG:\"", "'EPSG:' is not a valid coordinate system: " + CoordinateSystemText.Expected)]
    [InlineData("new FmeCoordinateSystem(\"LL\\t84\")", "\"LL\\t84\"", "'LL\t84' is not a valid coordinate system: " + CoordinateSystemText.Expected)]
    public async Task A_text_that_cannot_be(string expression, string code, string message)
    {
        Assert.Equal([new("FME1012", code, message)], await Run(expression));
    }

    [Theory]
    [InlineData("FmeDateTime.Parse(\"20260131\")")]
    [InlineData("FmeDateTime.Parse(text)")]
    [InlineData("FmeColor.Parse(\"#8000ff\")")]
    [InlineData("FmeColor.FromUnitRgb(1, 0, 0.25)")]
    [InlineData("FmeColor.FromRgb(128, 0, 0)")]
    [InlineData("FmeCoordinateSystem.Epsg(32614)")]
    [InlineData("new FmeCoordinateSystem(\"EPSG:32614\")")]
    [InlineData("new FmeCoordinateSystem(\"UTM84-14N\")")]
    [InlineData("new FmeCoordinateSystem(\"ESRIWKT|A name|PROJCS[\\\"A name\\\"]\")")]
    [InlineData("new FmeCoordinateSystem(\"\")")]
    [InlineData("int.Parse(\"x\")")]
    [InlineData("DateTime.Parse(\"31.01.2026\")")]
    public async Task A_text_that_can_be_or_is_not_known(string expression)
    {
        Assert.Empty(await Run(expression));
    }

    private static Task<IReadOnlyList<AnalyzerRun.Finding>> Run(string expression) => AnalyzerRun.From(
        new ValueTextAnalyzer(),
        null,
        $"using System; using FmeTyped; internal static class User {{ public static object? Make(string text) => {expression}; public static string "
            + "Same(string text) => text; }");
}
