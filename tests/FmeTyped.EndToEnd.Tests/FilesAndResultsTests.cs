using System.Text;
using FmeTyped.EndToEnd.Tests.Fme.City;
using FmeTyped.Testing;

namespace FmeTyped.EndToEnd.Tests;

/// <summary>Files go to the server before the job and are gone after it; what the job writes comes back.</summary>
public sealed class FilesAndResultsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(Emulated.V3)]
    [InlineData(Emulated.V4)]
    public async Task A_job_reads_what_was_uploaded_and_nothing_of_it_stays(int build)
    {
        await using FmeFlowEmulator flow = await StartAsync(build);
        using var fme = new FmeFlowClient(Emulated.OptionsFor(flow));

        FmeJobResult result = await fme.RunAsync(Request(), cancellationToken: Token);

        Assert.Equal(2, result.FeatureCount);
        Assert.Empty(flow.Files.Paths);
        Assert.All(flow.Requests, request => Assert.Empty(request.Problems));
    }

    [Theory]
    [InlineData(Emulated.V3)]
    [InlineData(Emulated.V4)]
    public async Task A_batch_cleans_up_behind_each_of_its_jobs(int build)
    {
        await using FmeFlowEmulator flow = await StartAsync(build);
        using var fme = new FmeFlowClient(Emulated.OptionsFor(flow));
        int count = 0;

        await foreach (FmeBatchItem<CountRoads> item in fme.RunAllAsync(Enumerable.Repeat(Request(), 5), cancellationToken: Token))
        {
            Assert.Equal(FmeBatchOutcome.Succeeded, item.Outcome);
            count++;
        }

        Assert.Equal(5, count);
        Assert.Empty(flow.Files.Paths);
    }

    [Theory]
    [InlineData(Emulated.V3)]
    [InlineData(Emulated.V4)]
    public async Task A_download_is_opened_in_another_process_by_the_handle_of_its_job(int build)
    {
        await using FmeFlowEmulator flow = await StartAsync(build);
        string kept;
        using (var first = new FmeFlowClient(Emulated.OptionsFor(flow)))
        {
            kept = (await first.SubmitDownloadAsync(Request(), Token)).ToHandle().ToString();
        }

        using var second = new FmeFlowClient(Emulated.OptionsFor(flow));
        await using FmeDownload download = await second.Resume(FmeJobHandle.Parse(kept)).OpenResultAsync(cancellationToken: Token);
        IReadOnlyList<string> files = await download.ExtractAsync(_folder.Path, Token);

        Assert.Equal("a=1,b=1", await File.ReadAllTextAsync(Assert.Single(files), Token));
        Assert.Empty(flow.Files.Paths);
    }

    [Theory]
    [InlineData(Emulated.V3)]
    [InlineData(Emulated.V4)]
    public async Task A_stream_is_the_file_itself(int build)
    {
        await using FmeFlowEmulator flow = await StartAsync(build);
        using var fme = new FmeFlowClient(Emulated.OptionsFor(flow));

        await using FmeDownload data = await fme.StreamAsync(Request(), cancellationToken: Token);
        using var reader = new StreamReader(data.Content);

        Assert.Equal("a=1,b=1", await reader.ReadToEndAsync(Token));
        Assert.Empty(flow.Files.Paths);
    }

    [Theory]
    [InlineData(Emulated.V3)]
    [InlineData(Emulated.V4)]
    public async Task A_download_whose_answer_was_lost_is_found(int build)
    {
        await using FmeFlowEmulator flow = await StartAsync(build);
        using var fme = new FmeFlowClient(Emulated.OptionsFor(flow));
        flow.Faults.Add(FmeRequestKind.Service, FmeFault.ResetAfterRequest);

        var lost = await Assert.ThrowsAsync<FmeSubmissionUnknownException>(() => fme.SubmitDownloadAsync(Request(), Token));
        FmeJob? job = await fme.FindSubmissionAsync(lost, Token);

        Assert.NotNull(job);
        await using FmeDownload download = await job.OpenResultAsync(cancellationToken: Token);
        Assert.Equal("a=1,b=1", await File.ReadAllTextAsync(Assert.Single(await download.ExtractAsync(_folder.Path, Token)), Token));
    }

    private static CountRoads Request() => new()
    {
        SourceDatasetGml = [FileOf("a.gml", "<road/>"), FileOf("b.gml", "<road/>")],
    };

    private static FmeFile FileOf(string name, string text) =>
        FmeFile.FromStream(name, _ => new ValueTask<Stream>(new MemoryStream(Encoding.UTF8.GetBytes(text))));

    // Counts the roads of each file it was given, which have to be on the server by then.
    private static async Task<FmeFlowEmulator> StartAsync(int build)
    {
        FmeFlowEmulator flow = await FmeFlowEmulator.StartAsync(
            new FmeFlowEmulatorOptions { SchemaFiles = [Repository.PathOf("tests", "FmeTyped.EndToEnd.Tests", "city.workspaces.json")], BuildNumber = build },
            Token);
        flow.OnRun("City", "countRoads.fmw", job =>
        {
            string[] paths = [.. job.Parameters["SourceDataset_GML"].Items];
            string text =
                string.Join(',', paths.Select(path => $"{Path.GetFileNameWithoutExtension(path)}={flow.Files.ReadAllText(path).Split("<road").Length - 1}"));
            return FmeJobOutcome.Success(("roads", paths.Length)) with { Files = [FmeResultFile.From("roads.txt", text)] };
        });
        return flow;
    }
}
