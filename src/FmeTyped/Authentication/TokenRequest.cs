namespace FmeTyped;

/// <summary>The properties of a token to create.</summary>
/// <param name="Name">Its name; null for a generated one.</param>
/// <param name="Description">What it is for; null for no description.</param>
/// <param name="Lifetime">Its lifetime.</param>
internal sealed record TokenRequest(string? Name, string? Description, TimeSpan Lifetime);
