using System.Globalization;
using FmeTyped.Metadata;

namespace FmeTyped.Blazor.Forms;

/// <summary>Coordinate systems that a form suggests. FME knows thousands, and takes every one that a person types: A190.</summary>
internal static class CoordinateSystems
{
    public static IReadOnlyList<FmeChoice> Suggested { get; } =
    [
        Epsg(4326, "WGS 84"),
        Epsg(3857, "WGS 84 / Pseudo-Mercator"),
        Epsg(4258, "ETRS89"),
        Epsg(3035, "ETRS89 / LAEA Europe"),
        .. Enumerable.Range(28, 11).Select(zone => Epsg(25800 + zone, $"ETRS89 / UTM zone {zone}N")),
        Epsg(27700, "OSGB36 / British National Grid"),
        Epsg(2154, "RGF93 / Lambert-93"),
        Epsg(28992, "Amersfoort / RD New"),
        Epsg(31370, "BD72 / Belgian Lambert 72"),
        Epsg(2056, "CH1903+ / LV95"),
        Epsg(31287, "MGI / Austria Lambert"),
        Epsg(3006, "SWEREF99 TM"),
        Epsg(3067, "ETRS89 / TM35FIN(E,N)"),
        Epsg(2180, "ETRF2000-PL / CS92"),
        Epsg(5514, "S-JTSK / Krovak East North"),
        Epsg(4269, "NAD83"),
        Epsg(5070, "NAD83 / Conus Albers"),
        Epsg(3005, "NAD83 / BC Albers"),
        .. Enumerable.Range(1, 23).Select(zone => Epsg(26900 + zone, $"NAD83 / UTM zone {zone}N")),
        Epsg(7844, "GDA2020"),
        Epsg(2193, "NZGD2000 / New Zealand Transverse Mercator 2000"),
        .. Enumerable.Range(1, 60).Select(zone => Epsg(32600 + zone, $"WGS 84 / UTM zone {zone}N")),
        .. Enumerable.Range(1, 60).Select(zone => Epsg(32700 + zone, $"WGS 84 / UTM zone {zone}S")),
    ];

    private static FmeChoice Epsg(int code, string name) => new(string.Create(CultureInfo.InvariantCulture, $"EPSG:{code}"), name);
}
