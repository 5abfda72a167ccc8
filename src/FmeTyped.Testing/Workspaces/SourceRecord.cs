using System.Text.Json;
using FmeTyped.Schema.Model;

namespace FmeTyped.Testing;

/// <summary>
/// A parameter record as a schema file has it. The version of the API that it is of answers it as it stands, with keys that the model does not know;
/// the other version answers a record that is made of the parameters.
/// </summary>
/// <param name="Json">The record.</param>
/// <param name="IsV4">Whether it is of v4.</param>
/// <param name="Parameters">Its parameter, or those of the group that it is. None of them has what a team chose for its C#.</param>
internal sealed record SourceRecord(JsonElement Json, bool IsV4, IReadOnlyList<Parameter> Parameters);
