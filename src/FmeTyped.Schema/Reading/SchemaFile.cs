using FmeTyped.Schema.Json;
using FmeTyped.Schema.Model;
using FmeTyped.Schema.Rules;

namespace FmeTyped.Schema.Reading;

/// <summary>What a schema file (workspaces.json) holds.</summary>
/// <param name="Workspaces">The workspaces that could be read, without positions.</param>
/// <param name="Places">Where each of them stands: the repository and workspace names in the text, in the same order.</param>
/// <param name="Problems">What is wrong, in the order of the text.</param>
internal sealed record SchemaFile(
    EquatableArray<Workspace> Workspaces,
    EquatableArray<TextSpan> Places,
    EquatableArray<SchemaProblem> Problems);
