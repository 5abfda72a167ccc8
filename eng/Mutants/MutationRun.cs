using System.Diagnostics;

namespace FmeTyped.Mutants;

/// <summary>Runs tests against a random sample of mutants.</summary>
/// <param name="project">The project with the mutants.</param>
/// <param name="folders">Copies of the test program; as many mutants are run at a time.</param>
internal sealed class MutationRun(MutatedProject project, IReadOnlyList<TestFolder> folders)
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(40);
    private static readonly TimeSpan LongestBaseline = TimeSpan.FromMinutes(5);

    /// <summary>Mutants in the order that the seed gives them. The sample is the first of them that compile.</summary>
    public IReadOnlyList<Mutant> Sample(IReadOnlyList<Mutant> all, int seed, int count)
    {
        Mutant[] shuffled = [.. all];
        new Random(seed).Shuffle(shuffled);
        return [.. shuffled.Where(project.Compiles).Take(count)];
    }

    /// <summary>Runs the tests against each mutant. Mutants that are not begun after 40 minutes are left out.</summary>
    /// <exception cref="InvalidOperationException">The tests fail without any mutant.</exception>
    public async Task<IReadOnlyList<(Mutant Mutant, Outcome Outcome)>> RunAsync(IReadOnlyList<Mutant> sample, Action<Mutant, Outcome> progress)
    {
        var watch = Stopwatch.StartNew();
        byte[] unchanged = project.Compile(mutant: null)!;
        Outcome[] baselines = await Task.WhenAll(folders.Select(folder => folder.RunAsync(unchanged, LongestBaseline)));
        if (baselines.Any(outcome => outcome != Outcome.Survived))
        {
            throw new InvalidOperationException("The tests do not pass without any mutant.");
        }

        // All copies ran at the same time, as they will with the mutants.
        TimeSpan limit = TimeSpan.FromSeconds(10) + (5 * watch.Elapsed);
        var outcomes = new Outcome?[sample.Count];
        int next = -1;
        await Task.WhenAll(folders.Select(folder => Task.Run(async () =>
        {
            for (int index = Interlocked.Increment(ref next); index < sample.Count && watch.Elapsed < Longest; index = Interlocked.Increment(ref next))
            {
                Outcome outcome = project.Compile(sample[index]) is { } assembly ? await folder.RunAsync(assembly, limit) : Outcome.NotCompiled;
                outcomes[index] = outcome;
                progress(sample[index], outcome);
            }
        })));
        return [.. from pair in sample.Zip(outcomes) where pair.Second.HasValue select (pair.First, pair.Second!.Value)];
    }
}
