using System.Net;
using System.Net.Http.Headers;
using FmeTyped.Tests.Sample;
using FmeTyped.Tests.Server;

namespace FmeTyped.Tests.Client;

/// <summary>A server's answers need not be text, and what cannot be read of them is no reason to lose a job or to make another.</summary>
public sealed class NoTextTests
{
    private static readonly AustinDownload Order = new() { Maxy = 42 };

    public static TheoryData<string> Names => [.. NoText.Names];

    public static MatrixTheoryData<string, FmeApiVersion> NamesAndVersions => new(NoText.Names, [FmeApiVersion.V3, FmeApiVersion.V4]);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_gateways_answer_leaves_a_submission_unknown(string name)
    {
        using StubServer server = Answering(HttpStatusCode.BadGateway, NoText.Before(name, NoText.Message(name)));
        using FmeFlowClient fme = server.Client();

        var error = await Assert.ThrowsAsync<FmeSubmissionUnknownException>(() => fme.SubmitAsync(Order, Token));

        Assert.Equal(HttpStatusCode.BadGateway, error.StatusCode);
        Assert.Equal(NoText.Readable, error.ServerMessage);
        Assert.NotNull(error.CorrelationKey);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task The_id_of_a_job_is_read_beside_it(string name)
    {
        using StubServer server = Answering(HttpStatusCode.Accepted, NoText.Before(name, """{"id":42}"""u8));
        using FmeFlowClient fme = server.Client();

        Assert.Equal(42, (await fme.SubmitAsync(Order, Token)).Id);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_refusal_is_told_in_what_can_be_read_of_its_words(string name)
    {
        using StubServer server = Answering(HttpStatusCode.UnprocessableEntity, NoText.With(name, """{"message":"?","details":{"?":"?"}}"""));
        using FmeFlowClient fme = server.Client();

        var error = await Assert.ThrowsAsync<FmeParametersRefusedException>(() => fme.SubmitAsync(Order, Token));

        Assert.Equal($"{NoText.Readable} ({NoText.Readable}: {NoText.Readable})", error.ServerMessage);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_job_is_waited_for_whatever_its_record_says(string name)
    {
        using StubServer server = new StubServer().Answer(HttpStatusCode.Accepted, """{"id":42}""");
        Answering(
            server,
            HttpStatusCode.OK,
            NoText.With(
                name, """{"?":"?","id":42,"status":"FME_FAILURE","timeStarted":"?","repository":"?","result":{"status":"FME_FAILURE","statusMessage":"?"}}"""));
        using FmeFlowClient fme = server.Client();

        var error = await Assert.ThrowsAsync<FmeJobFailedException>(() => fme.RunAsync(Order, cancellationToken: Token));

        Assert.Equal(42, error.JobId);
        Assert.Equal(NoText.Readable, error.Result.StatusMessage);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task The_error_of_a_look_names_the_job(string name)
    {
        using StubServer server = new StubServer().Answer(HttpStatusCode.Accepted, """{"id":42}""");
        Answering(server, HttpStatusCode.Forbidden, NoText.Message(name));
        using FmeFlowClient fme = server.Client();

        Assert.Equal(42, (await Assert.ThrowsAsync<FmeForbiddenException>(() => fme.RunAsync(Order, cancellationToken: Token))).JobId);
    }

    [Theory]
    [MemberData(nameof(NamesAndVersions))]
    public async Task A_lost_submission_is_found_among_jobs_that_say_such_things(string name, FmeApiVersion version)
    {
        var time = new EagerTime();
        using var server = new JobServer { Time = time };
        using FmeFlowClient fme = server.Client(version, time);
        server.After = _ => throw new HttpRequestException("connection reset");
        var lost = await Assert.ThrowsAsync<FmeSubmissionUnknownException>(() => fme.SubmitAsync(Order, Token));
        server.After = _ => Task.CompletedTask;
        server.Garble = (_, body) => NoText.With(
            name, System.Text.Encoding.UTF8.GetString(body).Replace("\"id\":", "\"?\":\"?\",\"statusMessage\":\"?\",\"id\":", StringComparison.Ordinal));

        Search search = await Search.RunAsync(fme.FindSubmissionAsync(lost, Token));

        Assert.Equal(1, search.Job?.Id);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Entries_of_a_log_are_read(string name)
    {
        using StubServer server =
            Answering(HttpStatusCode.OK, NoText.With(name, """{"items":[{"number":1,"?":"?","time":"?","message":"?"}],"totalCount":1}"""));
        using FmeFlowClient fme = server.Client(configure: options => options.ApiVersion = FmeApiVersion.V4);

        await foreach (FmeLogEntry entry in fme.GetJob(42).ReadLogEntriesAsync(cancellationToken: Token))
        {
            Assert.Equal(NoText.Readable, entry.Message);
        }
    }

    [Theory]
    [InlineData("2026-1-1 1:1:1|-Infinity|NaN|INFORM|Hello")]
    [InlineData("2026-1-1 1:1:1|1e400|-1|INFORM|Hello")]
    public async Task A_line_of_a_log_with_numbers_that_are_none_is_read(string line)
    {
        using var server = new StubServer().Answer(HttpStatusCode.OK, line, "text/plain");
        using FmeFlowClient fme = server.Client();

        await foreach (FmeLogEntry entry in fme.GetJob(42).ReadLogEntriesAsync(cancellationToken: Token))
        {
            Assert.Equal(("Hello", null, null), (entry.Message, entry.Elapsed, entry.Duration));
        }
    }

    [Theory]
    [InlineData("Content-Type", "application/json; charset=no-such-charset")]
    [InlineData("Content-Type", "\u00e4\u0080;;;")]
    [InlineData("Content-Disposition", "attachment; filename*=no-such-charset''%ED%A0%BD; filename=\"=?utf-16?B?2D0=?=\"")]
    [InlineData("Retry-After", "99999999999999999999")]
    [InlineData("Retry-After", "soon")]
    [InlineData("Location", "http://[::bad")]
    public async Task A_header_that_is_nonsense_changes_nothing(string header, string value)
    {
        using StubServer server = Answering(HttpStatusCode.Accepted, """{"id":42}"""u8.ToArray(), Add);
        Answering(server, HttpStatusCode.ServiceUnavailable, "{}"u8.ToArray(), Add);
        Answering(server, HttpStatusCode.Found, "{}"u8.ToArray(), Add);
        using FmeFlowClient fme = server.Client();

        Assert.Equal(42, (await fme.SubmitAsync(Order, Token)).Id);
        Assert.Null((await Assert.ThrowsAsync<FmeServerUnavailableException>(() => fme.SubmitAsync(Order, Token))).RetryAfter);
        await Assert.ThrowsAsync<FmeException>(() => fme.SubmitAsync(Order, Token));

        void Add(HttpResponseMessage response)
        {
            HttpHeaders headers = header.StartsWith("Content", StringComparison.Ordinal) ? response.Content.Headers : response.Headers;
            headers.Remove(header);
            headers.TryAddWithoutValidation(header, value);
        }
    }

    [Theory]
    [InlineData(303)]
    [InlineData(300)]
    public async Task A_redirect_that_can_come_after_the_deed_leaves_a_submission_unknown(int status)
    {
        using StubServer server = Answering((HttpStatusCode)status, [], response => response.Headers.Location = new("https://fme.example.com/elsewhere"));
        using FmeFlowClient fme = server.Client();

        await Assert.ThrowsAsync<FmeSubmissionUnknownException>(() => fme.SubmitAsync(Order, Token));
    }

    private static StubServer Answering(HttpStatusCode status, byte[] body, Action<HttpResponseMessage>? change = null) =>
        Answering(new StubServer(), status, body, change);

    private static StubServer Answering(StubServer server, HttpStatusCode status, byte[] body, Action<HttpResponseMessage>? change = null) =>
        server.Do((_, _) =>
        {
            var response = new HttpResponseMessage(status) { Content = new ByteArrayContent(body) };
            response.Content.Headers.ContentType = new("application/json");
            change?.Invoke(response);
            return Task.FromResult(response);
        });
}
