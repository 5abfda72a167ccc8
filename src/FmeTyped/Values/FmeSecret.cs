using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace FmeTyped;

/// <summary>
/// A password or another secret. It is sent to the server and shown nowhere: <see cref="ToString"/>, the debugger and JSON show a mask.
/// Compared by value.
/// </summary>
[DebuggerDisplay(Mask)]
[JsonConverter(typeof(FmeTextJsonConverter<FmeSecret>))]
public sealed class FmeSecret : IEquatable<FmeSecret>, IFmeText<FmeSecret>
{
    internal const string Mask = "***";

    /// <summary>A secret.</summary>
    /// <param name="value">What is sent. Empty leaves the parameter blank.</param>
    public FmeSecret(string value) => Value = value ?? throw new ArgumentNullException(nameof(value));

    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    internal string Value { get; }

    /// <summary>A secret.</summary>
    /// <param name="value">What is sent; null gives null, which leaves the parameter unset.</param>
    [return: NotNullIfNotNull(nameof(value))]
    public static implicit operator FmeSecret?(string? value) => value is null ? null : new(value);

    /// <summary>Blank.</summary>
    /// <param name="blank">Blank.</param>
    public static implicit operator FmeSecret(FmeBlank blank) => new("");

    /// <summary>Whether both are the same secret.</summary>
    /// <param name="left">One secret.</param>
    /// <param name="right">The other secret.</param>
    public static bool operator ==(FmeSecret? left, FmeSecret? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether the secrets differ.</summary>
    /// <param name="left">One secret.</param>
    /// <param name="right">The other secret.</param>
    public static bool operator !=(FmeSecret? left, FmeSecret? right) => !(left == right);

    /// <inheritdoc/>
    public bool Equals(FmeSecret? other) => other is not null && string.Equals(Value, other.Value, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as FmeSecret);

    /// <inheritdoc/>
    public override int GetHashCode() => Value.GetHashCode(StringComparison.Ordinal);

    /// <summary>A mask, whatever the secret is.</summary>
    public override string ToString() => Mask;

    /// <summary>Whether a text is what a server or form shows in place of a secret, which must never be sent back as one.</summary>
    internal static bool IsMask(string text) => text.Length > 0 && !text.AsSpan().ContainsAnyExcept('*', '\u2022');

    static FmeSecret? IFmeText<FmeSecret>.FromText(string text) => IsMask(text) ? null : new(text);

    string IFmeText<FmeSecret>.ToText() => Mask;
}
