namespace FmeTyped.Testing;

/// <summary>What is wrong with a submitted value, or with one that is missing.</summary>
/// <param name="Name">The parameter.</param>
/// <param name="Text">What is wrong.</param>
/// <param name="IsRefused">
/// Whether a server refuses it. Otherwise the specification does not allow the value, and it is not known whether a server checks it: A120.
/// </param>
internal sealed record ValueProblem(string Name, string Text, bool IsRefused);
