// The jobs of a server as CSV: workspace, user, time in the queue, run time, outcome.
// Runs against an emulator in this process; with FME_URL and FME_TOKEN set, against your server, from which it only reads.
using FmeTyped;
using FmeTyped.Testing;
using JobHistory;
using JobHistory.Fme.Planning;

if (Environment.GetEnvironmentVariable("FME_URL") is { Length: > 0 } url)
{
    using var real = new FmeFlowClient(new FmeFlowOptions { ServerUrl = new Uri(url), Token = Environment.GetEnvironmentVariable("FME_TOKEN") });
    await CsvReport.WriteAsync(
        real.ListJobsAsync(new FmeJobQuery { States = FmeJobStates.Finished, FinishedFrom = DateTimeOffset.UtcNow.AddDays(-7) }), Console.Out);
    return 0;
}

await using FmeFlowEmulator flow = await FmeFlowEmulator.StartAsync(new FmeFlowEmulatorOptions
{
    SchemaFiles = [Path.Combine(AppContext.BaseDirectory, "workspaces.json")],
    RunTime = TimeSpan.FromMilliseconds(20),
});
flow.OnRun<ParcelReport>(report => report.ParcelId == "0/0" ? FmeJobOutcome.Failure("No such parcel") : FmeJobOutcome.Success(("Report", 1)));
using var fme = new FmeFlowClient(new FmeFlowOptions { ServerUrl = flow.ServerUrl, Token = flow.Token });

foreach (string parcel in new[] { "17/4", "0/0", "17/5" })
{
    _ = await fme.RunAsync(new ParcelReport { ParcelId = parcel }, new FmeRunOptions { Wait = new FmeWaitOptions { ThrowOnFailure = false } });
}

using var text = new StringWriter();
int jobs = await CsvReport.WriteAsync(fme.ListJobsAsync(new FmeJobQuery { States = FmeJobStates.Finished }), text);
Console.Write(text);
return jobs == 3 && text.ToString().Split("\"failure\"").Length == 2 ? 0 : 1;
