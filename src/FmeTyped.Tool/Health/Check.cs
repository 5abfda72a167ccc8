namespace FmeTyped.Tool.Health;

/// <summary>One line of the doctor's report.</summary>
/// <param name="Name">What was checked.</param>
/// <param name="State">The result.</param>
/// <param name="Message">The result as a message.</param>
internal sealed record Check(string Name, CheckState State, string Message)
{
    /// <summary>What to do about it; null if nothing.</summary>
    public string? Next { get; init; }

    public override string ToString() => $"{State.ToString().ToLowerInvariant(),-8}{Name,-12}{Message}{(Next is null ? "" : $" {Next}")}";
}
