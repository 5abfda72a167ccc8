using System.Collections.Generic;

namespace FmeTyped.Schema.Json;

/// <summary>The content of a text.</summary>
/// <param name="Root">
/// The value; if there are errors, the part that could be read; null if nothing could be read.
/// A member or an item whose value could not be read is left out.
/// </param>
/// <param name="Errors">The errors, in the order of the text; no more than the first <see cref="JsonErrorList.Limit"/>.</param>
internal sealed record JsonReadResult(JsonNode? Root, IReadOnlyList<JsonError> Errors);
