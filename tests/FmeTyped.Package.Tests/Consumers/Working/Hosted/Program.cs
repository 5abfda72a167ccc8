using FmeTyped;
using Hosted.Fme.Samples;
using Microsoft.Extensions.DependencyInjection;

var services = new ServiceCollection();
services.AddFmeFlow(options =>
{
    options.ServerUrl = new("https://fme.example.com");
    options.Token = "token";
});
services.AddHealthChecks().AddFmeFlow();
using ServiceProvider provider = services.BuildServiceProvider();
Console.WriteLine($"{provider.GetRequiredService<FmeFlowClient>().GetJob(42).Id} {AustinDownload.Descriptor.Workspace}");
