using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace FmeTyped.Testing.Tests;

/// <summary>The project's own client, as it is, against the emulator.</summary>
public sealed class ClientTests
{
    private static readonly AustinDownload Order = new()
    {
        Themes = [AustinDownload.ThemesOption.Airports, AustinDownload.ThemesOption.Cenart],
        Maxy = 42,
    };

    private static readonly JsonTypeInfo<JsonObject> JsonObjectInfo = (JsonTypeInfo<JsonObject>)JsonSerializerOptions.Default.GetTypeInfo(typeof(JsonObject));

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_article_from_submit_to_the_summary_of_the_log()
    {
        await using Flow flow = await Flow.StartAsync();
        flow.Emulator.OnRun<AustinDownload>(_ => FmeJobOutcome.Success(("airports", 929), ("cenart", 3883)));
        using FmeFlowClient client = Connect(flow);

        FmeJob job = await client.SubmitAsync(Order, cancellationToken: Cancelled);
        FmeJobResult result = await job.WaitAsync(cancellationToken: Cancelled);
        Assert.Equal(4812, result.FeatureCount);
        Assert.Equal([new("airports", 929), new("cenart", 3883)], (await job.GetFeatureCountsAsync(Cancelled))!);

        Assert.Equal(4812, (await client.TransactAsync(Order, cancellationToken: Cancelled)).FeatureCount);
        Assert.All(flow.Emulator.Submissions, submission => Assert.Equal(Order, submission.Read<AustinDownload>()));
        Assert.All(flow.Emulator.Requests, request => Assert.Empty(request.Problems));
    }

    [Fact]
    public async Task Data_of_the_callers_is_the_source_of_a_stream()
    {
        await using Flow flow = await Flow.StartAsync();
        flow.Emulator.OnRun("Other", "files.fmw", submission => FmeJobOutcome.Success() with
        {
            Files = [FmeResultFile.From("echo.txt", flow.Emulator.Files.ReadAllText(submission.SourceData!))],
        });
        using FmeFlowClient client = Connect(flow);
        using var file = new MemoryStream("the data"u8.ToArray());
        using var data = new StreamContent(file) { Headers = { ContentType = new("application/gml+xml") } };
        var options = new FmeRunOptions { SourceData = data, Repository = "Other", Workspace = "files.fmw" };
        await using FmeDownload download = await client.StreamAsync(Order, options, Cancelled);
        using var reader = new StreamReader(download.Content);
        Assert.Equal("the data", await reader.ReadToEndAsync(Cancelled));
        Assert.Equal(["airports", "cenart"], Assert.Single(flow.Emulator.Submissions).Parameters["THEMES"].Items);
    }

    [Theory]
    [InlineData("/fmerest/v3/automations/workflows/fe5ff09a-1c84-45b9-b824-b18c29d76b65/79016efc-aeea-9547-b9f4-e0b6bbc33a6a/message")]
    [InlineData("/fmeapiv4/automations/fe5ff09a-1c84-45b9-b824-b18c29d76b65/79016efc-aeea-9547-b9f4-e0b6bbc33a6a/message")]
    public async Task A_webhook_gets_a_message_with_its_own_token(string path)
    {
        await using Flow flow = await Flow.StartAsync();
        var options = new FmeFlowOptions
        {
            ServerUrl = flow.Emulator.ServerUrl,
            Token = "otherToken",
            Webhooks = { ["open"] = new Uri(flow.Emulator.ServerUrl, path), ["closed"] = new Uri(flow.Emulator.ServerUrl, path) },
            WebhookTokens = { ["closed"] = Flow.Token },
        };
        using var client = new FmeFlowClient(options);
        foreach (string name in (string[])["open", "closed"])
        {
            Assert.Equal(HttpStatusCode.Accepted, await client.PostWebhookAsync(name, new JsonObject { ["parcel"] = 42 }, JsonObjectInfo, Cancelled));
            Assert.Equal("""{"parcel":42}""", flow.LastRequest.Body);
        }

        flow.Emulator.Faults.Add(FmeRequestKind.Webhook, FmeFault.Status(502));
        await Assert.ThrowsAsync<FmeSubmissionUnknownException>(
            () => client.PostWebhookAsync("open", new JsonObject(), JsonObjectInfo, Cancelled));
    }

    [Theory]
    [InlineData(FmeApiVersion.V3)]
    [InlineData(FmeApiVersion.V4)]
    public async Task Every_kind_of_failure_is_told_by_run_and_by_transact(FmeApiVersion version)
    {
        await using Flow flow = await Flow.StartAsync();
        using FmeFlowClient client = Connect(flow, version);
        foreach (FmeJobOutcome outcome in new[] { FmeJobOutcome.Failure("No roads"), FmeJobOutcome.JobFailure("No licence") })
        {
            flow.Emulator.OnRun<AustinDownload>(_ => outcome);
            await Assert.ThrowsAsync<FmeJobFailedException>(() => client.RunAsync(Order, cancellationToken: Cancelled));
            await Assert.ThrowsAsync<FmeJobFailedException>(() => client.TransactAsync(Order, cancellationToken: Cancelled));
        }
    }

    [Fact]
    public async Task A_failure_inside_a_success_of_version_3_is_a_failure()
    {
        await using Flow flow = await Flow.StartAsync();
        using FmeFlowClient client = Connect(flow, FmeApiVersion.V3);
        flow.Emulator.OnRun<AustinDownload>(_ => FmeJobOutcome.InnerFailure("No roads"));

        await Assert.ThrowsAsync<FmeJobFailedException>(() => client.RunAsync(Order, cancellationToken: Cancelled));
        await Assert.ThrowsAsync<FmeJobFailedException>(() => client.TransactAsync(Order, cancellationToken: Cancelled));
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 0)]
    public async Task A_running_and_a_queued_job_are_cancelled(int queueHours, int runHours)
    {
        await using Flow flow = await Flow.StartAsync(queueTime: TimeSpan.FromHours(queueHours), runTime: TimeSpan.FromHours(runHours));
        using FmeFlowClient client = Connect(flow);
        FmeJob job = await client.SubmitAsync(Order, cancellationToken: Cancelled);
        Assert.True(await job.CancelAsync(Cancelled));
        Assert.False(await job.CancelAsync(Cancelled));
        Assert.True((await job.GetRecordAsync(Cancelled)).Status.IsFinal);
    }

    [Fact]
    public async Task Refusals_become_the_clients_errors()
    {
        await using Flow flow = await Flow.StartAsync(new FmeFlowEmulatorOptions
        {
            SchemaJson = """
                {"format":1,"workspaces":[{"repository":"Samples","workspace":"austinDownload.fmw","parameters":[
                  {"name":"MUST","type":"TEXT","model":"string"}]}]}
                """,
            Token = Flow.Token,
            TokensWithoutPermission = ["weak"],
        });
        using FmeFlowClient client = Connect(flow);
        await Assert.ThrowsAsync<FmeParametersRefusedException>(() => client.SubmitAsync(Order, Cancelled));
        await Assert.ThrowsAsync<FmeNotFoundException>(() => client.GetJob(99).GetRecordAsync(Cancelled));
        using FmeFlowClient weak = Connect(flow, token: "weak");
        await Assert.ThrowsAsync<FmeForbiddenException>(() => weak.SubmitAsync(Order, Cancelled));
        using FmeFlowClient wrong = Connect(flow, token: "wrong");
        await Assert.ThrowsAsync<FmeUnauthorizedException>(() => wrong.TransactAsync(Order, cancellationToken: Cancelled));
    }

    private static FmeFlowClient Connect(Flow flow, FmeApiVersion version = FmeApiVersion.Auto, string token = Flow.Token) =>
        new(new FmeFlowOptions { ServerUrl = flow.Emulator.ServerUrl, Token = token, ApiVersion = version });
}
