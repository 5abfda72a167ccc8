using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using FmeTyped.Testing;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace FmeTyped.AspNetCore.Tests.Harness;

/// <summary>An app with endpoints of workspaces, and the emulator that it talks to. Callers say who they are in a header.</summary>
internal sealed class Town : IAsyncDisposable
{
    private readonly WebApplication _app;

    private Town(FmeFlowEmulator flow, FakeTime time, WebApplication app, RecordedLog log)
    {
        Flow = flow;
        Time = time;
        Log = log;
        _app = app;
        Http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(app.Urls.Single()) };
    }

    public FmeFlowEmulator Flow { get; }

    /// <summary>The clock of the app; that of the jobs stands by itself.</summary>
    public FakeTime Time { get; }

    public RecordedLog Log { get; }

    public HttpClient Http { get; }

    /// <param name="map">Maps the endpoints.</param>
    /// <param name="configure">Adds services.</param>
    /// <param name="through">Changes what comes from FME Flow.</param>
    public static async Task<Town> StartAsync(
        Action<IEndpointRouteBuilder> map, Action<IServiceCollection>? configure = null, Func<HttpMessageHandler, HttpMessageHandler>? through = null)
    {
        FmeFlowEmulator flow = await FmeFlowEmulator.StartAsync(
            new FmeFlowEmulatorOptions { SchemaFiles = [Path.Combine(AppContext.BaseDirectory, "workspaces.json")], Listens = false },
            TestContext.Current.CancellationToken);
        var time = new FakeTime();
        var log = new RecordedLog();
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0").UseKestrelCore();
        builder.Logging.ClearProviders().AddProvider(log);
        builder.Services.AddFmeFlow(options => (options.ServerUrl, options.Token) = (flow.ServerUrl, flow.Token))
            .ConfigurePrimaryHttpMessageHandler(() => through?.Invoke(flow.CreateHandler()) ?? flow.CreateHandler());
        builder.Services.AddDataProtection();
        builder.Services.AddSingleton<TimeProvider>(time);
        builder.Services.AddAuthentication("Header").AddScheme<AuthenticationSchemeOptions, HeaderAuthentication>("Header", null);
        builder.Services.AddAuthorization();
        builder.Services.AddOpenApi();
        builder.Services.AddOpenApi("second");
        configure?.Invoke(builder.Services);
        WebApplication app = builder.Build();
        app.UseAuthentication();
        app.UseAuthorization();
        map(app);
        app.MapOpenApi();
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new Town(flow, time, app, log);
    }

    public Task<Reply> PostAsync(string path, string json, string? caller = null) =>
        SendAsync(HttpMethod.Post, path, new StringContent(json, Encoding.UTF8, "application/json"), caller);

    public Task<Reply> GetAsync(string path, string? caller = null) => SendAsync(HttpMethod.Get, path, content: null, caller);

    public async Task<Reply> SendAsync(HttpMethod method, string path, HttpContent? content = null, string? caller = null, string? range = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        if (caller is not null)
        {
            request.Headers.Add(HeaderAuthentication.Name, caller);
        }

        if (range is not null)
        {
            request.Headers.TryAddWithoutValidation("Range", range);
        }

        using HttpResponseMessage response = await Http.SendAsync(request, TestContext.Current.CancellationToken);
        byte[] body = await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        return new Reply(
            response.StatusCode,
            response.Headers.Location?.OriginalString,
            body,
            response.Content.Headers.ContentType?.MediaType,
            response.Headers.Concat(response.Content.Headers).ToDictionary(header => header.Key, header => string.Join(',', header.Value)));
    }

    public async Task<JsonNode> DocumentAsync(string name = "v1") => (await GetAsync($"/openapi/{name}.json")).Json;

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _app.DisposeAsync();
        await Flow.DisposeAsync();
    }
}

/// <summary>What the app responded.</summary>
internal sealed record Reply(HttpStatusCode Status, string? Location, byte[] Body, string? MediaType, IReadOnlyDictionary<string, string> Headers)
{
    public string Text => Encoding.UTF8.GetString(Body);

    public JsonNode Json => JsonNode.Parse(Body)!;

    /// <summary>The parameters that the problem names.</summary>
    public string[] Errors => [.. Json["errors"]?.AsObject().Select(error => error.Key) ?? []];
}
