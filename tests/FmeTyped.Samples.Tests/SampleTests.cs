namespace FmeTyped.Samples.Tests;

/// <summary>Each sample that is a program runs to its end, tells what it is about, and says by its exit code that all was as it should be.</summary>
public class SampleTests
{
    [Theory]
    [InlineData("QuickStart", "job 3: SUCCESS")]
    [InlineData("Assistant", "DISTANCE: is 900; it has to be at most 500.", "model: The tool says: Job 1")]
    [InlineData("JobHistory", "job,workspace,user,queued (s),run (s),outcome", "\"failure\"")]
    [InlineData("NightlyBatch", "17/2: Skipped", "6 parcels, 6 jobs")]
    [InlineData("OrderService", "'GIF' is not one of its options", "the result: 2 sheets as PNG")]
    [InlineData("Resilience", "after 3 polls and 1 submission", "search: job 2")]
    [InlineData("MinimalApi", "202, then", "\"state\":\"succeeded\"", "it has to be at most 500")]
    [InlineData("WorkspaceForm", "one of them for 16 values")]
    [InlineData("FSharp", "success: 3 features")]
    [InlineData("VisualBasic", "success: 3 features")]
    public async Task A_sample_ends_well(string sample, params string[] said)
    {
        string output = await Sample.RunAsync(sample);

        Assert.All(said, text => Assert.Contains(text, output, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_sample_that_is_a_program_is_tested()
    {
        IEnumerable<string> programs = Directory.GetFiles(Repository.PathOf("samples"), "*.*proj", SearchOption.AllDirectories)
            .Where(project => File.ReadAllText(project).Contains("<OutputType>Exe</OutputType>", StringComparison.Ordinal))
            .Select(project => Path.GetFileNameWithoutExtension(project));
        IEnumerable<string> tested = typeof(SampleTests).GetMethod(nameof(A_sample_ends_well))!.GetCustomAttributes(typeof(InlineDataAttribute), false)
            .Select(data => (string)((InlineDataAttribute)data).Data[0]!);
        Assert.Equal(programs.Order(StringComparer.Ordinal), tested.Order(StringComparer.Ordinal));
    }
}
