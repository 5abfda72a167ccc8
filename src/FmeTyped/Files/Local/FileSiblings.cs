namespace FmeTyped;

/// <summary>
/// Formats that consist of several files. The files share their name up to the extension; extensions are compared without case.
/// </summary>
/// <remarks>Sources: the shapefile's technical description, MapInfo's TAB and MIF, world files and GDAL's side files.</remarks>
internal static class FileSiblings
{
    private static readonly string[] OfShapefile =
        [".shx", ".dbf", ".prj", ".cpg", ".sbn", ".sbx", ".fbn", ".fbx", ".ain", ".aih", ".ixs", ".mxs", ".qix", ".qpj", ".shp.xml"];

    private static readonly string[] OfAnyRaster = [".wld", ".prj", ".aux", ".rrd", ".aux.xml"];

    private static readonly Dictionary<string, string[]> Families = new(StringComparer.OrdinalIgnoreCase)
    {
        [".shp"] = OfShapefile,
        [".tab"] = [".dat", ".map", ".id", ".ind", ".dbf", ".mdb"],
        [".mif"] = [".mid"],
        [".gml"] = [".xsd", ".gfs"],
        [".gpkg"] = [".gpkg-wal"],
        [".tif"] = Raster(".tif", ".tfw", ".tifw", ".tab"),
        [".tiff"] = Raster(".tiff", ".tfw", ".tiffw", ".tab"),
        [".jpg"] = Raster(".jpg", ".jgw", ".jpgw", ".tab"),
        [".jpeg"] = Raster(".jpeg", ".jgw", ".jpegw", ".tab"),
        [".png"] = Raster(".png", ".pgw", ".pngw", ".tab"),
        [".gif"] = Raster(".gif", ".gfw", ".gifw"),
        [".bmp"] = Raster(".bmp", ".bpw", ".bmpw"),
        [".jp2"] = Raster(".jp2", ".j2w", ".jp2w"),
        [".sid"] = Raster(".sid", ".sdw", ".sidw"),
        [".ecw"] = Raster(".ecw", ".eww", ".ecww", ".ers"),
        [".img"] = Raster(".img", ".igw", ".imgw", ".ige", ".rde"),
        [".asc"] = Raster(".asc"),
        [".flt"] = Raster(".flt", ".hdr"),
        [".bil"] = Raster(".bil", ".hdr", ".blw", ".clr", ".stx"),
        [".bip"] = Raster(".bip", ".hdr", ".bpw", ".clr", ".stx"),
        [".bsq"] = Raster(".bsq", ".hdr", ".bqw", ".clr", ".stx"),
    };

    // The file is useless without these. A .tab can name its table in another way, and a .mif can lack attributes, so neither requires any.
    private static readonly Dictionary<string, string[]> Needed = new(StringComparer.OrdinalIgnoreCase)
    {
        [".shp"] = [".shx", ".dbf"],
        [".flt"] = [".hdr"],
    };

    // Parts that are useless alone. A .dbf is a format of its own, so it may be sent alone.
    private static readonly Dictionary<string, string> WholeOf = new(StringComparer.OrdinalIgnoreCase)
    {
        [".shx"] = ".shp",
        [".sbn"] = ".shp",
        [".sbx"] = ".shp",
        [".mid"] = ".mif",
    };

    /// <summary>The paths of a file's siblings in its folder.</summary>
    public static IEnumerable<string> From(string fullPath)
    {
        if (!Families.TryGetValue(Path.GetExtension(fullPath), out string[]? ends))
        {
            return [];
        }

        string stem = Path.GetFileNameWithoutExtension(fullPath);
        return Directory.EnumerateFiles(Path.GetDirectoryName(fullPath)!)
            .Where(path => Path.GetFileName(path) is var name
                && name.StartsWith(stem, StringComparison.Ordinal)
                && ends.Contains(name[stem.Length..], StringComparer.OrdinalIgnoreCase))
            .Order(StringComparer.Ordinal);
    }

    /// <summary>Why a file is incomplete; null if it is complete. Those who read it may know no C#, but a form or a command line.</summary>
    /// <param name="name">The file's name.</param>
    /// <param name="siblings">The names of its siblings; null for a stream, which has no folder.</param>
    public static string? FindProblem(string name, IEnumerable<string?>? siblings)
    {
        string end = Path.GetExtension(name);
        if (WholeOf.TryGetValue(end, out string? whole))
        {
            string instead = siblings is null ? "Send all its parts in one zip file." : "Name that file; its parts are uploaded too.";
            return $"names {name}, which is a part of {Path.ChangeExtension(name, whole)}. {instead}";
        }

        if (!Needed.TryGetValue(end, out string[]? needed))
        {
            return null;
        }

        string[] missing =
            [.. needed.Where(part => siblings?.Any(sibling => part.Equals(Path.GetExtension(sibling), StringComparison.OrdinalIgnoreCase)) != true)];
        return missing.Length == 0
            ? null
            : $"names {name} without its {string.Join(" and ", missing)}, which FME needs to read it. "
                + (siblings is null ? "Send all of them in one zip file." : "Put them beside the file, or send all of them in one zip file.");
    }

    private static string[] Raster(string end, params string[] own) =>
        [.. own, .. OfAnyRaster, $"{end}.aux.xml", $"{end}.ovr", $"{end}.xml", $"{end}.msk"];
}
