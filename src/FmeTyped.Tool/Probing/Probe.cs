namespace FmeTyped.Tool.Probing;

/// <summary>An entry of the ledger, docs/reference/assumptions.md, that can be verified with a server.</summary>
/// <param name="Id">The entry's id.</param>
/// <param name="Claim">The assumption, as worded in the ledger's table.</param>
/// <param name="Find">Judges it by the server's responses.</param>
internal sealed record Probe(string Id, string Claim, Func<ServerFacts, Finding> Find);
