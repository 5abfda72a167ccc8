using FmeTyped.Generator.Analyzers;
using FmeTyped.Generator.Tests.Harness;

namespace FmeTyped.Generator.Tests.Analyzers;

/// <summary>FME1030 and FME1031: jobs whose outcome nobody learns.</summary>
public class JobOutcomeAnalyzerTests
{
    private const string QuietWait = "new FmeWaitOptions { ThrowOnFailure = false }";
    private const string Quiet = $"new FmeRunOptions {{ Wait = {QuietWait} }}";

    [Theory]
    [InlineData("await fme.SubmitAsync(request);")]
    [InlineData("await fme.SubmitAsync(request).ConfigureAwait(false);")]
    [InlineData("await fme.SubmitAsync(request, new FmeRunOptions());")]
    [InlineData("await fme.SubmitDownloadAsync((IFmeDataDownloadRequest)request);")]
    [InlineData("Action run = () => fme.SubmitAsync(request); run(); await Task.Yield();")]
    public async Task A_job_that_is_dropped(string code)
    {
        AnalyzerRun.Finding found = Assert.Single(await Run(code));

        Assert.Equal("FME1030", found.Id);
        Assert.Matches("^fme\\.Submit(Download)?Async\\(", found.Code);
    }

    [Theory]
    [InlineData("_ = await fme.SubmitAsync(request);")]
    [InlineData("_ = fme.SubmitAsync(request); await Task.Yield();")]
    [InlineData("FmeJob job = await fme.SubmitAsync(request); await job.WaitAsync();")]
    [InlineData("Console.WriteLine((await fme.SubmitAsync(request)).Id);")]
    [InlineData("Task<FmeJob> later = fme.SubmitAsync(request); Console.WriteLine((await later).Id);")]
    [InlineData("Func<Task> run = () => fme.SubmitAsync(request); await run();")]
    [InlineData("await (await fme.SubmitAsync(request)).WaitAsync();")]
    [InlineData("await fme.RunAsync(request);")]
    [InlineData("await SubmitAsync(request);")]
    public async Task A_job_that_is_kept_or_let_go_on_purpose(string code)
    {
        Assert.Empty(await Run(code));
    }

    [Theory]
    [InlineData($"await fme.RunAsync(request, {Quiet});", "RunAsync")]
    [InlineData($"await fme.TransactAsync(request, {Quiet}).ConfigureAwait(false);", "TransactAsync")]
    [InlineData($"await fme.GetJob(1).WaitAsync({QuietWait});", "WaitAsync")]
    [InlineData("FmeWaitOptions quiet = new() { ThrowOnFailure = false }; await fme.GetJob(1).WaitAsync(quiet);", "WaitAsync")]
    [InlineData("FmeWaitOptions quiet = new() { ThrowOnFailure = false }; await fme.RunAsync(request, new FmeRunOptions { Wait = quiet });", "RunAsync")]
    [InlineData("FmeRunOptions run = new() { Wait = new() { ThrowOnFailure = false } }; await fme.RunAsync(request, run);", "RunAsync")]
    [InlineData($"FmeJobResult result = await fme.RunAsync(request, {Quiet}); Console.WriteLine(result.FeatureCount);", "RunAsync")]
    [InlineData($"var result = await fme.RunAsync(request, {Quiet}).ConfigureAwait(false); Console.WriteLine(result.Id + result.FeatureCount);", "RunAsync")]
    [InlineData($"Console.WriteLine((await fme.RunAsync(request, {Quiet})).FeatureCount);", "RunAsync")]
    public async Task A_failure_that_nobody_sees(string code, string method)
    {
        AnalyzerRun.Finding found = Assert.Single(await Run(code));

        Assert.Equal("FME1031", found.Id);
        Assert.Equal($"{method} does not throw if the job fails, and the code does not check Succeeded. Check it, or remove ThrowOnFailure.", found.Message);
    }

    [Theory]
    [InlineData("await fme.RunAsync(request);")]
    [InlineData("await fme.RunAsync(request, options);")]
    [InlineData("await fme.RunAsync(request, new FmeRunOptions { Wait = new FmeWaitOptions { ThrowOnFailure = true } });")]
    [InlineData("await fme.RunAsync(request, new FmeRunOptions { Wait = wait, Queue = \"q\" });")]
    [InlineData($"_ = await fme.RunAsync(request, {Quiet});")]
    [InlineData($"FmeJobResult result = await fme.RunAsync(request, {Quiet}); if (result.Succeeded) Console.WriteLine(result.FeatureCount);")]
    [InlineData($"FmeJobResult result = await fme.RunAsync(request, {Quiet}); Console.WriteLine(result.Status);")]
    [InlineData($"FmeJobResult result = await fme.RunAsync(request, {Quiet}); Console.WriteLine(result);")]
    [InlineData($"if (!(await fme.RunAsync(request, {Quiet})).Succeeded) throw new InvalidOperationException();")]
    [InlineData($"Take(await fme.RunAsync(request, {Quiet}));")]
    [InlineData($"if (await fme.RunAsync(request, {Quiet}) is {{ Succeeded: true }}) throw new InvalidOperationException();")]
    public async Task A_failure_that_throws_or_is_seen_or_may_be(string code)
    {
        Assert.Empty(await Run(code));
    }

    [Fact]
    public async Task Tests_are_left_alone()
    {
        Assert.Empty(await AnalyzerRun.From(new JobOutcomeAnalyzer(), null, Code("await fme.SubmitAsync(request);"), [AnalyzerRun.TestFramework]));
    }

    private static Task<IReadOnlyList<AnalyzerRun.Finding>> Run(string code) => AnalyzerRun.From(new JobOutcomeAnalyzer(), null, Code(code));

    private static string Code(string code) => $$"""
        using System;
        using System.Threading.Tasks;
        using FmeTyped;
        internal static class User
        {
            public static async Task Run(FmeFlowClient fme, IFmeRequest request, FmeRunOptions options, FmeWaitOptions wait)
            {
                {{code}}
            }

            public static void Take(FmeJobResult result) => Console.WriteLine(result);
            public static Task SubmitAsync(IFmeRequest request) => Task.FromResult(request);
        }
        """;
}
