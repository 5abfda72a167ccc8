using FmeTyped.Testing;

namespace FmeTyped.Blazor.Tests.Site;

/// <summary>A site with forms on a free port of this machine, and its FME Flow.</summary>
internal sealed class FormSite : IAsyncDisposable
{
    private readonly WebApplication _app;

    private FormSite(FmeFlowEmulator flow, WebApplication app) => (Flow, _app) = (flow, app);

    public FmeFlowEmulator Flow { get; }

    public Uri Address => new(_app.Urls.Single());

    public SiteWorkspaces Workspaces => _app.Services.GetRequiredService<SiteWorkspaces>();

    public static async Task<FormSite> StartAsync()
    {
        FmeFlowEmulator flow = await FmeFlowEmulator.StartAsync(new FmeFlowEmulatorOptions
        {
            SchemaFiles = [.. Directory.GetFiles(AppContext.BaseDirectory, "*workspaces.json")],
        });
        WebApplicationBuilder builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(FormSite).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
        });
        builder.WebHost.UseUrls("http://127.0.0.1:0").UseStaticWebAssets();
        builder.Logging.SetMinimumLevel(LogLevel.Error);
        builder.Configuration["Fme:ServerUrl"] = flow.ServerUrl.AbsoluteUri;
        builder.Configuration["Fme:Token"] = flow.Token;
        builder.Services.AddFmeFlow(builder.Configuration.GetSection("Fme"));
        builder.Services.AddSingleton<SiteWorkspaces>();
        builder.Services.AddRazorComponents().AddInteractiveServerComponents();
        WebApplication app = builder.Build();
        app.UseAntiforgery();
        app.MapStaticAssets();
        app.MapFmeDownloads();
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode();
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new FormSite(flow, app);
    }

    /// <summary>A file on the server, which is deleted when its job has ended.</summary>
    public string ReadFile(string path)
    {
        using var reader = new StreamReader(Flow.Files.OpenRead(path));
        return reader.ReadToEnd();
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        await Flow.DisposeAsync();
    }
}
