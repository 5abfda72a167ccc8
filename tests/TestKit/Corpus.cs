using Xunit.v3;

namespace FmeTyped.TestKit;

/// <summary>
/// Recorded responses and real workspaces. They are other people's data and are stored next to the repository, not in it:
/// tests that need them are corpus facts and corpus theories, which are not found without them,
/// and fail in CI.
/// </summary>
public static class Corpus
{
    /// <summary>The message of a clone without the corpus, instead of the tests that need it.</summary>
    public const string Absence = "The corpus of recorded responses and real workspaces is not next to the repository: the tests that need it did not run.";

    private static readonly string Root = Path.Combine(Repository.Root, "..", "shared", "corpus");

    public static bool IsThere { get; } = Directory.Exists(Root);

    /// <summary>In CI every test runs, so a missing corpus is a failure.</summary>
    public static bool RunsTests { get; } = IsThere || Environment.GetEnvironmentVariable("CI") == "true";

    /// <summary>The path of a file or folder of the corpus.</summary>
    public static string PathOf(params string[] parts)
    {
        Assert.True(IsThere, $"The corpus is missing: {Root}");
        if (TestContext.Current.TestMethod is IXunitTestMethod test)
        {
            Assert.True(
                test.FactAttributes.Any(fact => fact is ICorpusTest),
                $"{test.MethodName} needs the corpus: mark it with [CorpusFact] or [CorpusTheory], so that a clone without the corpus leaves it out.");
        }

        return Path.Combine([Root, .. parts]);
    }

    public static string Read(params string[] parts) => File.ReadAllText(PathOf(parts));
}
