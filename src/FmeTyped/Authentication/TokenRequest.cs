namespace FmeTyped;

/// <summary>What is asked for a new token.</summary>
/// <param name="Name">Its name; null for one that is made up.</param>
/// <param name="Description">What it is for; null where nobody says.</param>
/// <param name="Lifetime">How long it is good.</param>
internal sealed record TokenRequest(string? Name, string? Description, TimeSpan Lifetime);
