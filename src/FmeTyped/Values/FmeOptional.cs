using System.Diagnostics.CodeAnalysis;

namespace FmeTyped;

/// <summary>
/// The value of an optional parameter that has a default. It is one of three things:
/// unset (nothing is sent and the server's default applies), blank (an empty value is sent), or a value.
/// </summary>
/// <remarks>
/// Assign a <typeparamref name="T"/>, a nullable <typeparamref name="T"/> whose null means unset, or
/// <see cref="FmeBlank.Value"/>. The default of this type is unset.
/// </remarks>
/// <typeparam name="T">The parameter's type.</typeparam>
public readonly struct FmeOptional<T> : IEquatable<FmeOptional<T>>
    where T : struct
{
    private enum State : byte
    {
        Unset,
        Blank,
        Value,
    }

    private readonly State _state;
    private readonly T _value;

    private FmeOptional(State state, T value)
    {
        _state = state;
        _value = value;
    }

    /// <summary>Nothing is sent; the server's default applies.</summary>
    public bool IsUnset => _state == State.Unset;

    /// <summary>An empty value is sent.</summary>
    public bool IsBlank => _state == State.Blank;

    /// <summary>A value is sent.</summary>
    public bool HasValue => _state == State.Value;

    /// <summary>The value.</summary>
    /// <exception cref="InvalidOperationException">The parameter is unset or blank.</exception>
    public T Value => HasValue
        ? _value
        : throw new InvalidOperationException($"The parameter is {(IsBlank ? "blank" : "unset")} and has no value. Ask {nameof(HasValue)} first.");

    /// <summary>Creates a value.</summary>
    /// <param name="value">The value.</param>
    [SuppressMessage("Usage", "CA2225", Justification = "The constructor-like alternative is the conversion itself.")]
    public static implicit operator FmeOptional<T>(T value) => new(State.Value, value);

    /// <summary>Creates a value, or unset if it is null.</summary>
    /// <param name="value">The value.</param>
    public static implicit operator FmeOptional<T>(T? value) => value is { } set ? new(State.Value, set) : default;

    /// <summary>Blank.</summary>
    /// <param name="blank">Blank.</param>
    public static implicit operator FmeOptional<T>(FmeBlank blank) => new(State.Blank, default);

    /// <summary>Whether both are unset, both are blank, or both have the same value.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    public static bool operator ==(FmeOptional<T> left, FmeOptional<T> right) => left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    public static bool operator !=(FmeOptional<T> left, FmeOptional<T> right) => !left.Equals(right);

    /// <inheritdoc/>
    public bool Equals(FmeOptional<T> other) =>
        _state == other._state && EqualityComparer<T>.Default.Equals(_value, other._value);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is FmeOptional<T> other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(_state, _value);

    /// <summary>Returns the value as text; empty if the parameter is unset or blank.</summary>
    public override string ToString() => HasValue ? _value.ToString() ?? "" : "";
}
