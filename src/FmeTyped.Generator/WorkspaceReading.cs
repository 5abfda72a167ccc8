using FmeTyped.Schema.Model;

namespace FmeTyped.Generator;

/// <summary>What the text of a workspace says. Locations are relative to its start, since it may move without being read again.</summary>
/// <param name="Workspace">The workspace; null if it cannot be read.</param>
/// <param name="Place">The location of its name.</param>
/// <param name="Problems">The problems, with their locations.</param>
internal sealed record WorkspaceReading(Workspace? Workspace, LocationInfo Place, DiagnosticInfo[] Problems);
