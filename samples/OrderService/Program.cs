// Accepts an order with a zip file, returns a number at once, and the result on request. Another request resumes the job, even after a restart.
// Without arguments it places an order with itself and exits; with --serve it keeps running. FME Flow is an emulator in this process.
using FmeTyped.Testing;
using OrderService;

bool serves = args.Contains("--serve");
await using FmeFlowEmulator flow = await PlotFlow.StartAsync();
await using WebApplication app = OrderApp.Create(
    options => (options.ServerUrl, options.Token) = (flow.ServerUrl, flow.Token),
    serves ? "http://127.0.0.1:5080" : "http://127.0.0.1:0");
await app.StartAsync();
Console.WriteLine($"orders at {app.Urls.Single()}/orders");
if (!serves)
{
    return await Customer.OrderAsync(new Uri(app.Urls.Single())) ? 0 : 1;
}

await app.WaitForShutdownAsync();
return 0;
