namespace FmeTyped.Tool.Probing;

/// <summary>One entry of the ledger, docs/assumptions.md, that a server can be asked about.</summary>
/// <param name="Id">The entry's id.</param>
/// <param name="Claim">What is assumed, in the words of the ledger's table.</param>
/// <param name="Find">Judges it by what the server answered.</param>
internal sealed record Probe(string Id, string Claim, Func<ServerFacts, Finding> Find);
