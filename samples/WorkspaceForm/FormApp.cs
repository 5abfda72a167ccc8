using FmeTyped;
using WorkspaceForm.Components;

namespace WorkspaceForm;

/// <summary>The application: pages that are rendered on the server and work without scripts.</summary>
internal static class FormApp
{
    public static WebApplication Create(Action<FmeFlowOptions> flow, string url)
    {
        WebApplicationBuilder builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseUrls(url);
        builder.Logging.SetMinimumLevel(LogLevel.Error);
        builder.Services.AddFmeFlow(flow);
        builder.Services.AddSingleton(new Workspaces(typeof(FormApp).Assembly));
        builder.Services.AddRazorComponents();
        WebApplication app = builder.Build();
        app.UseStaticFiles();
        app.UseAntiforgery();
        app.MapRazorComponents<App>();
        return app;
    }
}
