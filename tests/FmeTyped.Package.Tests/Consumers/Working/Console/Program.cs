using Acme.Fme.Roads;
using Acme.Fme.Samples;
using Acme.Fme.Water;
using FmeTyped;
using FmeTyped.Testing;
using static Acme.Fme.Samples.AustinDownload;

await using FmeFlowEmulator emulator = await FmeFlowEmulator.StartAsync(new FmeFlowEmulatorOptions
{
    SchemaFiles = [Path.Combine(AppContext.BaseDirectory, "workspaces.json")],
});
emulator.OnRun<AustinDownload>(order => FmeJobOutcome.Success(("airports", (long)(order.Maxy ?? 0))));

using var fme = new FmeFlowClient(new FmeFlowOptions { ServerUrl = emulator.ServerUrl, Token = emulator.Token });
FmeJobResult result = await fme.RunAsync(new AustinDownload { Themes = [ThemesOption.Airports, ThemesOption.Cenart], Maxy = 42 });
Console.WriteLine($"{result.FeatureCount} features");

IFmeRequest[] others = [new InspectRoads { Region = "north" }, new InspectWater { Region = "south" }];
foreach (IFmeRequest other in others)
{
    Console.WriteLine($"{other.Descriptor.Repository}/{other.Descriptor.Workspace}");
}
