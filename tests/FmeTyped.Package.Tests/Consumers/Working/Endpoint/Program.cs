// What dotnet new web writes, three lines, the document, and an emulator to talk to.
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Endpoint.Fme.Planning;
using FmeTyped.Testing;

await using FmeFlowEmulator flow = await FmeFlowEmulator.StartAsync(new() { SchemaJson = File.ReadAllText(args[0]) });
var builder = WebApplication.CreateBuilder();
builder.WebHost.UseUrls("http://127.0.0.1:0");
builder.Logging.ClearProviders();
builder.Configuration["Fme:ServerUrl"] = flow.ServerUrl.AbsoluteUri;
builder.Configuration["Fme:Token"] = flow.Token;
builder.Services.AddFmeFlow(builder.Configuration.GetSection("Fme"));
builder.Services.AddDataProtection();
builder.Services.AddOpenApi();
var app = builder.Build();
app.MapFmeWorkspace<ParcelReport>("/reports");
app.MapOpenApi();
await app.StartAsync();

using var http = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
using var posted = await http.PostAsJsonAsync("/reports", new ParcelReport { ParcelId = "17/4" });
var status = await http.GetFromJsonAsync<JsonNode>(posted.Headers.Location);
var document = await http.GetFromJsonAsync<JsonNode>("/openapi/v1.json");
Console.WriteLine($"{(int)posted.StatusCode} {status!["state"]} {document!["components"]!["schemas"]!["ParcelReport"]!["properties"]!["PAPER_SIZE"]!["enum"]!.ToJsonString()}");
await app.StopAsync();
