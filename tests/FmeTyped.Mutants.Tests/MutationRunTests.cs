namespace FmeTyped.Mutants.Tests;

public class MutationRunTests
{
    private const string AlmostAll = "Age.IsAdult(20) && !Age.IsAdult(3) && Age.Label() == \"age\" && Age.Sum([1, 2]) == 3";

    [Fact]
    public async Task A_change_that_the_tests_notice_is_killed_and_one_at_a_limit_that_they_do_not_try_survives()
    {
        using var small = new SmallProject(AlmostAll);
        Mutant[] comparisons = [.. small.Mutants.Where(mutant => mutant.Before == ">=")];

        IReadOnlyList<(Mutant Mutant, Outcome Outcome)> results = await new MutationRun(small.Project, [small.Tests]).RunAsync(comparisons, (_, _) => { });

        Assert.Equal([(">", Outcome.Survived), ("<", Outcome.Killed)], results.Select(result => (result.Mutant.After, result.Outcome)));
    }

    [Fact]
    public async Task Tests_that_would_never_end_are_ended()
    {
        using var small = new SmallProject(AlmostAll);
        Mutant endless = small.Mutants.Single(mutant => mutant is { Before: "index++;", After: ";" });

        Assert.Equal(Outcome.TimedOut, await small.Tests.RunAsync(small.Project.Compile(endless)!, TimeSpan.FromSeconds(2)));
    }

    [Fact]
    public async Task Tests_that_fail_without_any_change_are_no_measure()
    {
        using var small = new SmallProject("Age.IsAdult(3)");

        var wrong = await Assert.ThrowsAsync<InvalidOperationException>(() =>
            new MutationRun(small.Project, [small.Tests]).RunAsync([small.Mutants[0]], (_, _) => { }));

        Assert.Equal("The tests do not pass without any mutant.", wrong.Message);
    }

    [Fact]
    public void A_sample_has_no_change_that_does_not_compile()
    {
        using var small = new SmallProject(AlmostAll);
        Mutant subtractedText = small.Mutants.Single(mutant => mutant is { Before: "+", After: "-" });

        IReadOnlyList<Mutant> sample = new MutationRun(small.Project, []).Sample(small.Mutants, seed: 1, count: 1000);

        Assert.Null(small.Project.Compile(subtractedText));
        Assert.DoesNotContain(subtractedText, sample);
        Assert.All(sample, mutant => Assert.NotNull(small.Project.Compile(mutant)));
    }

    [Fact]
    public void A_sample_depends_on_its_seed_alone()
    {
        using var small = new SmallProject(AlmostAll);
        var run = new MutationRun(small.Project, []);

        Assert.Equal(run.Sample(small.Mutants, seed: 1, count: 5), run.Sample(small.Mutants, seed: 1, count: 5));
        Assert.NotEqual(run.Sample(small.Mutants, seed: 1, count: 5), run.Sample(small.Mutants, seed: 2, count: 5));
        Assert.Equal(run.Sample(small.Mutants, seed: 1, count: 5), run.Sample(small.Mutants, seed: 1, count: 7).Take(5));
    }
}
