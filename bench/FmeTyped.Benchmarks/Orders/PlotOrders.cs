using FmeTyped.Benchmarks.Fme.Planning;

namespace FmeTyped.Benchmarks.Orders;

/// <summary>Orders with a colour and a date, which are formatted while they are written.</summary>
internal static class PlotOrders
{
    public const string Repository = "Planning";
    public const string PlotWorkspace = "plot.fmw";
    public const string AtlasWorkspace = "atlas.fmw";

    public static Plot Plot() => new()
    {
        Style01 = Fme.Planning.Plot.Style01Option.Plain,
        Style02 = Fme.Planning.Plot.Style02Option.Dashed,
        Width01 = -78.25,
        Width02 = -76.75,
        Count = 925,
        Title = "A remark of the surveyor, number 5",
        Tint = FmeColor.FromRgb(255, 128, 7),
        Day = new DateOnly(2026, 11, 29),
    };

    public static PlotDto PlotDto() => new()
    {
        Style01 = "plain",
        Style02 = "dashed",
        Width01 = -78.25,
        Width02 = -76.75,
        Count = 925,
        Title = "A remark of the surveyor, number 5",
        Tint = new Rgb(255, 128, 7),
        Day = new DateOnly(2026, 11, 29),
    };

    public static Atlas Atlas() => new()
    {
        Style01 = Fme.Planning.Atlas.Style01Option.Plain,
        Style02 = Fme.Planning.Atlas.Style02Option.Dashed,
        Style03 = Fme.Planning.Atlas.Style03Option.Dotted,
        Style04 = Fme.Planning.Atlas.Style04Option.Plain,
        Style05 = Fme.Planning.Atlas.Style05Option.Dashed,
        Style06 = Fme.Planning.Atlas.Style06Option.Dotted,
        Style07 = Fme.Planning.Atlas.Style07Option.Plain,
        Style08 = Fme.Planning.Atlas.Style08Option.Dashed,
        Style09 = Fme.Planning.Atlas.Style09Option.Dotted,
        Style10 = Fme.Planning.Atlas.Style10Option.Plain,
        Width01 = -66.25,
        Width02 = -64.75,
        Width03 = -63.25,
        Width04 = -61.75,
        Width05 = -60.25,
        Width06 = -58.75,
        Width07 = -57.25,
        Width08 = -55.75,
        Width09 = -54.25,
        Width10 = -52.75,
        Count01 = 1517,
        Count02 = 1554,
        Count03 = 1591,
        Count04 = 1628,
        Count05 = 1665,
        Count06 = 1702,
        Count07 = 1739,
        Count08 = 1776,
        Count09 = 1813,
        Title01 = "A remark of the surveyor, number 29",
        Title02 = "A remark of the surveyor, number 30",
        Title03 = "A remark of the surveyor, number 31",
        Title04 = "A remark of the surveyor, number 32",
        Title05 = "A remark of the surveyor, number 33",
        Title06 = "A remark of the surveyor, number 34",
        Title07 = "A remark of the surveyor, number 35",
        Title08 = "A remark of the surveyor, number 36",
        Title09 = "A remark of the surveyor, number 37",
        Tint = FmeColor.FromRgb(255, 128, 7),
        Day = new DateOnly(2026, 11, 29),
    };

    public static AtlasDto AtlasDto() => new()
    {
        Style01 = "plain",
        Style02 = "dashed",
        Style03 = "dotted",
        Style04 = "plain",
        Style05 = "dashed",
        Style06 = "dotted",
        Style07 = "plain",
        Style08 = "dashed",
        Style09 = "dotted",
        Style10 = "plain",
        Width01 = -66.25,
        Width02 = -64.75,
        Width03 = -63.25,
        Width04 = -61.75,
        Width05 = -60.25,
        Width06 = -58.75,
        Width07 = -57.25,
        Width08 = -55.75,
        Width09 = -54.25,
        Width10 = -52.75,
        Count01 = 1517,
        Count02 = 1554,
        Count03 = 1591,
        Count04 = 1628,
        Count05 = 1665,
        Count06 = 1702,
        Count07 = 1739,
        Count08 = 1776,
        Count09 = 1813,
        Title01 = "A remark of the surveyor, number 29",
        Title02 = "A remark of the surveyor, number 30",
        Title03 = "A remark of the surveyor, number 31",
        Title04 = "A remark of the surveyor, number 32",
        Title05 = "A remark of the surveyor, number 33",
        Title06 = "A remark of the surveyor, number 34",
        Title07 = "A remark of the surveyor, number 35",
        Title08 = "A remark of the surveyor, number 36",
        Title09 = "A remark of the surveyor, number 37",
        Tint = new Rgb(255, 128, 7),
        Day = new DateOnly(2026, 11, 29),
    };
}
