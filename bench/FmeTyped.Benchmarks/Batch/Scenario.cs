namespace FmeTyped.Benchmarks.Batch;

/// <summary>What a batch meets.</summary>
internal sealed record Scenario(string Name, int Jobs, int Engines, TimeSpan Shortest, TimeSpan Longest)
{
    /// <summary>How many jobs the server keeps, with those that have ended.</summary>
    public int JobHistory { get; init; } = 100_000;

    /// <summary>How long the server takes for a page of a list.</summary>
    public TimeSpan ListDelay { get; init; }

    /// <summary>How many jobs are in flight where the client limits that: enough for no engine to wait.</summary>
    public int JobsInFlight => 4 * Engines;

    /// <summary>How long a job runs. Neighbours differ, and every run is the same.</summary>
    public TimeSpan RunTimeOf(long job) => Shortest + ((Longest - Shortest) * (job * 0.6180339887 % 1));

    /// <summary>The batches of the table.</summary>
    public static IReadOnlyList<Scenario> All { get; } =
    [
        new("8 engines", 100, 8, TimeSpan.FromMilliseconds(50), TimeSpan.FromSeconds(5)),
        new("64 engines", 800, 64, TimeSpan.FromMilliseconds(50), TimeSpan.FromSeconds(5)),
        new("64 engines, short jobs", 10_000, 64, TimeSpan.FromMilliseconds(50), TimeSpan.FromMilliseconds(250)),
        new("64 engines, and lists take 2 s", 1000, 64, TimeSpan.FromMilliseconds(50), TimeSpan.FromMilliseconds(500)) { ListDelay = TimeSpan.FromSeconds(2) },
        new("64 engines, and records are purged soon", 1000, 64, TimeSpan.FromMilliseconds(50), TimeSpan.FromMilliseconds(500)) { JobHistory = 400 },
    ];

    /// <summary>Batches that take seven minutes and an hour each way.</summary>
    public static IReadOnlyList<Scenario> Long { get; } =
    [
        new("64 engines, many jobs", 10_000, 64, TimeSpan.FromMilliseconds(50), TimeSpan.FromSeconds(5)),
        new("8 engines, many jobs", 10_000, 8, TimeSpan.FromMilliseconds(50), TimeSpan.FromSeconds(5)),
    ];

    public static Scenario Find(string name) => All.Concat(Long).Single(scenario => scenario.Name == name);
}
