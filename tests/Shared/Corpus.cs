namespace FmeTyped.Tests.Shared;

/// <summary>
/// Recorded answers and real workspaces. They are other people's data and lie beside the repository, not in it:
/// tests that need them are skipped where they are absent, and fail in CI.
/// </summary>
internal static class Corpus
{
    private static readonly string Root = Path.Combine(Repository.Root, "..", "shared", "corpus");

    /// <summary>The path of a file or folder of the corpus; skips the test where there is no corpus.</summary>
    public static string PathOf(params string[] parts)
    {
        if (!Directory.Exists(Root))
        {
            Assert.False(Environment.GetEnvironmentVariable("CI") == "true", $"The corpus is missing: {Root}");
            Assert.Skip("The corpus of recorded answers and workspaces is not beside the repository.");
        }

        return Path.Combine([Root, .. parts]);
    }

    public static string Read(params string[] parts) => File.ReadAllText(PathOf(parts));
}
