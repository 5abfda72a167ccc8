using System.Globalization;
using System.Text.Json.Serialization;

namespace FmeTyped;

/// <summary>
/// The name of a coordinate system as FME knows it: an FME name such as <c>LL84</c>, or an authority's code such as <c>EPSG:32614</c>.
/// Any text is allowed, because a server can have coordinate systems of its own.
/// </summary>
[JsonConverter(typeof(FmeTextJsonConverter<FmeCoordinateSystem>))]
public sealed record FmeCoordinateSystem : IFmeText<FmeCoordinateSystem>
{
    /// <summary>Creates a coordinate system by name.</summary>
    /// <param name="name">FME's name, or <c>AUTHORITY:CODE</c>. Empty is blank.</param>
    public FmeCoordinateSystem(string name) => Name = name ?? throw new ArgumentNullException(nameof(name));

    /// <summary>The name that is sent.</summary>
    public string Name { get; }

    /// <summary>WGS84 latitude and longitude in degrees: FME's <c>LL84</c>.</summary>
    public static FmeCoordinateSystem LL84 { get; } = new("LL84");

    /// <summary>Creates a coordinate system of the EPSG registry.</summary>
    /// <param name="code">The code, such as 32614.</param>
    /// <exception cref="ArgumentOutOfRangeException">The code is not positive.</exception>
    public static FmeCoordinateSystem Epsg(int code)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(code);
        return new("EPSG:" + code.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>Creates a coordinate system by name.</summary>
    /// <param name="name">The name; null gives null, which leaves the parameter unset.</param>
    [return: System.Diagnostics.CodeAnalysis.NotNullIfNotNull(nameof(name))]
    public static implicit operator FmeCoordinateSystem?(string? name) => name is null ? null : new(name);

    /// <summary>Blank.</summary>
    /// <param name="blank">Blank.</param>
    public static implicit operator FmeCoordinateSystem(FmeBlank blank) => new("");

    /// <summary>Returns <see cref="Name"/>.</summary>
    public override string ToString() => Name;

    static FmeCoordinateSystem IFmeText<FmeCoordinateSystem>.FromText(string text) => new(text);

    string IFmeText<FmeCoordinateSystem>.ToText() => Name;
}
