using System.Globalization;
using System.Text.Json.Serialization;

namespace FmeTyped;

/// <summary>A geometry as text: GeoJSON, well-known text, or whatever else a workspace takes. Compared by what it was made of.</summary>
[JsonConverter(typeof(FmeTextJsonConverter<FmeGeometry>))]
public sealed class FmeGeometry : IEquatable<FmeGeometry>, IFmeText<FmeGeometry>
{
    private readonly FmeGeometryEncoding _encoding;
    private readonly string _text;
    private readonly string? _boxAsWkt;

    private FmeGeometry(FmeGeometryEncoding encoding, string text, string? boxAsWkt = null)
    {
        _encoding = encoding;
        _text = text;
        _boxAsWkt = boxAsWkt;
    }

    /// <summary>Whether it is empty, so that an empty value is sent.</summary>
    internal bool IsBlank => _text.Length == 0;

    /// <summary>A geometry or feature in GeoJSON.</summary>
    /// <param name="geoJson">The text: a JSON object with a type of RFC 7946.</param>
    /// <exception cref="ArgumentException">The text is no GeoJSON. Coordinates are not looked at.</exception>
    public static FmeGeometry FromGeoJson(string geoJson)
    {
        ArgumentNullException.ThrowIfNull(geoJson);
        return FmeGeometryText.IsGeoJson(geoJson)
            ? new(FmeGeometryEncoding.GeoJson, geoJson)
            : throw new ArgumentException($"The text is no GeoJSON. {FmeGeometryText.GeoJsonExpected}", nameof(geoJson));
    }

    /// <summary>A geometry in well-known text.</summary>
    /// <param name="wkt">The text, such as <c>POINT (10 50)</c>.</param>
    /// <exception cref="ArgumentException">The text is no well-known text. Coordinates are not looked at.</exception>
    public static FmeGeometry FromWkt(string wkt)
    {
        ArgumentNullException.ThrowIfNull(wkt);
        return FmeGeometryText.IsWkt(wkt)
            ? new(FmeGeometryEncoding.Wkt, wkt)
            : throw new ArgumentException($"The text is no well-known text. {FmeGeometryText.WktExpected}", nameof(wkt));
    }

    /// <summary>A geometry in a form of its own. It is sent as it is.</summary>
    /// <param name="text">The text. Empty leaves the parameter blank.</param>
    public static FmeGeometry FromText(string text) => new(FmeGeometryEncoding.Other, text ?? throw new ArgumentNullException(nameof(text)));

    /// <summary>
    /// A box as a polygon, in the encoding that is asked for; GeoJSON where it does not say. The unit is that of the
    /// coordinate system the workspace expects.
    /// </summary>
    /// <param name="minX">The least x, or west.</param>
    /// <param name="minY">The least y, or south.</param>
    /// <param name="maxX">The greatest x, or east.</param>
    /// <param name="maxY">The greatest y, or north.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is not finite, or a least one is not below its greatest.</exception>
    public static FmeGeometry BoundingBox(double minX, double minY, double maxX, double maxY)
    {
        RequireBelow(minX, maxX, nameof(minX));
        RequireBelow(minY, maxY, nameof(minY));
        string left = Number(minX);
        string bottom = Number(minY);
        string right = Number(maxX);
        string top = Number(maxY);

        // Counterclockwise, as RFC 7946 has outer rings.
        return new(
            FmeGeometryEncoding.GeoJson,
            $$"""{"type":"Polygon","coordinates":[[[{{left}},{{bottom}}],[{{right}},{{bottom}}],[{{right}},{{top}}],[{{left}},{{top}}],[{{left}},{{bottom}}]]]}""",
            $"POLYGON (({left} {bottom}, {right} {bottom}, {right} {top}, {left} {top}, {left} {bottom}))");
    }

    /// <summary>Blank.</summary>
    /// <param name="blank">Blank.</param>
    public static implicit operator FmeGeometry(FmeBlank blank) => FromText("");

    /// <summary>Whether both were made of the same text or box.</summary>
    /// <param name="left">One geometry.</param>
    /// <param name="right">The other geometry.</param>
    public static bool operator ==(FmeGeometry? left, FmeGeometry? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether the geometries differ.</summary>
    /// <param name="left">One geometry.</param>
    /// <param name="right">The other geometry.</param>
    public static bool operator !=(FmeGeometry? left, FmeGeometry? right) => !(left == right);

    /// <inheritdoc/>
    public bool Equals(FmeGeometry? other) => other is not null
        && _encoding == other._encoding
        && string.Equals(_text, other._text, StringComparison.Ordinal)
        && string.Equals(_boxAsWkt, other._boxAsWkt, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as FmeGeometry);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(_encoding, _text);

    /// <summary>The text; a box as GeoJSON.</summary>
    public override string ToString() => _text;

    static FmeGeometry IFmeText<FmeGeometry>.FromText(string text) => Read("", text)!;

    string IFmeText<FmeGeometry>.ToText() => _text;

    /// <summary>The text for a parameter; null where the parameter asks for another encoding than the geometry has.</summary>
    internal string? TextFor(string encoding)
    {
        FmeGeometryEncoding asked = FmeGeometryText.EncodingOf(encoding);
        return asked == _encoding || _encoding == FmeGeometryEncoding.Other || encoding.Length == 0 ? _text
            : asked == FmeGeometryEncoding.Wkt ? _boxAsWkt
            : null;
    }

    /// <summary>Reads a text; null where the text is not in the encoding that is asked for.</summary>
    internal static FmeGeometry? Read(string encoding, string text)
    {
        FmeGeometryEncoding asked = FmeGeometryText.EncodingOf(encoding);
        FmeGeometryEncoding found = FmeGeometryText.IsGeoJson(text) ? FmeGeometryEncoding.GeoJson
            : FmeGeometryText.IsWkt(text) ? FmeGeometryEncoding.Wkt
            : FmeGeometryEncoding.Other;
        return asked == FmeGeometryEncoding.Other || asked == found || text.Length == 0 ? new(found, text) : null;
    }

    private static void RequireBelow(double least, double greatest, string name)
    {
        if (!double.IsFinite(least) || !double.IsFinite(greatest) || least >= greatest)
        {
            throw new ArgumentOutOfRangeException(name, $"A box needs finite numbers and a least below the greatest, not {least.ToString(CultureInfo.InvariantCulture)} and {greatest.ToString(CultureInfo.InvariantCulture)}.");
        }
    }

    private static string Number(double value) => FmeNumber.Format(value, stackalloc char[FmeNumber.MaxLength]).ToString();
}
