using System.Net;

namespace FmeTyped.Testing.Tests;

public sealed class PathTests
{
    [Theory]
    [InlineData("/fmerest/v3//repositories")]
    [InlineData("//fmerest/v3/repositories")]
    [InlineData("/fmeapiv4///jobs?status=success")]
    [InlineData("//fmejobsubmitter/Samples//austinDownload.fmw?opt_responseformat=json")]
    public async Task Several_slashes_are_one_and_noted(string path)
    {
        await using Flow flow = await Flow.StartAsync();
        await flow.GetAsync($"{flow.Emulator.ServerUrl.ToString().TrimEnd('/')}{path}");
        Assert.Contains("several slashes", Assert.Single(flow.LastRequest.Problems), StringComparison.Ordinal);
        Assert.Equal(path, flow.LastRequest.Path);
    }

    [Fact]
    public async Task Slashes_of_a_query_and_escaped_ones_stay()
    {
        await using Flow flow = await Flow.StartAsync();
        await flow.GetAsync("/fmeapiv4/resources/connections/FME_SHAREDRESOURCE_TEMP/info?path=//");
        Assert.Empty(flow.LastRequest.Problems);
        await flow.GetAsync("repositories/%2F%2F", HttpStatusCode.NotFound);
        Assert.DoesNotContain(flow.LastRequest.Problems, problem => problem.Contains("slashes", StringComparison.Ordinal));
    }
}
