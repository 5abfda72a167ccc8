using FmeTyped.Schema.Json;
using FmeTyped.Schema.Model;
using FmeTyped.Schema.Rules;

namespace FmeTyped.Schema.Reading;

/// <summary>The content of a schema file (workspaces.json).</summary>
/// <param name="Workspaces">The workspaces that could be read, without positions.</param>
/// <param name="Places">Where each of them stands: the repository and workspace names in the text, in the same order.</param>
/// <param name="Problems">The problems, in the order of the text.</param>
internal sealed record SchemaFile(
    EquatableArray<Workspace> Workspaces,
    EquatableArray<TextSpan> Places,
    EquatableArray<SchemaProblem> Problems);
