using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace FmeTyped.Testing.Tests;

/// <summary>Whatever a caller sends, a malformed request is the caller's fault, and the emulator's limits say what they are.</summary>
public sealed class MalformedRequestTests
{
    private const string Multipart = "Content-Type: multipart/form-data; boundary=x\r\n";
    private const string Form = "Content-Type: application/x-www-form-urlencoded\r\n";
    private const string Json = "Content-Type: application/json\r\n";
    private const string Upload = "POST /fmeapiv4/resources/connections/FME_SHAREDRESOURCE_TEMP/upload?path=/ HTTP/1.1";
    private const string Service = "POST /fmejobsubmitter/Samples/austinDownload.fmw HTTP/1.1";
    private const string DataUpload = "POST /fmedataupload/Samples/austinDownload.fmw?opt_extractarchive=true HTTP/1.1";
    private const string Part = "--x\r\nContent-Disposition: form-data; name=\"f\"; filename=\"a.zip\"\r\n\r\n";
    private const string SubmitJob = "POST /fmeapiv4/jobs HTTP/1.1";

    // What is sent, in the pieces that the fuzz test mixes: a first line, headers, and a body.
    private static readonly string[] Lines =
    [
        Upload, Service, DataUpload, SubmitJob, "POST /fmerest/v3/transformations/submit/Samples/austinDownload.fmw HTTP/1.1", "GET / HTTP/1.1",
        "POST /fmerest/v3/transformations/transactdata/Samples/austinDownload.fmw HTTP/1.1",
        "POST /fmerest/v3/resources/connections/FME_SHAREDRESOURCE_TEMP/filesys/a?createDirectories=true HTTP/1.1",
        "PUT /fmedataupload/Samples/austinDownload.fmw/a.zip HTTP/1.1",
        "GET /fmeapiv4/jobs?limit=x&offset=-1&status=%ED%A0%80 HTTP/1.1",
        "GET /fmerest/v3/transformations/jobs/completed?limit=99999999999999999999 HTTP/1.1",
        "GET /fmeapiv4/jobs/99999999999999999999 HTTP/1.1", "GET /%00 HTTP/1.1", "GET /%ff%fe HTTP/1.1", "GET /../../etc/passwd HTTP/1.1", "NONSENSE",
        "GET /",
        "POST /fmetoken/generate HTTP/1.1", "POST /fmeapiv4/tokens HTTP/1.1", "POST /fmerest/v3/tokens HTTP/1.1",
        "POST /fmeapiv4/resources/connections/FME_SHAREDRESOURCE_TEMP/directory HTTP/1.1",
        "DELETE /fmeapiv4/resources/connections/FME_SHAREDRESOURCE_TEMP/item?path=.. HTTP/1.1",
        "POST /fmeapiv4/resources/connections/FME_SHAREDRESOURCE_TEMP/downloadzip HTTP/1.1",
    ];

    private static readonly string[] Headers =
    [
        "", Multipart, "Content-Type: multipart/form-data\r\n", "Content-Type: multipart/form-data; boundary=\r\n", Form, Json, "Content-Type: \u00ff;;=\r\n",
        "Content-Length: -1\r\n", "Content-Length: 99999\r\n", "Content-Length: 5\r\nContent-Length: 6\r\n", "Transfer-Encoding: chunked\r\n",
        "Transfer-Encoding: nonsense\r\n",
        "Authorization: Basic %%%\r\n", "Authorization: Basic Og==\r\n", "Authorization: fmetoken token=\u00e9\r\n", "Accept: ;;;q=x\r\n",
        "Range: bytes=9-1,,\r\n",
        "Content-Disposition: attachment; filename=\"../../x\"\r\n", "Expect: nonsense\r\n", "No colon here\r\n", " folded: x\r\n",
        "Content-Encoding: gzip\r\n",
        "Origin: \u0001\r\n", "Cookie: \u00fe\r\n",
    ];

    private static readonly string[] Bodies =
    [
        "", "{", "null", "[]", "\"x\"", "{\"repository\":1}",
        "{\"repository\":\"Samples\",\"workspace\":\"austinDownload.fmw\",\"publishedParameters\":{\"MAXY\":{}}}",
        "{\"repository\":\"Samples\",\"workspace\":\"\\ud800\"}", "{\"publishedParameters\":[{\"name\":null,\"value\":[[]]}]}",
        "{\"publishedParameters\":{}}", new string('[', 100_000),
        "{\"path\":\"/\",\"directoryName\":\"..\"}", "{\"path\":\"/\",\"items\":[1],\"zipFileName\":\"\"}", "%%%=%&&&=&x", "a=%ED%A0%80",
        "opt_extractarchive=maybe&opt_namespace=../..",
        Part + "no archive\r\n--x--", Part + "cut off", "--x\r\n\r\nx\r\n--x--\r\n", "--x\r\n" + new string('h', 200) + "\r\n\r\n", "\u00ff\u00fe\u0000",
        "5\r\nhello\r\n", "ZZ\r\n\r\n",
        "user=admin&password=x&expiration=99999999999&timeunit=eons",
    ];

    public static TheoryData<string, string, string, int> Named => new()
    {
        { "a body that is no JSON", $"{SubmitJob}\r\n{Json}", "{\"repository\":", 422 },
        { "JSON that is too deep", $"{SubmitJob}\r\n{Json}", new string('[', 5000), 422 },
        { "a form with too many values", $"{Service}\r\n{Form}", string.Concat(Enumerable.Range(0, 2000).Select(i => $"p{i}=1&")), 400 },
        { "a part that is cut off", $"{Upload}\r\n{Multipart}", Part + "cut off", 400 },
        {
            "a part with too many headers", $"{Upload}\r\n{Multipart}",
            "--x\r\n" + string.Concat(Enumerable.Range(0, 50).Select(i => $"a{i}: b\r\n")) + "\r\nx\r\n--x--\r\n", 400
        },
        { "multipart without a boundary", $"{Upload}\r\nContent-Type: multipart/form-data\r\n", "x", 415 },
        { "an archive that is none", $"{DataUpload}\r\n{Multipart}", Part + "no archive\r\n--x--\r\n", 400 },
        {
            "a path of too many levels", $"{Upload.Replace("path=", $"path={string.Concat(Enumerable.Repeat("/a",
        70))}", StringComparison.Ordinal)}\r\n{Multipart}",
            Part + "x\r\n--x--\r\n", 422
        },
        { "a method of nobody's", "NON SENSE\r\n", "", 400 },
        { "a header without a colon", "GET / HTTP/1.1\r\nNo colon\r\n", "", 400 },
        { "two lengths", $"{SubmitJob}\r\nContent-Length: 1\r\nContent-Length: 2\r\n", "{}", 400 },
    };

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Named))]
    public async Task A_malformed_request_is_the_callers_fault(string what, string head, string body, int expected)
    {
        await using Flow flow = await Flow.StartAsync();

        string answer = await SendAsync(flow, head, body);

        Assert.True(answer.StartsWith($"HTTP/1.1 {expected} ", StringComparison.Ordinal), $"{what}: {answer}");
        Assert.Empty(flow.Emulator.Submissions);
    }

    // An operation that is not emulated is a 501, whatever is sent to it.
    [Fact]
    public async Task No_mixture_of_malformed_pieces_is_a_fault_of_the_emulator()
    {
        await using Flow flow = await Flow.StartAsync();
        int seed = Environment.TickCount;
        var random = new Random(seed);
        for (int i = 0; i < 1000; i++)
        {
            string line = Lines[random.Next(Lines.Length)];
            string headers = Headers[random.Next(Headers.Length)] + (random.Next(2) == 0 ? Headers[random.Next(Headers.Length)] : "");
            string body = Bodies[random.Next(Bodies.Length)];

            bool isCutOff = headers.Contains("99999", StringComparison.Ordinal) || headers.Contains("Encoding", StringComparison.Ordinal);

            string answer = await SendAsync(flow, $"{line}\r\n{headers}", body, isCutOff);

            Assert.True(
                answer.Length == 0 ? isCutOff : answer.Split(' ')[1] is ['2' or '4', ..] or "501",
                $"seed {seed}, request {i}: {line}\r\n{headers}\r\n{body[..Math.Min(body.Length, 200)]}\r\n-> {answer}");
        }
    }

    [Fact]
    public async Task A_body_that_is_too_large_is_told_with_its_limit()
    {
        await using Flow flow = await Flow.StartAsync();

        string whole = await SendAsync(flow, $"{SubmitJob}\r\n{Json}Content-Length: 16777217\r\n", "{");
        using var form = new MultipartFormDataContent { { new StringContent(new string('x', 16_777_217)), "opt_namespace" } };
        using HttpResponseMessage text = await flow.Http.PostAsync("/fmedataupload/Samples/austinDownload.fmw", form, Cancelled);

        Assert.StartsWith("HTTP/1.1 413 ", whole, StringComparison.Ordinal);
        Assert.Contains("16777216 bytes", whole, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, text.StatusCode);
    }

    [Fact]
    public async Task Jobs_beyond_the_history_are_refused_while_none_has_ended()
    {
        await using Flow flow = await Flow.StartAsync(new FmeFlowEmulatorOptions { SchemaFiles = [Flow.SchemaFile], Token = Flow.Token, JobHistory = 2 });
        int runs = 0;
        flow.Emulator.OnRun("Samples", "austinDownload.fmw", _ =>
        {
            runs++;
            return FmeJobOutcome.NeverEnds();
        });
        await flow.SubmitAsync();
        await flow.SubmitAsync();

        string refused = (await flow.PostAsync(Flow.Submit, Flow.Body, HttpStatusCode.InsufficientStorage)).GetProperty("message").GetString()!;

        Assert.Contains("2 jobs (JobHistory)", refused, StringComparison.Ordinal);
        Assert.Equal(2, flow.Emulator.Submissions.Count);
        Assert.Equal(2, runs);
    }

    [Fact]
    public async Task The_connection_beyond_the_last_is_closed()
    {
        await using Flow flow = await Flow.StartAsync();
        var connections = new List<TcpClient>();
        try
        {
            for (int i = 0; i <= 1000; i++)
            {
                connections.Add(new TcpClient());
                await connections[i].ConnectAsync(flow.Emulator.ServerUrl.Host, flow.Emulator.ServerUrl.Port, Cancelled);
            }

            Assert.Equal(0, await connections[^1].GetStream().ReadAsync(new byte[1], Cancelled));
        }
        finally
        {
            connections.ForEach(connection => connection.Dispose());
        }
    }

    private static Task<string> SendAsync(Flow flow, string head, string body, bool isCutOff = false)
    {
        string length = head.Contains("Content-Length", StringComparison.Ordinal) || head.Contains("Transfer-Encoding", StringComparison.Ordinal)
            ? ""
            : $"Content-Length: {body.Length.ToString(CultureInfo.InvariantCulture)}\r\n";
        string token = head.Contains("Authorization", StringComparison.Ordinal) ? "" : $"Authorization: fmetoken token={Flow.Token}\r\n";
        return RawExchange.SendAsync(
            flow.Emulator.ServerUrl, Encoding.Latin1.GetBytes($"{head}Host: localhost\r\nConnection: close\r\n{token}{length}\r\n{body}"), isCutOff);
    }
}
