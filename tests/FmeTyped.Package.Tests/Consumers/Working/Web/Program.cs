using FmeTyped;
using Web.Fme.Forest;
using Web.Fme.Samples;

// Answers one request of its own, and ends.
await using WebApplication app = WebApplication.Create();
app.Urls.Add("http://127.0.0.1:0");
app.MapGet("/workspaces", () => new[] { AustinDownload.Descriptor, InspectForest.Descriptor }.Select(workspace => workspace.Workspace));
await app.StartAsync();
using var http = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
Console.WriteLine(await http.GetStringAsync("/workspaces"));
