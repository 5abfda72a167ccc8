namespace FmeTyped.Tool.Health;

/// <summary>One line of the doctor.</summary>
/// <param name="Name">What was looked at.</param>
/// <param name="State">What came of it.</param>
/// <param name="Message">That in words.</param>
internal sealed record Check(string Name, CheckState State, string Message)
{
    /// <summary>What to do about it; null where nothing is to be done.</summary>
    public string? Next { get; init; }

    public override string ToString() => $"{State.ToString().ToLowerInvariant(),-8}{Name,-12}{Message}{(Next is null ? "" : $" {Next}")}";
}
