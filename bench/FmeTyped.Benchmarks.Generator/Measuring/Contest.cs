using System.Diagnostics;

namespace FmeTyped.Benchmarks.Generator.Measuring;

/// <summary>
/// Measures several ways of doing one thing in five runs of many rounds. Each round asks all of them, in an order drawn anew, so that what slows the
/// machine down for a while slows all of them down, and a ratio is taken within its round. A run's figure is the median of its rounds.
/// </summary>
internal sealed class Contest
{
    private const int Runs = 5;

    private readonly Contestant[] _contestants;
    private readonly List<Sample[]>[] _runs = [.. Enumerable.Range(0, Runs).Select(_ => new List<Sample[]>())];

    private Contest(Contestant[] contestants) => _contestants = contestants;

    /// <summary>The rounds of all runs.</summary>
    public int Rounds => _runs.Sum(run => run.Count);

    /// <param name="budget">How long a run goes on; it has at least three rounds.</param>
    /// <param name="contestants">The ways, of which the first is what the others are compared with.</param>
    public static Contest Hold(TimeSpan budget, params Contestant[] contestants)
    {
        var contest = new Contest(contestants);
        var order = new Random(7);

        foreach (List<Sample[]> run in contest._runs)
        {
            // Once unmeasured, for the just-in-time compiler and for what others left in caches.
            contest.HoldRound(order);
            var watch = Stopwatch.StartNew();
            while (run.Count < 3 || watch.Elapsed < budget)
            {
                run.Add(contest.HoldRound(order));
            }
        }

        return contest;
    }

    /// <summary>A figure of a contestant over the runs.</summary>
    public Spread From(int contestant, Func<Sample, double> figure) => Over(round => figure(round[contestant]));

    /// <summary>A figure of a contestant as a multiple of the first contestant's, round by round, over the runs.</summary>
    public Spread RatiosOf(int contestant, Func<Sample, double> figure) => Over(round => figure(round[contestant]) / figure(round[0]));

    public string NameOf(int contestant) => _contestants[contestant].Name;

    public int Contestants => _contestants.Length;

    private Spread Over(Func<Sample[], double> figure) => Spread.From(_runs.Select(run => Spread.From(run.Select(figure)).Median));

    private Sample[] HoldRound(Random random)
    {
        int[] order = [.. Enumerable.Range(0, _contestants.Length)];
        random.Shuffle(order);
        var round = new Sample[_contestants.Length];
        foreach (int contestant in order)
        {
            round[contestant] = _contestants[contestant].Measure();
            if (round[contestant].Milliseconds > 1000)
            {
                // What takes long shows on the terminal that it goes on; the table is on the other stream.
                Console.Error.WriteLine($"{_contestants[contestant].Name}: {round[contestant].Milliseconds:N0} ms");
            }
        }

        return round;
    }
}

/// <summary>One way of doing it.</summary>
/// <param name="Name">What the table calls it.</param>
/// <param name="Measure">Does it once more.</param>
internal sealed record Contestant(string Name, Func<Sample> Measure);
