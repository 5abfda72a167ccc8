using Alone.Fme.Samples;
using FmeTyped;

using var fme = new FmeFlowClient(new FmeFlowOptions { ServerUrl = new("https://fme.example.com"), Token = "token" });
Console.WriteLine($"{fme.GetJob(42).Id} {AustinDownload.Descriptor.Workspace}");
