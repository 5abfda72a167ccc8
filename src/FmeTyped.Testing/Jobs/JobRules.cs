namespace FmeTyped.Testing;

/// <summary>What holds for all jobs.</summary>
/// <param name="User">Whose they are.</param>
/// <param name="QueueTime">How long each waits for an engine, even where one is free.</param>
/// <param name="RunTime">How long one runs whose outcome does not say.</param>
/// <param name="History">How many are kept.</param>
internal sealed record JobRules(string User, TimeSpan QueueTime, TimeSpan RunTime, int History);
