using FmeTyped;
using Typed.Fme.Samples;
using static Typed.Fme.Samples.AustinDownload;

// Typed <server> <token>: submits one job with FmeTyped and waits for its end.
using var fme = new FmeFlowClient(new FmeFlowOptions { ServerUrl = new Uri(args[0]), Token = args[1], ApiVersion = FmeApiVersion.V4 });
var order = new AustinDownload
{
    Themes = [ThemesOption.Airports, ThemesOption.Cenart],
    Coordsys = CoordsysOption.LL84,
    FormatGeneric = FormatGenericOption.Shape,
    Minx = -97.75,
    Miny = 30.25,
    Maxx = -97.5,
    Maxy = 42,
    BboxCoordsys = FmeCoordinateSystem.LL84,
};
FmeJobResult result = await fme.RunAsync(order);
Console.WriteLine($"{result.Id} {result.Status} {result.FeatureCount}");
Console.ReadLine(); // So that it can be looked at.
