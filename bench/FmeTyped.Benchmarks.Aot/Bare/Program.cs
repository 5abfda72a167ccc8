using System.Diagnostics;
using System.Globalization;
using System.Net;
using FmeTyped.Benchmarks.Contestants;
using FmeTyped.Benchmarks.Orders;

// Bare <server> <token>: submits one job with nothing but HttpClient and waits for its end. The handler has the settings of FmeTyped's own.
long start = Stopwatch.GetTimestamp();
using var http = new HttpClient(new SocketsHttpHandler
{
    AllowAutoRedirect = false,
    UseCookies = false,
    AutomaticDecompression = DecompressionMethods.All,
    PooledConnectionLifetime = TimeSpan.FromMinutes(5),
});
var order = new AustinDto
{
    Themes = ["airports", "cenart"],
    Coordsys = "LL84",
    FormatGeneric = "SHAPE",
    Minx = -97.75,
    Miny = 30.25,
    Maxx = -97.5,
    Maxy = 42,
    BboxCoordsys = "LL84",
};
HandWrittenResult result = await new HandWrittenClient(http, new Uri(args[0]), args[1]).RunAsync(order, CancellationToken.None);
string call = Stopwatch.GetElapsedTime(start).TotalMilliseconds.ToString(CultureInfo.InvariantCulture);
Console.WriteLine($"{result.Id} {result.Status} {result.FeatureCount} {call}");
Console.ReadLine(); // So that it can be looked at.
