using System.Text.Json.Nodes;
using FmeTyped.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace FmeTyped.Tool.Tests.Harness;

/// <summary>
/// An emulator whose answers have another order each time: keys, the items of lists, and services. Parameters and options keep theirs, which is the
/// author's.
/// </summary>
internal sealed class ShufflingServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly HttpClient _emulator;
    private readonly Random _random;

    private ShufflingServer(FmeFlowEmulator emulator, int seed)
    {
        _emulator = new HttpClient(emulator.CreateHandler()) { BaseAddress = emulator.ServerUrl };
        _random = new Random(seed);
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.Run(AnswerAsync);
    }

    public string Url => _app.Urls.Single();

    public static async Task<ShufflingServer> StartAsync(FmeFlowEmulator emulator, int seed)
    {
        var server = new ShufflingServer(emulator, seed);
        await server._app.StartAsync(TestContext.Current.CancellationToken);
        return server;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _emulator.Dispose();
    }

    private async Task AnswerAsync(HttpContext http)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{http.Request.Path}{http.Request.QueryString}");
        request.Headers.TryAddWithoutValidation("Authorization", http.Request.Headers.Authorization.ToString());
        request.Headers.TryAddWithoutValidation("Accept", http.Request.Headers.Accept.ToString());
        using HttpResponseMessage answer = await _emulator.SendAsync(request, http.RequestAborted);
        JsonNode? shuffled = Shuffle(JsonNode.Parse(await answer.Content.ReadAsStringAsync(http.RequestAborted)), isInAnyOrder: false);
        http.Response.StatusCode = (int)answer.StatusCode;
        http.Response.ContentType = "application/json";
        await http.Response.WriteAsync(shuffled!.ToJsonString(), http.RequestAborted);
    }

    private JsonNode? Shuffle(JsonNode? node, bool isInAnyOrder)
    {
        switch (node)
        {
            case JsonObject owner:
                return new JsonObject(Mix(owner.Select(member => KeyValuePair.Create(member.Key, Shuffle(member.Value, member.Key is "items" or "services")))));
            case JsonArray list:
                IEnumerable<JsonNode?> items = list.Select(item => Shuffle(item, isInAnyOrder: false));
                return new JsonArray(isInAnyOrder ? Mix(items) : [.. items]);
            default:
                return node?.DeepClone();
        }
    }

    private T[] Mix<T>(IEnumerable<T> items)
    {
        T[] mixed = [.. items];
        lock (_random)
        {
            _random.Shuffle(mixed);
        }

        return mixed;
    }
}
