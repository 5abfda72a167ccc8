using System.Collections.Generic;

namespace FmeTyped.Schema.Json;

/// <summary>What a text holds.</summary>
/// <param name="Root">The value, with what could be read of it where there are errors; null where nothing could be read.</param>
/// <param name="Errors">Every error, in the order of the text.</param>
internal sealed record JsonReadResult(JsonNode? Root, IReadOnlyList<JsonError> Errors);
