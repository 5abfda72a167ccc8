using System.Net;
using FmeTyped.Tests.Requests;
using FmeTyped.Tests.Sample;
using FmeTyped.Tests.Server;
using static FmeTyped.Tests.Sample.AustinDownload;

namespace FmeTyped.Tests.Client;

public sealed class TransactDataTests
{
    private const string Path = "/fmerest/v3/transformations/transactdata/Samples/austinDownload.fmw";
    private const string Success = """{"id":42,"status":"SUCCESS"}""";

    private static readonly AustinDownload Order = new() { Themes = [ThemesOption.Airports, ThemesOption.Cenart], Maxy = 42 };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_data_is_the_body_and_all_else_the_query()
    {
        using var replay = new Replay();
        replay.On("POST", Path, 200, Success);
        using FmeFlowClient fme = replay.Client();
        var options = new FmeRunOptions
        {
            Queue = "Q 1",
            Description = "a&b",
            MaximumQueueTime = TimeSpan.FromSeconds(90.5),
            MaximumRunTime = TimeSpan.FromSeconds(60),
            SuccessTopics = ["S1", "S2"],
            FailureTopics = ["F"],
            ExtraParameters = new Dictionary<string, FmeParameterValue> { ["MAXY"] = "43", ["MORE"] = (string[])["x", "y"], ["NONE"] = "" },
        };

        FmeJobResult result = await fme.TransactDataAsync(Order, new MemoryStream("<gml/>"u8.ToArray()), options, cancellationToken: Token);

        Assert.Equal(42, result.Id);
        var sent = Assert.Single(replay.Server.LogEntries).RequestMessage!;
        Assert.Equal(
            $"{Path}?opt_tag=Q%201&opt_description=a%26b&opt_ttl=91&opt_ttc=60&opt_successtopics=S1&opt_successtopics=S2&opt_failuretopics=F"
            + "&THEMES=airports&THEMES=cenart&MAXY=43&MORE=x&MORE=y&NONE=",
            new Uri(sent.Url).PathAndQuery);
        Assert.Equal("<gml/>"u8.ToArray(), sent.BodyAsBytes);
        Assert.Equal("application/octet-stream", sent.Headers!["Content-Type"].Single());
        Assert.Equal("6", sent.Headers["Content-Length"].Single());
    }

    [Fact]
    public async Task Too_few_features_are_a_failure_here_too()
    {
        using StubServer server = new StubServer().Answer("""{"id":42,"status":"SUCCESS","numFeaturesOutput":1}""");
        using FmeFlowClient fme = server.Client();

        var error = await Assert.ThrowsAsync<FmeJobFailedException>(
            () => fme.TransactDataAsync(Order, Stream.Null, wait: new FmeWaitOptions { MinimumFeatures = 2 }, cancellationToken: Token));

        Assert.True(error.Result.HasTooFewFeatures);
    }

    [Fact]
    public async Task Without_anything_to_say_there_is_no_query()
    {
        using StubServer server = new StubServer().Answer(Success);
        using FmeFlowClient fme = server.Client();

        await fme.TransactDataAsync(new AustinDownload(), Stream.Null, cancellationToken: Token);

        Assert.Equal([$"POST {Path}"], server.Lines);
    }

    [Theory]
    [InlineData(HttpStatusCode.OK)]
    [InlineData(HttpStatusCode.UnprocessableEntity)]
    public async Task A_failed_job_is_told(HttpStatusCode status)
    {
        using StubServer server = new StubServer().Answer(status, """{"id":42,"status":"FME_FAILURE","statusMessage":"bad data"}""").Answer(status, """{"id":42,"status":"FME_FAILURE"}""");
        using FmeFlowClient fme = server.Client();

        FmeJobFailedException error = await Assert.ThrowsAsync<FmeJobFailedException>(() => fme.TransactDataAsync(Order, Stream.Null, cancellationToken: Token));
        FmeJobResult result = await fme.TransactDataAsync(Order, Stream.Null, wait: new FmeWaitOptions { ThrowOnFailure = false }, cancellationToken: Token);

        Assert.Equal(42, error.JobId);
        Assert.False(result.Succeeded);
    }

    [Fact]
    public async Task Version_4_has_no_such_call_and_names_the_other_way()
    {
        using var server = new StubServer();
        using FmeFlowClient fme = server.Client(configure: options => options.ApiVersion = FmeApiVersion.V4);

        FmeNotSupportedException error = await Assert.ThrowsAsync<FmeNotSupportedException>(() => fme.TransactDataAsync(Order, Stream.Null, cancellationToken: Token));

        Assert.Contains("FmeFile.FromStream, and use RunAsync", error.Message, StringComparison.Ordinal);
        Assert.Empty(server.Requests);
    }

    [Theory]
    [InlineData(25606, "POST")]
    [InlineData(26018, "POST")]
    [InlineData(26103, "GET")]
    public async Task Version_3_serves_as_long_as_it_is_there(int build, string last)
    {
        using StubServer server = new StubServer().Answer($$"""{"buildNumber":{{build}}}""").Answer(Success);
        using FmeFlowClient fme = server.Client(configure: options => options.ApiVersion = FmeApiVersion.Auto);

        await Record.ExceptionAsync(() => fme.TransactDataAsync(Order, Stream.Null, cancellationToken: Token));

        Assert.StartsWith(last, server.Lines.Last(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Too_long_a_query_is_refused()
    {
        using var server = new StubServer();
        using FmeFlowClient fme = server.Client();

        FmeNotSupportedException error = await Assert.ThrowsAsync<FmeNotSupportedException>(() => fme.TransactDataAsync(
            Order, Stream.Null, new FmeRunOptions { ExtraParameters = new Dictionary<string, FmeParameterValue> { ["AREA"] = new string('ä', 700) } }, cancellationToken: Token));

        Assert.Contains("no more than 4000", error.Message, StringComparison.Ordinal);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task What_the_call_lacks_is_refused()
    {
        using var server = new StubServer();
        using FmeFlowClient fme = server.Client();
        FmeRunOptions[] lacking =
        [
            new() { Directives = new Dictionary<string, string> { ["a"] = "b" } },
            new() { Priority = 1 },
            new() { RunUntilCancelled = true },
            new() { MaximumTotalLifetime = TimeSpan.FromHours(1) },
        ];

        foreach (FmeRunOptions options in lacking)
        {
            await Assert.ThrowsAsync<FmeNotSupportedException>(() => fme.TransactDataAsync(Order, Stream.Null, options, cancellationToken: Token));
        }

        await Assert.ThrowsAsync<ArgumentException>(() => fme.TransactDataAsync(Order, Stream.Null, wait: new FmeWaitOptions { CancelJobOnCancellation = true }, cancellationToken: Token));
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task It_is_sent_once_whatever_retries()
    {
        using var server = new StubServer();
        using var http = new HttpClient(new Retrying { InnerHandler = server });
        using var fme = new FmeFlowClient(http, new FmeFlowOptions { ServerUrl = new("https://fme.example.com"), Token = Tokens.Marker, ApiVersion = FmeApiVersion.V3 });

        FmeSubmissionUnknownException error = await Assert.ThrowsAsync<FmeSubmissionUnknownException>(() => fme.TransactDataAsync(Order, new MemoryStream([1, 2, 3]), cancellationToken: Token));

        Assert.Contains("a second time", error.Message, StringComparison.Ordinal);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task Files_of_its_parameters_are_uploaded_and_go_after_the_answer()
    {
        using StubServer server = new StubServer().Answer("{}").Answer(Success).Answer(HttpStatusCode.NoContent);
        using FmeFlowClient fme = server.Client();

        await fme.TransactDataAsync(new FileRequest { Source = FileRequest.FileOf("a.gml", "x") }, Stream.Null, cancellationToken: Token);

        Assert.Matches(@"transactdata/Samples/import\.fmw\?SOURCE=%24%28FME_SHAREDRESOURCE_TEMP%29%2Ffmetyped%2F[0-9a-f]{32}%2F1%2Fa\.gml$", server.Requests[1].Line);
        Assert.StartsWith("DELETE", server.Requests[2].Line, StringComparison.Ordinal);
    }

    private sealed class Retrying : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            try
            {
                await request.Content!.CopyToAsync(Stream.Null, cancellationToken);
                throw new HttpRequestException("reset after the body");
            }
            catch (HttpRequestException)
            {
                return await base.SendAsync(request, cancellationToken);
            }
        }
    }
}
