using System.Net;
using FmeTyped.Tests.Sample;
using FmeTyped.Tests.Server;

namespace FmeTyped.Tests.Client;

/// <summary>The token travels in one header and shows nowhere else, even where a server or a handler echoes it.</summary>
public sealed class TokenTests
{
    public static TheoryData<string, string> Echoes => new()
    {
        { $$"""{"message":"Token {{Tokens.Marker}} is expired"}""", "application/json" },
        { $"<html><title>Bad token {Tokens.Marker}</title></html>", "text/html" },
        { $"Bad header: fmetoken token={Tokens.Marker}", "text/plain" },
        { new string('x', 490) + Tokens.Marker, "text/plain" },
    };

    [Theory]
    [MemberData(nameof(Echoes))]
    public async Task An_echo_is_taken_out_of_every_error(string body, string mediaType)
    {
        foreach (HttpStatusCode status in (HttpStatusCode[])[
            HttpStatusCode.OK,
            HttpStatusCode.BadRequest,
            HttpStatusCode.Unauthorized,
            HttpStatusCode.BadGateway,
        ])
        {
            using var server = new StubServer().Answer(status, body, mediaType).Answer(status, body, mediaType);
            using FmeFlowClient fme = server.Client();

            AssertHidden(await Record.ExceptionAsync(() => fme.SubmitAsync(new AustinDownload(), TestContext.Current.CancellationToken)));
            AssertHidden(await Record.ExceptionAsync(() => fme.GetJob(5).GetRecordAsync(TestContext.Current.CancellationToken)));
        }
    }

    [Fact]
    public async Task An_echo_in_the_query_of_a_redirect_is_left_out()
    {
        using var server = new StubServer().Answer(
            HttpStatusCode.Found, change: response => response.Headers.Location = new Uri($"/login/{Tokens.Marker}?token={Tokens.Marker}", UriKind.Relative));
        using FmeFlowClient fme = server.Client();

        AssertHidden(await Record.ExceptionAsync(() => fme.GetJob(5).GetRecordAsync(TestContext.Current.CancellationToken)));
    }

    [Fact]
    public async Task It_stands_in_the_header_of_every_request_and_in_no_address()
    {
        using var server = new StubServer()
            .Answer("""{"id":5}""")
            .Answer("""{"id":5,"status":"SUCCESS"}""")
            .Answer("""{"id":5,"status":"SUCCESS"}""")
            .Answer(HttpStatusCode.OK, "log", "text/plain")
            .Answer(HttpStatusCode.NoContent);
        using FmeFlowClient fme = server.Client();
        CancellationToken cancellationToken = TestContext.Current.CancellationToken;

        FmeJob job = await fme.SubmitAsync(new AustinDownload(), cancellationToken);
        await fme.TransactAsync(new AustinDownload(), cancellationToken: cancellationToken);
        await job.GetRecordAsync(cancellationToken);
        await job.GetLogAsync(cancellationToken);
        await job.CancelAsync(cancellationToken);

        Assert.Equal(5, server.Requests.Count);
        Assert.All(server.Requests, request =>
        {
            Assert.Equal($"fmetoken token={Tokens.Marker}", request.Authorization);
            Assert.DoesNotContain(Tokens.Marker, request.Line + request.Body, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task A_redirect_to_another_host_does_not_get_it()
    {
        using var other = new Replay();
        other.On("GET", "/steal", 401, "");
        using var replay = new Replay();
        replay.On(
            "GET",
            "/fmerest/v3/transformations/jobs/id/5",
            WireMock.ResponseBuilders.Response.Create().WithStatusCode(302).WithHeader("Location", $"{other.Server.Url}/steal"));
        using var http = new HttpClient();
        using FmeFlowClient fme = replay.Client(http);

        var error = await Assert.ThrowsAsync<FmeUnauthorizedException>(() => fme.GetJob(5).GetRecordAsync(TestContext.Current.CancellationToken));

        Assert.Contains($"followed a redirect to {other.Server.Url}/steal, which drops the token", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("Authorization", Assert.Single(other.Server.LogEntries).RequestMessage!.Headers!.Keys);
    }

    private static void AssertHidden(Exception? error)
    {
        Assert.IsAssignableFrom<FmeException>(error);
        Assert.DoesNotContain(Tokens.Marker[..12], error!.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(Tokens.Marker[..12], ((FmeException)error).ServerMessage ?? "", StringComparison.Ordinal);
    }
}
