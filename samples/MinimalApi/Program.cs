// A workspace as a web endpoint: validated, documented, with options as enums in the OpenAPI document.
// Without arguments it calls itself and exits; with --serve it keeps running; with --document it prints its OpenAPI document.
// FME Flow is an emulator in this process.
using System.Net;
using FmeTyped.Testing;
using MinimalApi.Fme.Planning;

bool serves = args.Contains("--serve");
await using FmeFlowEmulator flow = await FmeFlowEmulator.StartAsync(new() { SchemaFiles = [Path.Combine(AppContext.BaseDirectory, "workspaces.json")] });

WebApplicationBuilder builder = WebApplication.CreateBuilder();
builder.WebHost.UseUrls(serves ? "http://127.0.0.1:5081" : "http://127.0.0.1:0");
builder.Logging.SetMinimumLevel(LogLevel.Error);
builder.Services.AddFmeFlow(options => (options.ServerUrl, options.Token) = (flow.ServerUrl, flow.Token));
builder.Services.AddDataProtection();
builder.Services.AddOpenApi();

await using WebApplication app = builder.Build();
app.MapFmeWorkspace<ParcelReport>("/reports");
app.MapOpenApi();
await app.StartAsync();
using var http = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
string document = await http.GetStringAsync("/openapi/v1.json");
if (args.Contains("--document"))
{
    Console.WriteLine(document);
    return 0;
}

Console.WriteLine($"POST to {app.Urls.Single()}/reports; described at /openapi/v1.json");
if (serves)
{
    await app.WaitForShutdownAsync();
    return 0;
}

using HttpResponseMessage posted = await http.PostAsJsonAsync("/reports", new ParcelReport { ParcelId = "17/4", Distance = 120 });
string status = await http.GetStringAsync(posted.Headers.Location);
using HttpResponseMessage refused = await http.PostAsJsonAsync("/reports", new Dictionary<string, int> { ["DISTANCE"] = 900 });
Console.WriteLine($"{(int)posted.StatusCode}, then {status}\n{(int)refused.StatusCode} {await refused.Content.ReadAsStringAsync()}");
return status.Contains("succeeded") && refused.StatusCode == HttpStatusCode.BadRequest && document.Contains("\"A3\"") ? 0 : 1;
