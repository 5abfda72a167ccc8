using FmeTyped.Package.Tests.Harness;

namespace FmeTyped.Package.Tests;

public class NewcomerTests(Newcomer newcomer) : IClassFixture<Newcomer>
{
    [Fact]
    public async Task The_first_program_of_the_documentation_runs_and_prints_what_the_page_says()
    {
        Assert.Contains("0 Warning(s)", newcomer.Build.MustSucceed(), StringComparison.Ordinal);

        DotNetResult run = await DotNet.RunAsync(newcomer.PathOf("MyApp"), "run", "--no-build");

        Assert.Equal(newcomer.Promised, run.MustSucceed().ReplaceLineEndings("\n"));
    }
}
