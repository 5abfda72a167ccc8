using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace FmeTyped.EndToEnd.Tests.Secrets;

/// <summary>A server that answers with what it was sent, headers and all, as badly written ones do in their error pages.</summary>
/// <param name="status">The status of each answer.</param>
/// <param name="answer">Makes an answer of the echo.</param>
internal sealed partial class EchoHandler(HttpStatusCode status, Func<string, HttpResponseMessage> answer) : HttpMessageHandler
{
    /// <summary>
    /// What the echo may look like: the words of REST, those of the services, a page, plain text, a job that failed, a log, and what an answer has
    /// beside its body.
    /// </summary>
    public static IReadOnlyList<(string Name, Func<string, HttpResponseMessage> Answer)> Answers { get; } =
    [
        ("message", echo => Json($$"""{"message":{{Text(echo)}},"details":{"name":{{Text(echo)}} } }""")),
        ("service", echo => Json($$"""{"serviceResponse":{"statusInfo":{"status":"failure","mode":"async","message":{{Text(echo)}} } } }""")),
        ("HTML", echo => Page(
            "text/html",
            $"<html><head><title>{WebUtility.HtmlEncode(echo)}</title></head><body><form>password {WebUtility.HtmlEncode(echo)}</form></body></html>")),
        ("text", echo => Page("text/plain", echo)),
        ("job", echo =>
            Json(
                $$"""{"id":1,"jobID":1,"status":"FME_FAILURE","statusMessage":{{Text(echo)}},"result":"""
                    + $$"""{"id":1,"status":"FME_FAILURE","statusMessage":{{Text(echo)}} } }""")),
        ("jobs", echo => Json($$"""{"totalCount":1,"items":[{"id":1,"status":"FME_FAILURE","statusMessage":{{Text(echo)}} }]}""")),
        ("failed service", echo =>
            Json(
                $$"""{"serviceResponse":{"statusInfo":{"status":"failure","mode":"async","message":{{Text(echo)}} },"fmeTransformationResult":"""
                    + $$"""{"fmeEngineResponse":{"id":1,"jobID":1,"status":"FME_FAILURE","statusMessage":{{Text(echo)}} },"fmeServerResponse":"""
                    + $$"""{"jobID":1} },"jobID":1} }""")),
        ("log", echo => Page("text/plain", $"2026-1-1 00:00:00|0.1|0.1|ERROR |{echo}\n2026-1-1 00:00:00|0.1|0.1|INFORM|{echo}\n")),
        ("reason", echo => new HttpResponseMessage { ReasonPhrase = echo.ReplaceLineEndings(" ") }),
        ("headers", WithHeaders),
        ("malformed header", echo => throw new HttpRequestException(
            $"Received an invalid header line: '{echo}'.", new AggregateException(new IOException(echo) { Data = { ["line"] = echo } }))),
    ];

    /// <summary>Writes what is secret of a request once more, in its own way; of a call about the submitted job, the secrets of its submission.</summary>
    public Func<string, string>? Write { get; init; }

    /// <summary>Whether submissions become job 1, instead of being answered like all else.</summary>
    public bool TakesSubmissions { get; init; }

    /// <summary>Whether an answer to a list of jobs tells of the job that was submitted. One that is no list tells of no job.</summary>
    public bool ListsJobs { get; init; }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        string path = request.RequestUri!.AbsolutePath;
        if (TakesSubmissions && request.Method == HttpMethod.Post && Submission().IsMatch(path))
        {
            return Json("""{"id":1}""");
        }

        string sent = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        string echo = $"{request.Method} {request.RequestUri} {request.Headers} {sent}";
        if (Write is not null)
        {
            bool isOfJob = TakesSubmissions && (Job().IsMatch(path) || (ListsJobs && Jobs().IsMatch(path)));
            IEnumerable<string> told = Marker.OfRequest.Where(secret => isOfJob || Marker.IsIn($"{request.RequestUri} {sent}", secret));
            echo = $"{string.Join(' ', told.Append(request.Headers.Authorization?.Parameter ?? "").Select(Write))} {echo}";
        }

        HttpResponseMessage made = answer(echo);
        made.StatusCode = status;
        made.RequestMessage = request;
        if (request.Headers.Authorization is { } authorization && (int)status is >= 300 and < 400)
        {
            made.Headers.Location = new Uri($"https://elsewhere.example.com/login?{authorization.Parameter}");
        }

        return made;
    }

    private static HttpResponseMessage Json(string body) => Page("application/json", body);

    private static HttpResponseMessage Page(string mediaType, string body) => new() { Content = new StringContent(body, Encoding.UTF8, mediaType) };

    private static HttpResponseMessage WithHeaders(string echo)
    {
        string line = echo.ReplaceLineEndings(" ");
        HttpResponseMessage answer = Page("text/plain", "data");
        answer.Headers.TryAddWithoutValidation("X-Echo", line);
        answer.Headers.TryAddWithoutValidation("Retry-After", line);
        answer.Content.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment") { FileNameStar = line };
        return answer;
    }

    // As most servers write JSON: quotes are escaped, and nothing more than has to be.
    private static string Text(string text) => JsonSerializer.Serialize(text, Relaxed);

    private static JsonSerializerOptions Relaxed { get; } = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [GeneratedRegex("/transformations/submit/|/v4/jobs$|/fmeapiv4/jobs$")]
    private static partial Regex Submission();

    [GeneratedRegex("/jobs/(.*/)?1(/|$)|/(fmedatadownload|fmedatastreaming|fmejobsubmitter)/|/transact/")]
    private static partial Regex Job();

    [GeneratedRegex("/jobs(/(completed|queued|running))?$")]
    private static partial Regex Jobs();
}
