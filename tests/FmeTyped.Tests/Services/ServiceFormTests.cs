using FmeTyped.Metadata;
using FmeTyped.Tests.Sample;
using FmeTyped.Tests.Server;
using static FmeTyped.Tests.Sample.AustinDownload;

namespace FmeTyped.Tests.Services;

/// <summary>What a transformation service is sent, to the byte.</summary>
public sealed class ServiceFormTests
{
    private const string ForDownload = "opt_responseformat=json&opt_showresult=true&opt_servicemode=async";
    private const string ForStream = "opt_responseformat=json&opt_showresult=true";
    private const string Accepted = """{"serviceResponse":{"statusInfo":{"mode":"async","status":"success"},"jobID":42}}""";

    private static readonly AustinDownload Order = new() { Themes = [ThemesOption.Airports, ThemesOption.Cenart], Maxy = 42 };

    private const string Key = "&nm_fmetypedCorrelationKey=key";

    private static readonly FmeRunOptions Keyed = new() { CorrelationKey = "key" };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_download_is_a_form_and_its_address_holds_no_parameter()
    {
        string? mediaType = null;
        string? accept = null;
        using var server = new StubServer().Do((request, _) =>
        {
            mediaType = request.Content!.Headers.ContentType!.ToString();
            accept = request.Headers.Accept.ToString();
            return Task.FromResult(new HttpResponseMessage { Content = new StringContent(Accepted) });
        });
        using FmeFlowClient fme = server.Client();

        FmeJob job = await fme.SubmitDownloadAsync(Order, Keyed, Token);

        Assert.Equal(42, job.Id);
        Assert.Equal(
            [
                (
                    "POST /fmedatadownload/Samples/austinDownload.fmw",
                    $"fmetoken token={Tokens.Marker}",
                    $"{ForDownload}{Key}&THEMES=airports&THEMES=cenart&MAXY=42"),
            ],
            server.Requests);
        Assert.Equal("application/x-www-form-urlencoded; charset=utf-8", mediaType);
        Assert.Equal("application/json", accept);
    }

    [Fact]
    public async Task A_stream_is_the_same_form_without_a_mode()
    {
        using var server = new StubServer().Bytes("x"u8.ToArray(), "text/plain");
        using FmeFlowClient fme = server.Client();

        await using FmeDownload download = await fme.StreamAsync(Order, cancellationToken: Token);

        Assert.Equal(
            [("POST /fmedatastreaming/Samples/austinDownload.fmw", $"fmetoken token={Tokens.Marker}", $"{ForStream}&THEMES=airports&THEMES=cenart&MAXY=42")],
            server.Requests);
    }

    [Fact]
    public async Task Every_kind_is_written_as_text()
    {
        var request = new EveryKind
        {
            Title = "Zwölf \"Boote\" & mehr = 100% +1 ~🚀",
            Files = ["a b.gml", ""],
            Count = -7,
            Level = 3,
            Share = 1e-7,
            Notify = false,
            Compress = true,
            Grade = EveryKind.GradeOption.Second,
        };
        using var server = new StubServer().Answer(Accepted);
        using FmeFlowClient fme = server.Client();

        await fme.SubmitDownloadAsync(request, Keyed, Token);

        Assert.Equal("POST /fmedatadownload/M%C3%A5ps%20%26%20more/every%20kind%2F1.fmw", server.Requests[0].Line);
        Assert.Equal(
            ForDownload + Key + "&TITLE=Zw%C3%B6lf%20%22Boote%22%20%26%20mehr%20%3D%20100%25%20%2B1%20~%F0%9F%9A%80"
            + "&SourceDataset_%22GML%22=a%20b.gml&SourceDataset_%22GML%22=&COUNT=-7&LEVEL=3&SHARE=0.0000001&NOTIFY=No&COMPRESS=true&GRADE=2%3Cnd%3E",
            server.Requests[0].Body);
    }

    [Fact]
    public async Task Blank_is_a_name_without_a_value()
    {
        using var server = new StubServer().Answer(Accepted);
        using FmeFlowClient fme = server.Client();

        await fme.SubmitDownloadAsync(new EveryKind { Title = "!", Files = [], Count = FmeBlank.Value }, Keyed, Token);

        Assert.Equal($"{ForDownload}{Key}&TITLE=%21&SourceDataset_%22GML%22=&COUNT=", server.Requests[0].Body);
    }

    [Fact]
    public async Task Extra_parameters_are_added_and_take_the_place_of_the_requests_own()
    {
        var options = new FmeRunOptions
        {
            ExtraParameters = new Dictionary<string, FmeParameterValue>
            {
                ["THEMES"] = (string[])["parks", "lakes"],
                ["MAXY"] = "",
                ["NONE"] = (string[])[],
                ["Ünknown"] = "x",
            },
            CorrelationKey = "key",
        };
        using var server = new StubServer().Answer(Accepted);
        using FmeFlowClient fme = server.Client();

        await fme.SubmitDownloadAsync(Order with { Minx = 1 }, options, Token);

        Assert.Equal($"{ForDownload}{Key}&MINX=1&THEMES=parks&THEMES=lakes&MAXY=&NONE=&%C3%9Cnknown=x", server.Requests[0].Body);
    }

    [Fact]
    public async Task Options_become_instructions()
    {
        var options = new FmeRunOptions
        {
            Queue = "Big jobs",
            MaximumQueueTime = TimeSpan.FromMinutes(5),
            MaximumRunTime = TimeSpan.FromSeconds(90.2),
            SuccessTopics = ["DONE"],
            FailureTopics = ["ALERT"],
            Directives = new Dictionary<string, string> { ["order"] = "17 a", ["nm_title"] = "T" },
            CorrelationKey = "key",
            RequesterEmail = "a@example.com,b@example.com",
        };
        using var server = new StubServer().Answer(Accepted);
        using FmeFlowClient fme = server.Client();

        await fme.SubmitDownloadAsync(new AustinDownload(), options, Token);

        Assert.Equal(
            $"{ForDownload}&opt_requesteremail=a%40example.com%2Cb%40example.com"
                + $"&tm_tag=Big%20jobs&tm_ttl=300&tm_ttc=91&nm_jobsuccess_topic=DONE&nm_jobfailure_topic=ALERT&nm_order=17%20a&nm_title=T{Key}",
            server.Requests[0].Body);
    }

    [Fact]
    public async Task Names_and_queues_of_the_clients_options_count_here_too()
    {
        using var server = new StubServer().Bytes([]);
        using FmeFlowClient fme = server.Client(configure: client =>
        {
            client.Repositories["Samples"] = "Samples-Test";
            client.Queues["Samples"] = new() { ["austinDownload.fmw"] = "Fast" };
        });

        await using FmeDownload download = await fme.StreamAsync(new AustinDownload(), cancellationToken: Token);

        Assert.Equal(
            ("POST /fmedatastreaming/Samples-Test/austinDownload.fmw", $"{ForStream}&tm_tag=Fast"), (server.Requests[0].Line, server.Requests[0].Body));
    }

    [Fact]
    public async Task What_a_service_lacks_is_told_and_nothing_is_sent()
    {
        using var server = new StubServer();
        using FmeFlowClient fme = server.Client();
        var directives = new Dictionary<string, string> { ["a"] = "b" };

        await AssertLacksAsync("Description", new FmeRunOptions { Description = "x" });
        await AssertLacksAsync("Priority", new FmeRunOptions { Priority = 1 });
        await AssertLacksAsync("RunUntilCancelled", new FmeRunOptions { RunUntilCancelled = false });
        await AssertLacksAsync("MaximumTotalLifetime", new FmeRunOptions { MaximumTotalLifetime = TimeSpan.FromHours(1) });
        await AssertLacksAsync("more than one of SuccessTopics", new FmeRunOptions { SuccessTopics = ["A", "B"] }, stream: false);
        await AssertLacksAsync("more than one of FailureTopics", new FmeRunOptions { FailureTopics = ["A", "B"] }, stream: false);
        await AssertLacksAsync("SuccessTopics", new FmeRunOptions { SuccessTopics = ["A"] }, download: false);
        await AssertLacksAsync("FailureTopics", new FmeRunOptions { FailureTopics = ["A"] }, download: false);
        await AssertLacksAsync("Directives", new FmeRunOptions { Directives = directives }, download: false);
        await AssertLacksAsync("RequesterEmail", new FmeRunOptions { RequesterEmail = "a@example.com" }, download: false);
        Assert.Empty(server.Requests);

        async Task AssertLacksAsync(string what, FmeRunOptions options, bool download = true, bool stream = true)
        {
            foreach (Func<Task> call in (Func<Task>[])[
                .. download ? Downloads(options) : [],
                .. stream ? [() => fme.StreamAsync(Order, options, cancellationToken: Token)] : (Func<Task>[])[],
            ])
            {
                var error = await Assert.ThrowsAsync<FmeNotSupportedException>(call);
                Assert.Contains($"the service has no {what}. Nothing was submitted.", error.Message, StringComparison.Ordinal);
            }
        }

        Func<Task>[] Downloads(FmeRunOptions options) =>
            [() => fme.SubmitDownloadAsync(Order, options, Token), () => fme.DownloadAsync(Order, options, cancellationToken: Token)];
    }

    [Theory]
    [InlineData("token")]
    [InlineData("opt_geturl")]
    [InlineData("tm_priority")]
    [InlineData("nm_jobsuccess_topic")]
    public async Task A_parameter_that_the_service_would_take_for_an_instruction_is_refused(string name)
    {
        using var server = new StubServer();
        using FmeFlowClient fme = server.Client();
        var options = new FmeRunOptions { ExtraParameters = new Dictionary<string, FmeParameterValue> { [name] = "x" } };

        var error = await Assert.ThrowsAsync<FmeNotSupportedException>(() => fme.SubmitDownloadAsync(Order, options, Token));

        Assert.Contains($"takes the parameter {name} for an instruction", error.Message, StringComparison.Ordinal);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task A_request_that_does_not_fit_is_not_sent()
    {
        using var server = new StubServer();
        using FmeFlowClient fme = server.Client();

        await Assert.ThrowsAsync<FmeValidationException>(() => fme.DownloadAsync(new EveryKind { Title = null }, cancellationToken: Token));
        await Assert.ThrowsAsync<FmeValidationException>(() => fme.StreamAsync(new EveryKind { Title = null }, cancellationToken: Token));
        Assert.Empty(server.Requests);
    }
}
