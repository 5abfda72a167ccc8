using System.Text.Json;
using FmeTyped.Schema.Model;

namespace FmeTyped.Testing;

/// <summary>
/// A parameter record of a schema file. Its own version of the API returns it as it is, including keys that the model does not know;
/// the other version returns a record that is built from the parameters.
/// </summary>
/// <param name="Json">The record.</param>
/// <param name="IsV4">Whether it is a v4 record.</param>
/// <param name="Parameters">Its parameter, or the parameters of its group. They do not include the team's choices for the C# code.</param>
internal sealed record SourceRecord(JsonElement Json, bool IsV4, IReadOnlyList<Parameter> Parameters);
