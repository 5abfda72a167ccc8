// A report for each parcel, every night. The journal records what was done: an interrupted night continues where it stopped.
// Here the first start stops in the middle, and the second one completes the rest, against an emulator in this process.
using FmeTyped;
using FmeTyped.Testing;
using NightlyBatch;
using NightlyBatch.Fme.Planning;

string[] parcels = ["17/1", "17/2", "17/3", "17/4", "17/5", "17/6"];
await using FmeFlowEmulator flow = await FmeFlowEmulator.StartAsync(new FmeFlowEmulatorOptions
{
    SchemaFiles = [Path.Combine(AppContext.BaseDirectory, "workspaces.json")],
});
flow.OnRun<ParcelReport>(report => report.ParcelId == "17/2" ? FmeJobOutcome.Failure("Its boundary is not closed") : FmeJobOutcome.Success(("Report", 1)));
using var fme = new FmeFlowClient(new FmeFlowOptions { ServerUrl = flow.ServerUrl, Token = flow.Token });

string folder = Directory.CreateTempSubdirectory("nightly").FullName;
try
{
    var night = new Night(fme, Path.Combine(folder, "reports.journal"));

    Console.WriteLine("first start, stopped after two reports");
    await night.RunAsync(parcels, stopAfter: 2);

    Console.WriteLine("second start");
    IReadOnlyList<FmeBatchOutcome> outcomes = await night.RunAsync(parcels);

    int jobs = flow.Submissions.Count;
    Console.WriteLine($"{parcels.Length} parcels, {jobs} jobs");
    return jobs == parcels.Length && outcomes.Count == parcels.Length && outcomes.Count(outcome => outcome == FmeBatchOutcome.Skipped) >= 2 ? 0 : 1;
}
finally
{
    Directory.Delete(folder, recursive: true);
}
