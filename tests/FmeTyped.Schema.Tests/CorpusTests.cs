
namespace FmeTyped.Schema.Tests;

/// <summary>Says once, for the tests of all projects, why some of them are not there.</summary>
public class CorpusTests
{
    [Fact]
    public void The_corpus_is_beside_the_repository()
    {
        Assert.SkipUnless(Corpus.RunsTests, Corpus.Absence);
        Assert.True(Corpus.IsThere, "CI runs every test, and the corpus is missing.");
    }
}
