namespace FmeTyped.Schema.Json;

/// <summary>An error in a JSON text.</summary>
/// <param name="Message">What is wrong and what was expected, as a sentence without a full stop.</param>
/// <param name="Span">The location.</param>
internal sealed record JsonError(string Message, TextSpan Span);
