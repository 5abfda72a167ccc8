using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace FmeTyped;

/// <summary>
/// A password or another secret. It is sent to the server but never shown: <see cref="ToString"/>, the debugger and JSON show a mask.
/// Compared by value.
/// </summary>
[DebuggerDisplay(Mask)]
[JsonConverter(typeof(FmeTextJsonConverter<FmeSecret>))]
public sealed class FmeSecret : IFmeText<FmeSecret>
{
    internal const string Mask = SecretMask.Text;

    /// <summary>Creates a secret.</summary>
    /// <param name="value">What is sent. Empty is blank.</param>
    public FmeSecret(string value) => Value = value ?? throw new ArgumentNullException(nameof(value));

    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    internal string Value { get; }

    /// <summary>Creates a secret.</summary>
    /// <param name="value">What is sent; null gives null, which leaves the parameter unset.</param>
    [return: NotNullIfNotNull(nameof(value))]
    public static implicit operator FmeSecret?(string? value) => value is null ? null : new(value);

    /// <summary>Blank.</summary>
    /// <param name="blank">Blank.</param>
    public static implicit operator FmeSecret(FmeBlank blank) => new("");

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is FmeSecret other && string.Equals(Value, other.Value, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override int GetHashCode() => Value.GetHashCode(StringComparison.Ordinal);

    /// <summary>Returns a mask, whatever the secret is.</summary>
    public override string ToString() => Mask;

    /// <summary>Whether a text is the mask that a server or form shows instead of a secret. It must never be sent as a secret.</summary>
    internal static bool IsMask(string text) => text.Length > 0 && !text.AsSpan().ContainsAnyExcept('*', '\u2022');

    // A mask is not a secret, and leaves the parameter unset.
    static FmeSecret IFmeText<FmeSecret>.FromText(string text) => IsMask(text) ? null! : new(text);

    string IFmeText<FmeSecret>.ToText() => Mask;
}
