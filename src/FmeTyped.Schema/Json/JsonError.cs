namespace FmeTyped.Schema.Json;

/// <summary>Why a text is no JSON.</summary>
/// <param name="Message">What is wrong and what was expected, as a sentence without its full stop.</param>
/// <param name="Span">Where.</param>
internal sealed record JsonError(string Message, TextSpan Span);
