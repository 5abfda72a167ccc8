namespace FmeTyped.Testing;

/// <summary>What is wrong with a submitted value, or with one that is missing.</summary>
/// <param name="Name">The parameter.</param>
/// <param name="Text">What is wrong.</param>
/// <param name="IsRefused">
/// Whether a server refuses it. Otherwise the specification rules the value out, and it is not known whether a server looks at it: A120.
/// </param>
internal sealed record ValueProblem(string Name, string Text, bool IsRefused);
