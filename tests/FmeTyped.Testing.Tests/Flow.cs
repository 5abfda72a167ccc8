using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace FmeTyped.Testing.Tests;

/// <summary>An emulator and a plain HTTP client of it.</summary>
internal sealed class Flow : IAsyncDisposable
{
    public const string Token = "0123456789abcdef";
    public const string Submit = "transformations/submit/Samples/austinDownload.fmw";
    public const string Transact = "transformations/transact/Samples/austinDownload.fmw";

    /// <summary>The article's example.</summary>
    public const string Body = """{"publishedParameters":[{"name":"MAXY","value":"42"},{"name":"THEMES","value":["airports","cenart"]}]}""";

    private Flow(FmeFlowEmulator emulator, HttpMessageHandler handler)
    {
        Emulator = emulator;
        Http = new HttpClient(handler) { BaseAddress = new Uri(emulator.ServerUrl, "/fmerest/v3/") };
        Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("fmetoken", $"token={Token}");
    }

    public FmeFlowEmulator Emulator { get; }

    public HttpClient Http { get; }

    public FmeRecordedRequest LastRequest => Emulator.Requests[^1];

    public static string SchemaFile => Repository.PathOf("tests", "FmeTyped.Testing.Tests", "Sample", "workspaces.json");

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public static Task<Flow> StartAsync(TimeProvider? time = null, TimeSpan queueTime = default, TimeSpan runTime = default, bool strict = false) =>
        StartAsync(new FmeFlowEmulatorOptions
        {
            SchemaFiles = [SchemaFile],
            Token = Token,
            TokensWithoutPermission = ["weak"],
            TimeProvider = time ?? TimeProvider.System,
            QueueTime = queueTime,
            RunTime = runTime,
            Strict = strict,
        });

    public static async Task<Flow> StartAsync(FmeFlowEmulatorOptions options)
    {
        FmeFlowEmulator emulator = await FmeFlowEmulator.StartAsync(options, Cancelled);
        return new(emulator, options.Listens ? new SocketsHttpHandler() : emulator.CreateHandler());
    }

    /// <summary>An emulator without a socket, and what else there is to say of it.</summary>
    public static Task<Flow> StartInProcessAsync(
        TimeProvider? time = null, TimeSpan runTime = default, int? engines = null, long storageLimit = 1 << 30, string? resultHost = null,
        bool strict = false) =>
        StartAsync(new FmeFlowEmulatorOptions
        {
            SchemaFiles = [SchemaFile],
            Token = Token,
            TokensWithoutPermission = ["weak"],
            Password = "secret",
            TimeProvider = time ?? TimeProvider.System,
            RunTime = runTime,
            Engines = engines,
            Queues = ["Default", "Night"],
            StorageLimit = storageLimit,
            ResultHost = resultHost,
            Strict = strict,
            WorkspaceFiles = { ["Samples"] = new() { ["austinDownload.fmw"] = [1, 2, 3] } },
            Listens = false,
        });

    public async Task<JsonElement> GetAsync(string path, HttpStatusCode expected = HttpStatusCode.OK)
    {
        using HttpResponseMessage response = await Http.GetAsync(path, Cancelled);
        return await ReadAsync(response, expected);
    }

    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, HttpContent? content = null, string? accept = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        if (accept is not null)
        {
            request.Headers.Accept.ParseAdd(accept);
        }

        return await Http.SendAsync(request, Cancelled);
    }

    /// <summary>Sends a request, and reads the JSON it is answered with.</summary>
    public async Task<JsonElement> SendAsync(HttpMethod method, string path, HttpStatusCode expected, HttpContent? content = null)
    {
        using HttpResponseMessage response = await SendAsync(method, path, content);
        return await ReadAsync(response, expected);
    }

    /// <summary>Reads a body of any media type.</summary>
    public Task<string> GetTextOfAsync(string path) => Http.GetStringAsync(new Uri(path, UriKind.Relative), Cancelled);

    public async Task<string> GetTextAsync(string path)
    {
        using HttpResponseMessage response = await Http.GetAsync(path, Cancelled);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("text/plain", response.Content.Headers.ContentType?.MediaType);
        return await response.Content.ReadAsStringAsync(Cancelled);
    }

    public async Task<JsonElement> PostAsync(string path, string body, HttpStatusCode expected)
    {
        using HttpResponseMessage response = await Http.PostAsync(path, new StringContent(body, Encoding.UTF8, "application/json"), Cancelled);
        return await ReadAsync(response, expected);
    }

    /// <summary>Posts nothing.</summary>
    public async Task<HttpStatusCode> PostAsync(string path)
    {
        using HttpResponseMessage response = await Http.PostAsync(path, null, Cancelled);
        return response.StatusCode;
    }

    /// <summary>Waits until the emulator has a job. The waiting of a transact begins before its job can be seen, so a fake clock may move then.</summary>
    public async Task SubmittedAsync()
    {
        while (Emulator.Submissions.Count == 0)
        {
            Cancelled.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }

    public async Task<long> SubmitAsync(string body = Body) =>
        (await PostAsync(Submit, body, HttpStatusCode.Accepted)).GetProperty("id").GetInt64();

    /// <summary>Submits values to a workspace; they are JSON.</summary>
    public Task<JsonElement> SubmitAsync(string workspace, HttpStatusCode expected, params (string Name, string Value)[] values) =>
        PostAsync($"transformations/submit/{workspace}", BodyOf(values), expected);

    public Task<JsonElement> JobAsync(long id) => GetAsync($"transformations/jobs/id/{id}");

    public async Task<string?> StatusAsync(long id) => (await JobAsync(id)).GetProperty("status").GetString();

    public Task<string> LogAsync(long id) => GetTextAsync($"transformations/jobs/id/{id}/log");

    public async Task<HttpStatusCode> DeleteAsync(string path)
    {
        using HttpResponseMessage response = await Http.DeleteAsync(path, Cancelled);
        return response.StatusCode;
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await Emulator.DisposeAsync();
    }

    public static string BodyOf(params (string Name, string Value)[] values) =>
        $$"""{"publishedParameters":[{{string.Join(",", values.Select(value => $$"""{"name":"{{value.Name}}","value":{{value.Value}}}"""))}}]}""";

    private static async Task<JsonElement> ReadAsync(HttpResponseMessage response, HttpStatusCode expected)
    {
        string text = await response.Content.ReadAsStringAsync(Cancelled);
        Assert.True(expected == response.StatusCode, $"{(int)response.StatusCode} {text}");
        Assert.Equal("application/json", response.Content.Headers.ContentType?.MediaType);
        using JsonDocument document = JsonDocument.Parse(text);
        return document.RootElement.Clone();
    }
}
