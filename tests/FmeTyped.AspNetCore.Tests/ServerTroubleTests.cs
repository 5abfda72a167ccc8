using System.Net;
using System.Net.Sockets;
using System.Text;
using FmeTyped.AspNetCore.Tests.Fme.Town;
using FmeTyped.AspNetCore.Tests.Harness;
using FmeTyped.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace FmeTyped.AspNetCore.Tests;

/// <summary>Trouble with FME Flow is no fault of the caller's, and the caller learns nothing of the server's inside.</summary>
public class ServerTroubleTests
{
    private const string Body = """{ "PARCEL_ID": "17/4", "DB_PASSWORD": "hush-hush" }""";

    public static TheoryData<string, HttpStatusCode> Troubles => new()
    {
        { "401", HttpStatusCode.BadGateway },
        { "403", HttpStatusCode.BadGateway },
        { "404", HttpStatusCode.BadGateway },
        { "422", HttpStatusCode.BadRequest },
        { "503", HttpStatusCode.ServiceUnavailable },
        { "500", HttpStatusCode.GatewayTimeout },
        { "html", HttpStatusCode.GatewayTimeout },
        { "reset", HttpStatusCode.GatewayTimeout },
    };

    [Theory]
    [MemberData(nameof(Troubles))]
    public async Task A_submission_that_fails_is_told_in_HTTP(string trouble, HttpStatusCode expected)
    {
        await using Town town = await Town.StartAsync(app => app.MapFmeWorkspace<Report>("/reports"));
        town.Flow.Faults.Add(FmeRequestKind.Service, FaultOf(trouble), count: 10);
        town.Flow.Faults.Add(FmeRequestKind.Submit, FaultOf(trouble), count: 10);

        Reply reply = await town.PostAsync("/reports", Body);

        Assert.True(reply.Status == expected, $"{reply.Status} {reply.Text}");
        Assert.Equal("application/problem+json", reply.MediaType);
        Assert.DoesNotContain("hush-hush", reply.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(town.Flow.Token, reply.Text + string.Concat(town.Log.Lines), StringComparison.Ordinal);
        Assert.DoesNotContain(town.Flow.ServerUrl.Host, reply.Text, StringComparison.Ordinal);
        Assert.Contains(town.Log.Lines, line => line.Contains("A request for Town/report.fmw failed", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_pause_that_the_server_asks_for_is_passed_on()
    {
        await using Town town = await Town.StartAsync(app => app.MapFmeWorkspace<Kinds>("/kinds"));
        town.Flow.Faults.Add(FmeRequestKind.Submit, FmeFault.Status(503, TimeSpan.FromSeconds(7)), count: 10);

        Reply reply = await town.PostAsync("/kinds", """{ "PLACE": "x", "SHARE": 0.5, "MODE": "a" }""");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, reply.Status);
        Assert.Equal("7", reply.Headers["Retry-After"]);
    }

    [Fact]
    public async Task A_job_that_the_server_no_longer_has_is_not_found()
    {
        await using Town town = await Town.StartAsync(app => app.MapFmeWorkspace<Report>("/reports"));
        Reply posted = await town.PostAsync("/reports", Body);
        using var client = new FmeFlowClient(
            new FmeFlowOptions { ServerUrl = town.Flow.ServerUrl, Token = town.Flow.Token }, new HttpClient(town.Flow.CreateHandler()));
        await client.GetJob(town.Flow.Submissions[0].JobId).DeleteAsync(TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotFound, (await town.GetAsync(posted.Location!)).Status);
    }

    [Theory]
    [InlineData("reset", HttpStatusCode.ServiceUnavailable)]
    [InlineData("404", HttpStatusCode.NotFound)]
    [InlineData("503", HttpStatusCode.ServiceUnavailable)]
    public async Task A_result_that_cannot_be_opened_is_told_in_HTTP(string trouble, HttpStatusCode expected)
    {
        await using Town town = await Town.StartAsync(app => app.MapFmeWorkspace<Report>("/reports"));
        town.Flow.OnRun<Report>(_ => FmeJobOutcome.Success() with { Files = [FmeResultFile.From("report.txt", "seven")] });
        Reply posted = await town.PostAsync("/reports", Body);
        town.Flow.Faults.Add(FmeRequestKind.ResultDownload, FaultOf(trouble), count: 10);

        Reply reply = await town.GetAsync(posted.Location + "/result");

        Assert.True(reply.Status == expected, $"{reply.Status} {reply.Text}");
        Assert.Equal("application/problem+json", reply.MediaType);
    }

    [Theory]
    [InlineData(null, "get")]
    [InlineData(2L * BreakingHandler.Arriving, "get")]
    [InlineData(null, "post")]
    public async Task A_result_that_breaks_off_does_not_end_like_a_whole_one(long? length, string verb)
    {
        await using Town town = await Town.StartAsync(
            app => app.MapFmeWorkspace<Report>("/reports", options => options.WaitTime = TimeSpan.FromSeconds(verb == "post" ? 30 : 0)),
            through: flow => new BreakingHandler(flow, length));
        town.Flow.OnRun<Report>(_ => FmeJobOutcome.Success() with { Files = [FmeResultFile.From("report.txt", "seven")] });

        string head = verb == "post"
            ? $"POST /reports HTTP/1.1\r\nContent-Type: application/json\r\nContent-Length: {Body.Length}"
            : $"GET {(await town.PostAsync("/reports", Body)).Location}/result HTTP/1.1";
        string raw = await ExchangeAsync(town, $"{head}\r\nHost: town\r\n\r\n{(verb == "post" ? Body : "")}");

        // The socket is closed before the last chunk, or before the length that was told.
        Assert.StartsWith("HTTP/1.1 200 OK", raw, StringComparison.Ordinal);
        Assert.DoesNotContain("\r\n0\r\n\r\n", raw, StringComparison.Ordinal);
        Assert.True(raw.Length < 2 * BreakingHandler.Arriving, $"{raw.Length} bytes");
        Assert.Contains(town.Log.Lines, line => line.Contains("A result of Town/report.fmw broke off", StringComparison.Ordinal));
        Assert.DoesNotContain(town.Log.Lines, line => line.Contains("unhandled exception", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_FME_Flow_cannot_do_is_not_implemented()
    {
        await using Town town = await Town.StartAsync(app => app.MapFmeWorkspace<Report>("/reports", options =>
            options.RunOptions = (_, _) => new FmeRunOptions { Description = "no service has a place for it" }));

        Reply reply = await town.PostAsync("/reports", Body);

        Assert.True(reply.Status == HttpStatusCode.NotImplemented, $"{reply.Status} {reply.Text}");
        Assert.Equal("application/problem+json", reply.MediaType);
        Assert.Empty(town.Flow.Submissions);
    }

    [Fact]
    public async Task A_client_with_a_name_is_used()
    {
        await using Town town = await Town.StartAsync(
            app => app.MapFmeWorkspace<Report>("/reports", options => options.Client = "other"),
            services => services.AddFmeFlow("other", options => (options.ServerUrl, options.Token) = (new Uri("http://other.invalid/"), "token")));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await town.PostAsync("/reports", Body)).Status);
    }

    // All that comes until the server closes the connection.
    private static async Task<string> ExchangeAsync(Town town, string request)
    {
        using var connection = new TcpClient();
        await connection.ConnectAsync(town.Http.BaseAddress!.Host, town.Http.BaseAddress.Port, TestContext.Current.CancellationToken);
        NetworkStream stream = connection.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(request), TestContext.Current.CancellationToken);
        using var received = new MemoryStream();
        try
        {
            await stream.CopyToAsync(received, TestContext.Current.CancellationToken);
        }
        catch (IOException)
        {
            // A connection that is reset has ended, too.
        }

        return Encoding.Latin1.GetString(received.ToArray());
    }

    private static FmeFault FaultOf(string trouble) => trouble switch
    {
        "html" => FmeFault.Html,
        "reset" => FmeFault.ResetAfterRequest,
        _ => FmeFault.Status(int.Parse(trouble, System.Globalization.CultureInfo.InvariantCulture)),
    };
}
