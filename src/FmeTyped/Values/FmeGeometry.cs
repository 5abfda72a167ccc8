using System.Globalization;
using System.Text.Json.Serialization;

namespace FmeTyped;

/// <summary>A geometry as text: GeoJSON, FME XML, or whatever else a workspace accepts. Compared by the text or box that it was created from.</summary>
/// <remarks>
/// FME reads GeoJSON unless a parameter requires FME XML. FME's parameters do not accept well-known text, so it is sent as GeoJSON.
/// </remarks>
[JsonConverter(typeof(FmeTextJsonConverter<FmeGeometry>))]
public sealed class FmeGeometry : IEquatable<FmeGeometry>, IFmeText<FmeGeometry>
{
    private readonly FmeGeometryEncoding _encoding;
    private readonly string _text;
    private readonly string? _asGeoJson;
    private readonly string? _asWkt;

    private FmeGeometry(FmeGeometryEncoding encoding, string text, FmeGeometryKinds kinds, string? asGeoJson, string? asWkt)
    {
        _encoding = encoding;
        _text = text;
        _asGeoJson = asGeoJson;
        _asWkt = asWkt;
        Kinds = kinds;
    }

    /// <summary>Whether it is empty, so that an empty value is sent.</summary>
    internal bool IsBlank => _text.Length == 0;

    /// <summary>The kinds of geometry in it, as far as the text shows them.</summary>
    internal FmeGeometryKinds Kinds { get; }

    /// <summary>Creates a geometry from a geometry or feature in GeoJSON.</summary>
    /// <param name="geoJson">The text: a JSON object with a type of RFC 7946.</param>
    /// <exception cref="ArgumentException">The text is not GeoJSON. Coordinates are not checked.</exception>
    public static FmeGeometry FromGeoJson(string geoJson)
    {
        ArgumentNullException.ThrowIfNull(geoJson);
        return FmeGeometryText.IsGeoJson(geoJson, out FmeGeometryKinds kinds)
            ? new(FmeGeometryEncoding.GeoJson, geoJson, kinds, asGeoJson: geoJson, asWkt: null)
            : throw new ArgumentException($"The text is not GeoJSON. {FmeGeometryText.GeoJsonExpected}", nameof(geoJson));
    }

    /// <summary>Creates a geometry from FME XML, as FME's GeometryExtractor writes it under that name.</summary>
    /// <param name="fmeXml">The text.</param>
    /// <exception cref="ArgumentException">The text is not XML. Its elements are not checked.</exception>
    public static FmeGeometry FromFmeXml(string fmeXml)
    {
        ArgumentNullException.ThrowIfNull(fmeXml);
        return FmeGeometryText.IsFmeXml(fmeXml)
            ? new(FmeGeometryEncoding.FmeXml, fmeXml, FmeGeometryKinds.None, asGeoJson: null, asWkt: null)
            : throw new ArgumentException($"The text is not FME XML. {FmeGeometryText.FmeXmlExpected}", nameof(fmeXml));
    }

    /// <summary>Creates a geometry from well-known text. It is sent as GeoJSON, which has neither curves nor measures; with those, validation fails.</summary>
    /// <param name="wkt">The text, such as <c>POINT (10 50)</c>.</param>
    /// <exception cref="ArgumentException">The text is not well-known text. Coordinates are not checked.</exception>
    public static FmeGeometry FromWkt(string wkt)
    {
        ArgumentNullException.ThrowIfNull(wkt);
        return FmeGeometryText.IsWkt(wkt)
            ? Convert(wkt)
            : throw new ArgumentException($"The text is not well-known text. {FmeGeometryText.WktExpected}", nameof(wkt));
    }

    /// <summary>Creates a geometry from text. GeoJSON, FME XML and well-known text are recognized; any other text is sent as it is.</summary>
    /// <param name="text">The text. Empty is blank.</param>
    public static FmeGeometry FromText(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return FmeGeometryText.IsGeoJson(text, out _) ? FromGeoJson(text)
            : FmeGeometryText.IsWkt(text) ? FromWkt(text)
            : FmeGeometryText.IsFmeXml(text) ? FromFmeXml(text)
            : new(FmeGeometryEncoding.Other, text, FmeGeometryKinds.None, asGeoJson: null, asWkt: null);
    }

    /// <summary>
    /// Creates a box as a GeoJSON polygon. The unit is that of the
    /// coordinate system the workspace expects.
    /// </summary>
    /// <param name="minX">The minimum x, or west.</param>
    /// <param name="minY">The minimum y, or south.</param>
    /// <param name="maxX">The maximum x, or east.</param>
    /// <param name="maxY">The maximum y, or north.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is not finite, or a minimum is not below its maximum.</exception>
    public static FmeGeometry BoundingBox(double minX, double minY, double maxX, double maxY)
    {
        RequireBelow(minX, maxX, nameof(minX));
        RequireBelow(minY, maxY, nameof(minY));
        string left = Number(minX);
        string bottom = Number(minY);
        string right = Number(maxX);
        string top = Number(maxY);

        // Counterclockwise, as RFC 7946 requires for outer rings.
        string geoJson = "{\"type\":\"Polygon\",\"coordinates\":[["
            + $"[{left},{bottom}],[{right},{bottom}],[{right},{top}],[{left},{top}],[{left},{bottom}]]]}}";
        string wkt = $"POLYGON (({left} {bottom}, {right} {bottom}, {right} {top}, {left} {top}, {left} {bottom}))";
        return new(FmeGeometryEncoding.GeoJson, geoJson, FmeGeometryKinds.Box, geoJson, wkt);
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
        && string.Equals(_asWkt, other._asWkt, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as FmeGeometry);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(_encoding, _text);

    /// <summary>Returns the text; for a box, its GeoJSON.</summary>
    public override string ToString() => _text;

    static FmeGeometry IFmeText<FmeGeometry>.FromText(string text) => FromText(text);

    string IFmeText<FmeGeometry>.ToText() => _text;

    /// <summary>The text for a parameter; null if the geometry cannot be written in the encoding that the parameter requires.</summary>
    internal string? TextFor(string encoding) => FmeGeometryText.EncodingOf(encoding) switch
    {
        _ when _encoding == FmeGeometryEncoding.Other => _text,
        FmeGeometryEncoding.GeoJson => _asGeoJson,
        FmeGeometryEncoding.Wkt => _asWkt,
        FmeGeometryEncoding.FmeXml => _encoding == FmeGeometryEncoding.FmeXml ? _text : null,
        _ => _encoding == FmeGeometryEncoding.Wkt ? _asGeoJson : _text,
    };

    /// <summary>Parses a text; null if it cannot be written in the required encoding.</summary>
    internal static FmeGeometry? Read(string encoding, string text)
    {
        FmeGeometry geometry = FromText(text);
        return FmeGeometryText.EncodingOf(encoding) is FmeGeometryEncoding.Other || text.Length == 0
            || (geometry._encoding != FmeGeometryEncoding.Other && geometry.TextFor(encoding) is not null)
            ? geometry
            : null;
    }

    private static FmeGeometry Convert(string wkt)
    {
        FmeGeometryKinds kinds = FmeGeometryKinds.None;
        string? geoJson = WellKnownText.ToGeoJson(wkt) is { } json && FmeGeometryText.IsGeoJson(json, out kinds) ? json : null;
        return new(FmeGeometryEncoding.Wkt, wkt, kinds, geoJson, asWkt: wkt);
    }

    private static void RequireBelow(double least, double greatest, string name)
    {
        if (!double.IsFinite(least) || !double.IsFinite(greatest) || least >= greatest)
        {
            throw new ArgumentOutOfRangeException(
                name,
                $"A box needs finite numbers and a least below the greatest, not {least.ToString(CultureInfo.InvariantCulture)} and "
                    + $"{greatest.ToString(CultureInfo.InvariantCulture)}.");
        }
    }

    private static string Number(double value) => FmeNumber.Format(value, stackalloc char[FmeNumber.MaxLength]).ToString();
}
