using FmeTyped.Schema.Json;

namespace FmeTyped.Schema.Reading.Fmw;

/// <summary>An attribute of the header.</summary>
/// <param name="Value">Its value, XML's escapes resolved.</param>
/// <param name="Span">Where its name stands in the text of the file.</param>
internal sealed record FmwAttribute(string Value, TextSpan Span);
