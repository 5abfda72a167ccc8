// A generated request is the body of a minimal API: validated, documented, with options as enums in the OpenAPI document.
// Without arguments it calls itself and exits; with --serve it keeps running. FME Flow is an emulator in this process.
using FmeTyped.Testing;
using MinimalApi;
using MinimalApi.Fme.Planning;

bool serves = args.Contains("--serve");
await using FmeFlowEmulator flow = await FmeFlowEmulator.StartAsync(new FmeFlowEmulatorOptions
{
    SchemaFiles = [Path.Combine(AppContext.BaseDirectory, "workspaces.json")],
});
flow.OnRun<ParcelReport>(report => FmeJobOutcome.Success(("Neighbours", report.Distance ?? 0)));

await using WebApplication app = ReportApp.Create(
    options => (options.ServerUrl, options.Token) = (flow.ServerUrl, flow.Token),
    serves ? "http://127.0.0.1:5081" : "http://127.0.0.1:0");
await app.StartAsync();
Console.WriteLine($"reports at {app.Urls.Single()}/reports, described at /openapi/v1.json");
if (!serves)
{
    return await Caller.CallAsync(new Uri(app.Urls.Single())) ? 0 : 1;
}

await app.WaitForShutdownAsync();
return 0;
