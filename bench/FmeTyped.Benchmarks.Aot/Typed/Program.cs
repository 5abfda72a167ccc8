using System.Diagnostics;
using System.Globalization;
using FmeTyped;
using Typed.Fme.Samples;
using static Typed.Fme.Samples.AustinDownload;

// Typed <server> <token>: submits one job with FmeTyped and waits for its end.
long start = Stopwatch.GetTimestamp();
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
string call = Stopwatch.GetElapsedTime(start).TotalMilliseconds.ToString(CultureInfo.InvariantCulture);
Console.WriteLine($"{result.Id} {result.Status} {result.FeatureCount} {call}");
Console.ReadLine(); // So that it can be looked at.

// What a feature adds to the size of the program. None of it runs.
if (args.Length > 2)
{
#if BATCH
    await foreach (FmeBatchItem<AustinDownload> item in fme.RunAllAsync([order]))
    {
        Console.WriteLine(item.Outcome);
    }
#endif
#if JOBS
    await foreach (FmeJobRecord job in fme.ListJobsAsync())
    {
        Console.WriteLine(job.Id);
    }
#endif
#if UPLOAD
    await fme.Resources.UploadAsync("FME_SHAREDRESOURCE_DATA", "in", FmeFile.FromPath(args[2]));
#endif
#if DOWNLOAD
    using FmeDownload data = await fme.DownloadAsync(order);
    await data.SaveAsync(args[2]);
#endif
#if WEBHOOK
    await fme.PostWebhookAsync("orders", args[2], Webhooks.Default.String);
#endif
}

#if WEBHOOK
[System.Text.Json.Serialization.JsonSerializable(typeof(string))]
internal sealed partial class Webhooks : System.Text.Json.Serialization.JsonSerializerContext;
#endif
