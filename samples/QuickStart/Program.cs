// The article "Submitting a Job through the FME Server REST API", step by step and typed.
// Runs against an emulator in this process; with FME_URL and FME_TOKEN set, against your server.
using FmeTyped;
using QuickStart;
using QuickStart.Fme.Samples;
using static QuickStart.Fme.Samples.AustinDownload;

await using Server server = await Server.StartAsync();
using var fme = new FmeFlowClient(server.Options);
Console.WriteLine($"FME Flow at {server.Options.ServerUrl} ({(server.IsEmulated ? "emulated" : "real")})");

Story.Heading("Part 1: transact, the server's own synchronous call");
var airports = new AustinDownload { Themes = [ThemesOption.Airports, ThemesOption.Cenart], Maxy = 42 };
FmeJobResult first = await fme.TransactAsync(airports);
Story.Tell(first);
server.Expect(4812, first.FeatureCount);

AustinDownload railroad = airports with { Themes = [ThemesOption.Railroad, ThemesOption.Streetcl] };
FmeJobResult second = await fme.TransactAsync(railroad);
Story.Tell(second);
server.Expect(61870, second.FeatureCount);

Story.Heading("Part 2: submit, and follow the job");
FmeJob job = await fme.SubmitAsync(airports);
Console.WriteLine($"submitted as job {job.Id}");
FmeJobResult end = await job.WaitAsync(new FmeWaitOptions { InitialDelay = TimeSpan.FromMilliseconds(100), Progress = new StatusPrinter() });
Story.Tell(end);
server.Expect(4812, end.FeatureCount);

if (await job.GetFeatureCountsAsync() is { } counts)
{
    Console.WriteLine("Features Written Summary");
    foreach ((string featureType, long count) in counts)
    {
        Console.WriteLine($"  {featureType,-10} {count,6}");
    }
}

Story.Heading("What goes wrong, and who says so");
(string parcel, long distance) = ("", 900); // Values as they may come from a form; for constants the compiler warns (FME1010, FME1011).
await Story.FailsAsync("a required parameter left empty, refused here", () => fme.SubmitAsync(
    new QuickStart.Fme.Planning.ParcelReport { ParcelId = parcel, Distance = distance }));
await Story.FailsAsync("a workspace the server does not have (404)", () => fme.SubmitAsync(new MisspeltWorkspace(airports)));
await Story.FailsAsync("an option the server no longer has (422)", () => fme.SubmitAsync(new OutdatedRequest()));
using var stranger = new FmeFlowClient(new FmeFlowOptions { ServerUrl = server.Options.ServerUrl, Token = "not-a-token" });
await Story.FailsAsync("a token the server does not know (401)", () => stranger.SubmitAsync(airports));

return server.AllAsExpected ? 0 : 1;
