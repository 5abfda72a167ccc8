using FmeTyped.Benchmarks.Fme.Samples;

namespace FmeTyped.Benchmarks.Orders;

/// <summary>The same order of eight parameters, as each contestant's users write it.</summary>
internal static class AustinOrders
{
    public const string Repository = "Samples";
    public const string Workspace = "austinDownload.fmw";

    public static AustinDownload Typed() => new()
    {
        Themes = [AustinDownload.ThemesOption.Airports, AustinDownload.ThemesOption.Cenart],
        Coordsys = AustinDownload.CoordsysOption.LL84,
        FormatGeneric = AustinDownload.FormatGenericOption.Shape,
        Minx = -97.75,
        Miny = 30.25,
        Maxx = -97.5,
        Maxy = 42,
        BboxCoordsys = FmeCoordinateSystem.LL84,
    };

    public static AustinDto Dto() => new()
    {
        Themes = ["airports", "cenart"],
        Coordsys = "LL84",
        FormatGeneric = "SHAPE",
        Minx = -97.75,
        Miny = 30.25,
        Maxx = -97.5,
        Maxy = 42,
        BboxCoordsys = "LL84",
    };

    public static Dictionary<string, object> Dictionary() => new()
    {
        ["THEMES"] = new[] { "airports", "cenart" },
        ["COORDSYS"] = "LL84",
        ["FORMAT_GENERIC"] = "SHAPE",
        ["MINX"] = "-97.75",
        ["MINY"] = "30.25",
        ["MAXX"] = "-97.5",
        ["MAXY"] = "42",
        ["BBOX_COORDSYS"] = "LL84",
    };
}
