namespace FmeTyped.Benchmarks.Measuring;

/// <summary>
/// Runs contestants in rounds: each once a round, in an order that is drawn anew each time, so that what else happens on the machine meets all alike. What is
/// compared are the figures of one round.
/// </summary>
internal static class Rounds
{
    // The order is to be fair, not secret; and the same on every run.
    private const int Seed = 7;

    /// <summary>The figures of each contestant, one a round.</summary>
    /// <typeparam name="TContestant">The contestants.</typeparam>
    /// <typeparam name="TFigure">What is measured.</typeparam>
    /// <param name="contestants">The contestants.</param>
    /// <param name="rounds">How many rounds.</param>
    /// <param name="measure">Measures a contestant once.</param>
    public static async Task<IReadOnlyList<TFigure[]>> RunAsync<TContestant, TFigure>(
        IReadOnlyList<TContestant> contestants, int rounds, Func<TContestant, Task<TFigure>> measure)
    {
        var random = new Random(Seed);
        TFigure[][] figures = [.. contestants.Select(_ => new TFigure[rounds])];
        int[] order = [.. Enumerable.Range(0, contestants.Count)];
        for (int round = 0; round < rounds; round++)
        {
            random.Shuffle(order);
            foreach (int contestant in order)
            {
                figures[contestant][round] = await measure(contestants[contestant]);
            }
        }

        return figures;
    }

    /// <summary>How a contestant's figures compare with the baseline's, round by round.</summary>
    public static IEnumerable<double> Ratios(IEnumerable<double> figures, IEnumerable<double> baseline) =>
        figures.Zip(baseline, (figure, basis) => figure / basis);
}
