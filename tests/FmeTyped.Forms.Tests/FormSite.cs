using FmeTyped.Testing;
using Microsoft.AspNetCore.Builder;
using WorkspaceForm;

namespace FmeTyped.Forms.Tests;

/// <summary>The sample on a free port of this machine, with its FME Flow.</summary>
internal sealed class FormSite : IAsyncDisposable
{
    private readonly WebApplication _app;

    private FormSite(FmeFlowEmulator flow, WebApplication app) => (Flow, _app) = (flow, app);

    public FmeFlowEmulator Flow { get; }

    public Uri Address => new(_app.Urls.Single());

    public static async Task<FormSite> StartAsync()
    {
        FmeFlowEmulator flow = await RoadFlow.StartAsync();
        WebApplication app = FormApp.Create(options => (options.ServerUrl, options.Token) = (flow.ServerUrl, flow.Token), "http://127.0.0.1:0");
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new FormSite(flow, app);
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        await Flow.DisposeAsync();
    }
}
