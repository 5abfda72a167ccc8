using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace FmeTyped;

/// <summary>The name of a database or web connection that the server keeps. Compared by value.</summary>
[JsonConverter(typeof(FmeTextJsonConverter<FmeConnectionName>))]
public sealed class FmeConnectionName : IFmeText<FmeConnectionName>
{
    /// <summary>Creates a connection name.</summary>
    /// <param name="name">The name as the server shows it. Empty is blank.</param>
    public FmeConnectionName(string name) => Name = name ?? throw new ArgumentNullException(nameof(name));

    /// <summary>The name that is sent.</summary>
    public string Name { get; }

    /// <summary>Creates a connection name.</summary>
    /// <param name="name">The name; null gives null, which leaves the parameter unset.</param>
    [return: NotNullIfNotNull(nameof(name))]
    public static implicit operator FmeConnectionName?(string? name) => name is null ? null : new(name);

    /// <summary>Blank.</summary>
    /// <param name="blank">Blank.</param>
    public static implicit operator FmeConnectionName(FmeBlank blank) => new("");

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is FmeConnectionName other && string.Equals(Name, other.Name, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override int GetHashCode() => Name.GetHashCode(StringComparison.Ordinal);

    /// <summary>Returns <see cref="Name"/>.</summary>
    public override string ToString() => Name;

    static FmeConnectionName IFmeText<FmeConnectionName>.FromText(string text) => new(text);

    string IFmeText<FmeConnectionName>.ToText() => Name;
}
