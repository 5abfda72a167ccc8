using Bindings.Fme.Planning;
using FmeTyped;

var options = new FmeFlowOptions { ServerUrl = new("https://fme.example.com"), Repositories = { ["Planing"] = "Planning-Test" } };
using var fme = new FmeFlowClient(options);
await fme.RunAsync(new ParcelReport { ParcelId = "", Distance = 900 });
Console.WriteLine(options.ServerUrl + "/fmejobsubmitter/Planning/parcelReport.fmw?PARCEL_ID=17");
