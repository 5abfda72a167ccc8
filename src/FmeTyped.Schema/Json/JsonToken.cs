namespace FmeTyped.Schema.Json;

/// <summary>The smallest piece of a JSON text that means something.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Span">Where it is.</param>
/// <param name="StartsLine">Whether a line break stands before it.</param>
/// <param name="Text">The value of a string, the text of a number or a word; else empty.</param>
/// <param name="IsUnterminated">Whether it is a string without an end, which has swallowed the rest of its line.</param>
internal readonly record struct JsonToken(
    JsonTokenKind Kind, TextSpan Span, bool StartsLine, string Text = "", bool IsUnterminated = false);
