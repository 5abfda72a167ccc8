using System.Globalization;
using FmeTyped.Tests.Server;

namespace FmeTyped.Tests.Simulation;

/// <summary>
/// Ten thousand jobs live and end in simulated time. A life that breaks a rule is printed with its seed;
/// <c>FMETYPED_SIMULATION_SEED</c> lives that one alone, and <c>FMETYPED_SIMULATION</c> sets how many lives there are.
/// </summary>
[Trait("Suite", "fuzz")]
public sealed class SimulationTests(ITestOutputHelper output)
{
    private const int FirstSeed = 20261124;

    private static readonly HashSet<string> Expected =
    [
        "success", nameof(FmeJobFailedException), nameof(FmeWaitTimeoutException), nameof(FmeJobPurgedException),
        $"{nameof(FmeSubmissionUnknownException)}, {SearchOutcome.Found}", $"{nameof(FmeSubmissionUnknownException)}, {SearchOutcome.Absent}",
        nameof(FmeServerUnavailableException), nameof(FmeUnauthorizedException), nameof(OperationCanceledException),
    ];

    [Fact]
    public void Each_of_ten_thousand_jobs_comes_to_an_end_that_is_told_truly()
    {
        int[] seeds = Setting("FMETYPED_SIMULATION_SEED") is { } seed ? [seed] : [.. Enumerable.Range(FirstSeed, Setting("FMETYPED_SIMULATION") ?? 10_000)];
        var outcomes = new SortedDictionary<string, int>();
        string? broken = null;
        OnThreadOfItsOwn(() => broken = Live(seeds, outcomes));

        foreach ((string outcome, int count) in outcomes)
        {
            output.WriteLine($"{count,6} {outcome}");
        }

        Assert.Null(broken);
        if (seeds.Length > 1)
        {
            // Otherwise the lives have become monotonous, and prove less than they seem to.
            Assert.Superset(Expected, outcomes.Keys.ToHashSet());
        }
    }

    [Fact]
    public void The_same_seed_lives_the_same_life() => Assert.Equal(Transcript(), Transcript());

    private static string? Live(int[] seeds, SortedDictionary<string, int> outcomes)
    {
        foreach (int seed in seeds)
        {
            using var life = new JobLife(seed);
            try
            {
                life.Live();
            }
            catch (BrokenInvariantException exception)
            {
                return $"Seed {seed}: {exception.Message} (FMETYPED_SIMULATION_SEED={seed} shows it again)";
            }

            outcomes[life.Outcome] = outcomes.GetValueOrDefault(life.Outcome) + 1;
        }

        return null;
    }

    private static string Transcript()
    {
        var transcript = new List<string>();
        OnThreadOfItsOwn(() =>
        {
            foreach (int seed in Enumerable.Range(FirstSeed, 200))
            {
                using var life = new JobLife(seed);
                life.Live();
                transcript.Add(life.ToString());
            }
        });
        return string.Join('\n', transcript);
    }

    // What a timer sets off runs on at once only where no synchronization context would take it elsewhere.
    private static void OnThreadOfItsOwn(Action action)
    {
        Exception? failure = null;
        var thread = new Thread(() => failure = Record.Exception(action));
        thread.Start();
        thread.Join();
        Assert.Null(failure);
    }

    private static int? Setting(string name) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : null;
}
