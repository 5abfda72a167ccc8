namespace FmeTyped.Schema.Json;

/// <summary>A token of a JSON text.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Span">The location.</param>
/// <param name="StartsLine">Whether a line break precedes it.</param>
/// <param name="Text">The value of a string, the text of a number or a word; otherwise empty.</param>
/// <param name="IsUnterminated">Whether it is an unterminated string, which contains the rest of its line.</param>
internal readonly record struct JsonToken(
    JsonTokenKind Kind, TextSpan Span, bool StartsLine, string Text = "", bool IsUnterminated = false);
