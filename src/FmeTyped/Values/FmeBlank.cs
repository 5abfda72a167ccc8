namespace FmeTyped;

/// <summary>
/// A parameter left blank on purpose: the server is sent an empty value, so its default does not apply.
/// Assign <see cref="FmeOptional.Blank"/>.
/// </summary>
public readonly struct FmeBlank : IEquatable<FmeBlank>
{
    /// <summary>Blank text is the empty string.</summary>
    /// <param name="blank">Blank.</param>
    public static implicit operator string(FmeBlank blank) => "";

    /// <summary>All blanks are equal.</summary>
    /// <param name="left">One blank.</param>
    /// <param name="right">Another blank.</param>
    public static bool operator ==(FmeBlank left, FmeBlank right) => true;

    /// <summary>All blanks are equal.</summary>
    /// <param name="left">One blank.</param>
    /// <param name="right">Another blank.</param>
    public static bool operator !=(FmeBlank left, FmeBlank right) => false;

    /// <inheritdoc/>
    public bool Equals(FmeBlank other) => true;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is FmeBlank;

    /// <inheritdoc/>
    public override int GetHashCode() => 0;

    /// <summary>Returns the empty string.</summary>
    public override string ToString() => "";
}
