using FmeTyped.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace FmeTyped.Tool.Tests.Harness;

/// <summary>Passes what is asked for on to an emulator, and changes the text of each answer.</summary>
internal sealed class RelayServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly HttpClient _emulator;
    private readonly Func<string, string> _change;

    private RelayServer(FmeFlowEmulator emulator, Func<string, string> change)
    {
        _emulator = new HttpClient(emulator.CreateHandler()) { BaseAddress = emulator.ServerUrl };
        _change = change;
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.Run(AnswerAsync);
    }

    public string Url => _app.Urls.Single();

    public static async Task<RelayServer> StartAsync(FmeFlowEmulator emulator, Func<string, string> change)
    {
        var server = new RelayServer(emulator, change);
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
        http.Response.StatusCode = (int)answer.StatusCode;
        http.Response.ContentType = "application/json";
        await http.Response.WriteAsync(_change(await answer.Content.ReadAsStringAsync(http.RequestAborted)), http.RequestAborted);
    }
}
