using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using System.Web;

namespace FmeTyped.Tests.Server;

/// <summary>
/// A server without a socket that has jobs, in both versions of the REST API. Version 4 leaves the directives out of its lists, as its document does; version 3
/// has them there.
/// </summary>
internal sealed class JobServer : HttpMessageHandler
{
    private readonly object _gate = new();
    private readonly List<Job> _jobs = [];
    private readonly ConcurrentQueue<string> _lines = new();

    /// <summary>Is asked before the server sees a request, and can throw in its place.</summary>
    public Func<HttpRequestMessage, Task> Before { get; set; } = _ => Task.CompletedTask;

    /// <summary>Holds back the response to a request, unless the caller gives it up.</summary>
    public Func<HttpRequestMessage, Task> Hold { get; set; } = _ => Task.CompletedTask;

    /// <summary>Is asked after the server has done what was asked, and can throw in the answer's place.</summary>
    public Func<HttpRequestMessage, Task> After { get; set; } = _ => Task.CompletedTask;

    /// <summary>The status that a request is refused with; null where it is not.</summary>
    public Func<HttpRequestMessage, HttpStatusCode?> Refuse { get; set; } = _ => null;

    /// <summary>How long a refusal asks to wait; null where it does not say.</summary>
    public TimeSpan? RetryAfter { get; set; }

    /// <summary>Changes the answers' bodies, which need not be text any more.</summary>
    public Func<HttpRequestMessage, byte[], byte[]> Garble { get; set; } = static (_, body) => body;

    /// <summary>Gives a page of a list, by its offset, in the place of the server's own jobs.</summary>
    public Func<int, string>? List { get; set; }

    /// <summary>How many reads of its record or lists a job takes to its end.</summary>
    public int Steps { get; set; } = 1;

    /// <summary>Whether the records of jobs repeat the directives.</summary>
    public bool RepeatsDirectives { get; set; } = true;

    public TimeProvider Time { get; set; } = TimeProvider.System;

    public string[] Lines => [.. _lines];

    public IReadOnlyList<Job> Jobs
    {
        get
        {
            lock (_gate)
            {
                return [.. _jobs];
            }
        }
    }

    /// <summary>A job that somebody else made.</summary>
    public Job Add(
        string status, DateTimeOffset? queued = null, DateTimeOffset? finished = null, string workspace = "austinDownload.fmw", string repository = "Samples")
    {
        lock (_gate)
        {
            var job = new Job
            {
                Id = _jobs.Count + 1,
                Status = status,
                Queued = queued ?? Time.GetUtcNow(),
                Finished = finished,
                Repository = repository,
                Workspace = workspace,
            };
            _jobs.Add(job);
            return job;
        }
    }

    public FmeFlowClient Client(FmeApiVersion version, TimeProvider? time = null, Action<FmeFlowOptions>? configure = null)
    {
        var options = new FmeFlowOptions
        {
            ServerUrl = new Uri("https://fme.example.com"),
            Token = Tokens.Marker,
            ApiVersion = version,
            TimeProvider = time ?? TimeProvider.System,
            RequestTimeout = Timeout.InfiniteTimeSpan,
            LongPollTime = TimeSpan.Zero,
        };
        configure?.Invoke(options);
        return new FmeFlowClient(options, new HttpClient(this));
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        string body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        await Before(request);
        await Hold(request).WaitAsync(cancellationToken);
        _lines.Enqueue($"{request.Method} {request.RequestUri!.PathAndQuery}");
        (HttpStatusCode status, string answer) = Refuse(request) is { } refusal ? (refusal, """{"message":"Not now."}""") : Serve(request, body);
        await After(request);
        var response =
            new HttpResponseMessage(status) { Content = new ByteArrayContent(Garble(request, Encoding.UTF8.GetBytes(answer))), RequestMessage = request };
        response.Content.Headers.ContentType = new("application/json");
        response.Headers.RetryAfter = RetryAfter is { } pause && status >= HttpStatusCode.BadRequest ? new(pause) : null;
        return response;
    }

    private (HttpStatusCode Status, string Body) Serve(HttpRequestMessage request, string body)
    {
        string path = request.RequestUri!.AbsolutePath;
        bool isV4 = path.StartsWith("/fmeapiv4", StringComparison.Ordinal);
        var query = HttpUtility.ParseQueryString(request.RequestUri.Query);
        string last = path[(path.LastIndexOf('/') + 1)..];
        lock (_gate)
        {
            if (request.Method == HttpMethod.Post && !path.EndsWith("/cancel", StringComparison.Ordinal))
            {
                Job job = Submit(JsonNode.Parse(body)!, path, isV4);
                return (HttpStatusCode.Accepted, $$"""{"id":{{job.Id}}}""");
            }

            if (request.Method != HttpMethod.Get)
            {
                long cancelled = long.Parse(isV4 ? path.Split('/')[^2] : last, CultureInfo.InvariantCulture);
                Job job = _jobs[(int)cancelled - 1];
                job.IsCancelled = true;
                End(job, "cancelled");
                return (HttpStatusCode.NoContent, "");
            }

            // A call that is held comes through Hold, which decides for how long.
            if (long.TryParse(last == "result" ? path.Split('/')[^2] : last, out long id))
            {
                Job? job = id <= _jobs.Count ? _jobs[(int)id - 1] : null;
                if (job is null or { IsPurged: true })
                {
                    return (HttpStatusCode.NotFound, $$"""{"message":"Job {{id}} does not exist."}""");
                }

                Proceed(job);
                return (HttpStatusCode.OK, Record(job, isV4, isList: false).ToJsonString());
            }

            string[] states = isV4 ? query.GetValues("status")! : last switch
            {
                "queued" => ["queued"],
                "running" => ["running"],
                _ => ["success", "failure", "cancelled"],
            };
            IEnumerable<Job> found = _jobs.Where(job => !job.IsPurged
                && states.Contains(job.Status)
                && (query["repository"] ?? job.Repository) == job.Repository
                && (query["workspace"] ?? job.Workspace) == job.Workspace);
            Job[] all = [.. query["sort"] == "timeFinished_desc" ? found.OrderByDescending(job => job.Finished) : found];
            int offset = int.Parse(query["offset"]!, CultureInfo.InvariantCulture);
            int limit = int.Parse(query["limit"]!, CultureInfo.InvariantCulture);
            if (List is not null)
            {
                return (HttpStatusCode.OK, List(offset));
            }

            var page = new JsonObject
            {
                ["offset"] = offset,
                ["limit"] = limit,
                ["totalCount"] = all.Length,
                ["items"] = new JsonArray([.. all.Skip(offset).Take(limit).Select(job => Record(job, isV4, isList: true))]),
            };
            foreach (Job job in all.Skip(offset).Take(limit))
            {
                Proceed(job);
            }

            return (HttpStatusCode.OK, page.ToJsonString());
        }
    }

    private Job Submit(JsonNode body, string path, bool isV4)
    {
        string[] parts = path.Split('/');
        Job job = Add("queued", repository: isV4 ? (string)body["repository"]! : parts[^2], workspace: isV4 ? (string)body["workspace"]! : parts[^1]);
        job.MaxY = isV4
            ? (string?)body["publishedParameters"]!["MAXY"]
            : (string?)body["publishedParameters"]!.AsArray().Single(p => (string)p!["name"]! == "MAXY")!["value"];
        job.Directives = isV4
            ? body["directives"]!.AsObject().ToDictionary(entry => entry.Key, entry => (string)entry.Value!)
            : body["NMDirectives"]!["directives"]!.AsArray().ToDictionary(entry => (string)entry!["name"]!, entry => (string)entry!["value"]!);
        return job;
    }

    private void Proceed(Job job)
    {
        if (job.Status is "queued" or "running" && job.Directives is not null && ++job.Reads >= Steps)
        {
            End(job, job.MaxY == "-13" ? "failure" : "success");
        }
    }

    private void End(Job job, string status)
    {
        job.Status = status;
        job.Finished = Time.GetUtcNow();
    }

    private JsonObject Record(Job job, bool isV4, bool isList)
    {
        string? finished = job.Finished?.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
        var record = new JsonObject
        {
            ["id"] = job.Id,
            ["repository"] = job.Repository,
            ["workspace"] = job.Workspace,
            ["timeQueued"] = job.Queued.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture),
            ["timeFinished"] = finished ?? "0001-01-01T00:00:00Z",
        };
        if (isV4)
        {
            record["status"] = job.Status;
            record["featureOutputCount"] = 5;
            if (!isList && RepeatsDirectives && job.Directives is { } directives)
            {
                record["directives"] = new JsonObject(directives.Select(entry => KeyValuePair.Create(entry.Key, (JsonNode?)entry.Value)));
            }
        }
        else
        {
            record["status"] = job.Status switch { "queued" =>
                "QUEUED", "running" => "PULLED", "success" => "SUCCESS", "failure" => "FME_FAILURE", _ => "ABORTED" };
            if (RepeatsDirectives)
            {
                record["request"] = new JsonObject
                {
                    ["NMDirectives"] = new JsonObject
                    {
                        ["directives"] = new JsonArray(
                            [.. (job.Directives ?? []).Select(entry => new JsonObject { ["name"] = entry.Key, ["value"] = entry.Value })]),
                    },
                };
            }
        }

        return record;
    }

    internal sealed class Job
    {
        public required long Id { get; init; }

        public required string Status { get; set; }

        public required DateTimeOffset Queued { get; init; }

        public DateTimeOffset? Finished { get; set; }

        public required string Repository { get; init; }

        public required string Workspace { get; init; }

        /// <summary>Null for a job that somebody else made.</summary>
        public Dictionary<string, string>? Directives { get; set; }

        public string? MaxY { get; set; }

        public int Reads { get; set; }

        public bool IsPurged { get; set; }

        public bool IsCancelled { get; set; }
    }
}
