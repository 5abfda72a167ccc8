using System.Collections.Generic;

namespace FmeTyped.Schema.Json;

/// <summary>What a text holds.</summary>
/// <param name="Root">
/// The value, with what could be read of it where there are errors; null where nothing could be read.
/// A member or an item whose value could not be read is left out.
/// </param>
/// <param name="Errors">The errors, in the order of the text; no more than the first <see cref="JsonErrorList.Limit"/>.</param>
internal sealed record JsonReadResult(JsonNode? Root, IReadOnlyList<JsonError> Errors);
