// Forms for the workspaces of the schema files, and a page for their jobs. FME Flow is an emulator in this process. With --serve it keeps running.
using FmeTyped.Testing;
await using var flow = await FmeFlowEmulator.StartAsync(new() { SchemaFiles = [.. Directory.GetFiles(AppContext.BaseDirectory, "*workspaces.json")] });
WebApplicationBuilder builder = WebApplication.CreateBuilder(args);
builder.WebHost.UseStaticWebAssets().UseUrls(args.Contains("--serve") ? "http://127.0.0.1:5082" : "http://127.0.0.1:0");
builder.Services.AddFmeFlow(options => (options.ServerUrl, options.Token) = (flow.ServerUrl, flow.Token));
builder.Services.AddRazorComponents();
await using WebApplication app = builder.Build();
app.UseAntiforgery();
app.MapStaticAssets();
app.MapFmeDownloads();
app.MapRazorComponents<WorkspaceForm.Components.App>();
await app.StartAsync();
using var visitor = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
int values = (await visitor.GetStringAsync("/Roads/survey.fmw")).Split("data-fme-field=").Length - 1;
Console.WriteLine($"forms at {app.Urls.First()}, one of them for {values} values");
await (args.Contains("--serve") ? app.WaitForShutdownAsync() : app.StopAsync());
