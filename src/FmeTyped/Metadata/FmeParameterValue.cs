namespace FmeTyped.Metadata;

/// <summary>
/// A parameter's value as it is sent: one text, or a list of texts. Numbers, dates and options are sent as text too.
/// </summary>
public readonly struct FmeParameterValue : IEquatable<FmeParameterValue>
{
    private readonly string? _text;
    private readonly FmeList<string>? _items;

    internal FmeParameterValue(string text) => _text = text ?? throw new ArgumentNullException(nameof(text));

    internal FmeParameterValue(FmeList<string> items) => _items = items ?? throw new ArgumentNullException(nameof(items));

    /// <summary>Whether this is a list.</summary>
    public bool IsList => _items is not null;

    /// <summary>Whether this is the empty text or the empty list.</summary>
    public bool IsBlank => _items is { } items ? items.Count == 0 : string.IsNullOrEmpty(_text);

    /// <summary>The one text. A list of one item counts as that item.</summary>
    /// <exception cref="InvalidOperationException">This is a list with no items or several.</exception>
    public string Text => _items switch
    {
        null => _text ?? "",
        [var only] => only,
        _ => throw new InvalidOperationException($"The value is a list of {_items.Count} items, not one text."),
    };

    /// <summary>The texts of the list. One text counts as a list of it; blank text counts as the empty list.</summary>
    public FmeList<string> Items => _items ?? (string.IsNullOrEmpty(_text) ? FmeList<string>.Empty : [_text]);

    /// <summary>Creates a value of one text.</summary>
    /// <param name="text">The text.</param>
    public static implicit operator FmeParameterValue(string text) => new(text);

    /// <summary>Creates a list of texts.</summary>
    /// <param name="items">The texts.</param>
    public static implicit operator FmeParameterValue(FmeList<string> items) => new(items);

    /// <summary>Creates a list of texts.</summary>
    /// <param name="items">The texts.</param>
    public static implicit operator FmeParameterValue(string[] items) => new((FmeList<string>)items);

    /// <summary>Whether both have the same form and the same texts.</summary>
    /// <param name="left">One value.</param>
    /// <param name="right">The other value.</param>
    public static bool operator ==(FmeParameterValue left, FmeParameterValue right) => left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">One value.</param>
    /// <param name="right">The other value.</param>
    public static bool operator !=(FmeParameterValue left, FmeParameterValue right) => !left.Equals(right);

    /// <inheritdoc/>
    public bool Equals(FmeParameterValue other) =>
        string.Equals(_text ?? "", other._text ?? "", StringComparison.Ordinal) && _items == other._items;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is FmeParameterValue other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(_text ?? "", _items);

    /// <summary>Returns the text, or the texts separated by commas.</summary>
    public override string ToString() => _items is null ? _text ?? "" : string.Join(", ", _items);
}
