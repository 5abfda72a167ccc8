using System.Net;
using FmeTyped.EndToEnd.Tests.Fme.Vault;
using FmeTyped.Metadata;
using FmeTyped.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace FmeTyped.EndToEnd.Tests.Secrets;

/// <summary>
/// No secret leaves the client on another way than the wire. Every operation is driven, well and badly, with secrets that occur nowhere else, and every text
/// that comes of it is looked through.
/// </summary>
public sealed class SecretTests : IDisposable
{
    private static readonly FmeFault[] Faults =
    [
        FmeFault.ResetBeforeRequest, FmeFault.ResetAfterRequest, FmeFault.TruncatedBody, FmeFault.Html, FmeFault.LoginPage,
        FmeFault.Status(401),
        FmeFault.Status(403),
        FmeFault.Status(404),
        FmeFault.Status(409),
        FmeFault.Status(422),
        FmeFault.Status(429, TimeSpan.FromSeconds(1)),
        FmeFault.Status(500), FmeFault.Status(503),
    ];

    private static readonly string[] Kinds = ["log", "exception", "activity", "metric", "debugger", "emulator"];

    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(Emulated.V3, false)]
    [InlineData(Emulated.V3, true)]
    [InlineData(Emulated.V4, false)]
    [InlineData(Emulated.V4, true)]
    public async Task Nothing_shows_a_secret_whatever_goes_wrong(int build, bool isProvided)
    {
        using var evidence = new Evidence();
        await using FmeFlowEmulator flow = await StartAsync(build, isProvided ? Marker.ProvidedToken : Marker.Token);
        flow.OnRun<Open>(request =>
            request.Level == 3 ? FmeJobOutcome.Failure("No.") : FmeJobOutcome.Success(("Roads", 1)) with { Files = [FmeResultFile.From("a.txt", "1")] });
        await using ServiceProvider services = Services(evidence, flow, isProvided);
        var fme = services.GetRequiredService<FmeFlowClient>();
        int failures = 0;
        foreach (FmeFault fault in Faults.Prepend(FmeFault.None))
        {
            foreach ((string name, Func<FmeFlowClient, CancellationToken, Task<object?>> run) in Operations.All(_folder.Path))
            {
                flow.Faults.Clear();
                flow.Faults.Add(FmeRequestKind.Any, fault, 3);
                failures += await RunAsync(evidence, $"{name} under {fault}", fme, run) ? 0 : 1;
            }
        }

        evidence.Take("client", fme);
        foreach (FmeRecordedRequest request in flow.Requests)
        {
            evidence.Take("emulator", "request", request.ToString());
            Assert.All(request.Problems, problem => evidence.Take("emulator", "problem", problem));
        }

        Assert.All(flow.Submissions, submission => evidence.Take("emulator", "submission", submission.ToString()));
        AssertNone(evidence);
        Assert.True(failures > Faults.Length * 30, $"Only {failures} operations failed.");
        Assert.All(Kinds, kind => Assert.True(evidence.CountOf(kind) > 50, $"{kind}: {evidence.CountOf(kind)}"));
    }

    [Theory]
    [InlineData(Emulated.V3)]
    [InlineData(Emulated.V4)]
    public async Task Nor_does_a_server_that_stalls(int build)
    {
        using var evidence = new Evidence();
        await using FmeFlowEmulator flow = await StartAsync(build, Marker.Token);
        await using ServiceProvider services = Services(evidence, flow, isProvided: false, requestTimeout: TimeSpan.FromSeconds(30));
        var fme = services.GetRequiredService<FmeFlowClient>();
        int failures = 0;
        foreach (FmeFault fault in new[] { FmeFault.StalledHeaders, FmeFault.StalledBody })
        {
            foreach ((string name, Func<FmeFlowClient, CancellationToken, Task<object?>> run) in Operations.All(_folder.Path))
            {
                flow.Faults.Clear();
                flow.Faults.Add(FmeRequestKind.Any, fault, 3);
                failures += await RunAsync(evidence, $"{name} under {fault}", fme, run) ? 0 : 1;
            }
        }

        AssertNone(evidence);
        Assert.True(failures > 30, $"Only {failures} operations failed.");
    }

    [Theory]
    [InlineData(FmeApiVersion.V3)]
    [InlineData(FmeApiVersion.V4)]
    public async Task A_server_that_echoes_requests_does_not_make_errors_show_them(FmeApiVersion version)
    {
        using var evidence = new Evidence();
        HttpStatusCode[] statuses =
        [
            HttpStatusCode.OK, HttpStatusCode.Found, HttpStatusCode.Unauthorized, HttpStatusCode.Forbidden, HttpStatusCode.NotFound,
            HttpStatusCode.UnprocessableEntity, HttpStatusCode.InternalServerError, HttpStatusCode.BadGateway,
        ];
        int failures = 0;
        foreach (HttpStatusCode status in statuses)
        {
            foreach ((string page, Func<string, HttpResponseMessage> make) in EchoHandler.Answers)
            {
                foreach (bool isProvided in new[] { false, true })
                {
                    using var http = new HttpClient(new EchoHandler(status, make));
                    using var fme = new FmeFlowClient(
                        Options(new Uri("https://fme.example.com"), isProvided, version), http, new LoggerFactory([evidence]).CreateLogger<FmeFlowClient>());
                    foreach ((string name, Func<FmeFlowClient, CancellationToken, Task<object?>> run) in Operations.All(_folder.Path))
                    {
                        failures += await RunAsync(evidence, $"{name} answered by {status} as {page}", fme, run, takesResult: false) ? 0 : 1;
                    }
                }
            }
        }

        AssertNone(evidence);
        Assert.True(failures > 1000, $"Only {failures} operations failed.");
    }

    [Theory]
    [InlineData(FmeApiVersion.V3, false)]
    [InlineData(FmeApiVersion.V3, true)]
    [InlineData(FmeApiVersion.V4, false)]
    [InlineData(FmeApiVersion.V4, true)]
    public async Task However_it_writes_them_and_of_a_job_long_after_its_submission(FmeApiVersion version, bool takesSubmissions)
    {
        using var evidence = new Evidence();
        int runs = 0;
        foreach ((string writing, Func<string, string> write) in Writing.All)
        {
            foreach ((string page, Func<string, HttpResponseMessage> make) in EchoHandler.Answers)
            {
                HttpStatusCode status = page is "job" or "jobs" or "log" or "headers" ? HttpStatusCode.OK : HttpStatusCode.InternalServerError;
                var handler = new EchoHandler(status, make) { Write = write, TakesSubmissions = takesSubmissions, ListsJobs = page == "jobs" };
                FmeFlowOptions options = Options(new Uri("https://fme.example.com"), isProvided: false, version);
                using var http = new HttpClient(handler);
                using var fme = new FmeFlowClient(options, http, new LoggerFactory([evidence]).CreateLogger<FmeFlowClient>());
                foreach ((string name, Func<FmeFlowClient, CancellationToken, Task<object?>> run) in Operations.All(_folder.Path))
                {
                    // What a list or a file holds is the server's and goes to who asked for it; what it tells of a job is looked through.
                    runs++;
                    bool takesResult = takesSubmissions && Operations.AreOfJob.Contains(name);
                    await RunAsync(evidence, $"{name} answered by {status} as {page}, written in {writing}", fme, run, takesResult);
                }
            }
        }

        AssertNone(evidence);
        Assert.True(evidence.CountOf("exception") > runs, $"Only {evidence.CountOf("exception")} texts of exceptions.");
    }

    [Fact]
    public async Task A_password_that_is_refused_shows_nowhere()
    {
        using var evidence = new Evidence();
        foreach ((string page, Func<string, HttpResponseMessage> make) in EchoHandler.Answers)
        {
            foreach (HttpStatusCode status in new[]
            {
                HttpStatusCode.OK,
                HttpStatusCode.Unauthorized,
                HttpStatusCode.Forbidden,
                HttpStatusCode.InternalServerError,
            })
            {
                var provider = FmeTokenProvider.ForUser(Marker.User, Marker.UserPassword);
                using var http = new HttpClient(new EchoHandler(status, make));
                var options = new FmeFlowOptions { ServerUrl = new("https://fme.example.com"), TokenProvider = provider, ApiVersion = FmeApiVersion.V4 };
                using var fme = new FmeFlowClient(options, http, new LoggerFactory([evidence]).CreateLogger<FmeFlowClient>());
                await RunAsync(
                    evidence,
                    $"a submission answered by {status} as {page}",
                    fme,
                    async (client, token) => await client.SubmitAsync(Operations.Request(), token));
                evidence.Take("provider", provider);
                evidence.Take("options", options);
                evidence.Take("client", fme);
            }
        }

        AssertNone(evidence);
    }

    [Theory]
    [InlineData("https://" + Marker.UrlUser + ":" + Marker.UrlPassword + "@fme.example.com", "token")]
    [InlineData("https://fme.example.com/?fmetoken=" + Marker.UrlQuery, "token")]
    [InlineData("https://fme.example.com/#" + Marker.UrlQuery, "token")]
    [InlineData("https://fme.example.com/", Marker.Token + "\n")]
    [InlineData("https://fme.example.com/", "\u00a0" + Marker.Token)]
    [InlineData("ftp://" + Marker.UrlUser + "@fme.example.com/", Marker.Token)]
    public async Task Bad_options_are_refused_without_being_shown(string url, string token)
    {
        using var evidence = new Evidence();
        var options = new FmeFlowOptions { ServerUrl = new Uri(url), Token = token };
        evidence.Take("options", "text", options.ToString());
        evidence.Take("constructor", Assert.ThrowsAny<Exception>(() => new FmeFlowClient(options)));

        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(settings: null);
        builder.Logging.AddProvider(evidence).SetMinimumLevel(LogLevel.Trace);
        builder.Services.AddFmeFlow(set =>
        {
            set.ServerUrl = options.ServerUrl;
            set.Token = options.Token;
        });
        using IHost host = builder.Build();
        evidence.Take("start", await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync(Token)));
        AssertNone(evidence);
    }

    [Fact]
    public async Task A_provided_token_that_is_none_shows_nowhere()
    {
        using var evidence = new Evidence();
        using var http = new HttpClient(new EchoHandler(HttpStatusCode.OK, EchoHandler.Answers[0].Answer));
        using var fme = new FmeFlowClient(
            new FmeFlowOptions
            {
                ServerUrl = new("https://fme.example.com"),
                TokenProvider = new Provider(Marker.ProvidedToken + "\n"),
                ApiVersion = FmeApiVersion.V4,
            },
            http,
            new LoggerFactory([evidence]).CreateLogger<FmeFlowClient>());
        Assert.False(await RunAsync(evidence, "submit", fme, async (client, token) => await client.SubmitAsync(Operations.Request(), token)));
        AssertNone(evidence);
    }

    [Fact]
    public void Values_show_no_secret()
    {
        using var evidence = new Evidence();
        Open request = Operations.Request();
        evidence.Take("secret", new FmeSecret(Marker.Parameter));
        evidence.Take("request", "text", request.ToString());
        evidence.Take("request", request);

        // What is sent to whom is asked for by name here, and the address of the source is no secret as a whole.
        evidence.Take("request", "values", string.Join(", ", request.ToParameterValues().Where(value => value.Key != "SOURCE")));
        evidence.Take("handle", "JSON", System.Text.Json.JsonSerializer.Serialize(request.DbPassword));
        var wrong = new Dictionary<string, FmeParameterValue>
        {
            ["DB_PASSWORD"] = (FmeList<string>)[Marker.Parameter, Marker.Parameter],
            ["API_TOKEN"] = (FmeList<string>)[Marker.TextParameter, Marker.TextParameter],
            ["LEVEL"] = "99",
        };
        Assert.False(Open.TryRead(wrong, out _, out IReadOnlyList<FmeValidationError> problems));
        Assert.NotEmpty(problems);
        evidence.Take("problems", problems);
        evidence.Take(
            "record",
            "text",
            FmeTestData.JobRecord(1, publishedParameters: wrong, directives: new Dictionary<string, string> { ["d"] = Marker.Token }).ToString()!);
        evidence.Take("options", "text", new FmeRunOptions { ExtraParameters = wrong }.ToString());
        evidence.Take("token", new FmeTokenOptions());
        AssertNone(evidence);
    }

    [Fact]
    public void A_leak_would_be_found()
    {
        using var evidence = new Evidence();
        evidence.Take("leak", new { Inner = new List<string> { "a " + Marker.Token } });
        evidence.Take("leak", new InvalidOperationException("outside", new InvalidOperationException(Marker.UserPassword)));
        Assert.Equal(2, evidence.Leaks.Select(leak => leak.Split(' ')[0]).Distinct().Count());
    }

    [Fact]
    public void A_leak_would_be_found_however_it_is_written() => Assert.All(Writing.All, writing => Assert.All(
        Marker.OfRequest, secret => Assert.True(Marker.IsIn($"100% & C:\\new {writing.Write(secret)} <", secret), $"{secret}, written in {writing.Name}")));

    private static async Task<bool> RunAsync(
        Evidence evidence, string place, FmeFlowClient fme, Func<FmeFlowClient, CancellationToken, Task<object?>> run, bool takesResult = true)
    {
        try
        {
            object? result = await run(fme, Token);
            if (takesResult)
            {
                evidence.Take(place, result);
            }

            return true;
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            evidence.Take(place, exception);
            return false;
        }
    }

    private static void AssertNone(Evidence evidence) =>
        Assert.True(evidence.Leaks.Count == 0, $"{evidence.Leaks.Count} leaks:\n{string.Join('\n', evidence.Leaks.Take(40))}");

    private static Task<FmeFlowEmulator> StartAsync(int build, string token) => FmeFlowEmulator.StartAsync(
        new FmeFlowEmulatorOptions
        {
            SchemaFiles = [Repository.PathOf("workspaces.json"), Repository.PathOf("tests/FmeTyped.EndToEnd.Tests/Secrets/vault.workspaces.json")],
            BuildNumber = build,
            Token = token,
            User = Marker.User,
            Password = Marker.UserPassword,
        },
        Token);

    private static FmeFlowOptions Options(Uri server, bool isProvided, FmeApiVersion version) => new()
    {
        ServerUrl = server,
        Token = isProvided ? null : Marker.Token,
        TokenProvider = isProvided ? new Provider(Marker.ProvidedToken) : null,
        ApiVersion = version,
        TimeProvider = new HastyTime(),
    };

    private static ServiceProvider Services(Evidence evidence, FmeFlowEmulator flow, bool isProvided, TimeSpan? requestTimeout = null)
    {
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.AddProvider(evidence).SetMinimumLevel(LogLevel.Trace));
        services.AddFmeFlow(options =>
        {
            options.ServerUrl = flow.ServerUrl;
            options.Token = isProvided ? null : Marker.Token;
            options.TokenProvider = isProvided ? new Provider(Marker.ProvidedToken) : null;
            options.TimeProvider = new HastyTime();
            options.RequestTimeout = requestTimeout ?? options.RequestTimeout;
        });
        return services.BuildServiceProvider();
    }

    private sealed class Provider(string token) : FmeTokenProvider
    {
        public override ValueTask<string> GetTokenAsync(CancellationToken cancellationToken) => new(token);
    }
}
