// A form for each workspace of the schema files, built at run time from the metadata of the generated types: nothing here is specific to
// one workspace. Without arguments it visits itself and exits; with --serve it keeps running. FME Flow is an emulator in this process.
using FmeTyped.Testing;
using WorkspaceForm;

bool serves = args.Contains("--serve");
await using FmeFlowEmulator flow = await RoadFlow.StartAsync();
await using WebApplication app = FormApp.Create(
    options => (options.ServerUrl, options.Token) = (flow.ServerUrl, flow.Token),
    serves ? "http://127.0.0.1:5082" : "http://127.0.0.1:0");
await app.StartAsync();
Console.WriteLine($"forms at {app.Urls.Single()}");
if (!serves)
{
    return await Visitor.VisitAsync(new Uri(app.Urls.Single())) ? 0 : 1;
}

await app.WaitForShutdownAsync();
return 0;
