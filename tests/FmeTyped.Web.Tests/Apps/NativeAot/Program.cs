using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Bindings.Fme.Planning;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

// A web app in native code: it serves a generated request and a workspace, and posts to itself.
WebApplicationBuilder builder = WebApplication.CreateSlimBuilder(args);
builder.WebHost.UseUrls("http://127.0.0.1:0");
builder.Logging.ClearProviders();
builder.Services.ConfigureHttpJsonOptions(options => options.SerializerOptions.TypeInfoResolverChain.Insert(0, AppJson.Default));
builder.Services.AddValidation();
builder.Services.AddProblemDetails();
builder.Services.AddFmeFlow(options => (options.ServerUrl, options.Token) = (new Uri("http://127.0.0.1:9"), "none"));
builder.Services.AddDataProtection();
builder.Services.AddOpenApi();
await using WebApplication app = builder.Build();
app.MapPost("/surveys", (Survey survey) => survey);
app.MapFmeWorkspace<Survey>("/jobs");
app.MapOpenApi();
await app.StartAsync();

using var http = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
foreach (string body in (string[])[
    """{"THEMES":["airports"],"PAPER":"A4","OWNERS":"Yes","SHARE":1,"FRAME":"{\"Width\":1,\"Height\":2}"}""",
    """{"THEMES":[],"SHARE":1,"SHEETS":10}""",
])
{
    using var content = new StringContent(body, Encoding.UTF8, "application/json");
    using HttpResponseMessage answer = await http.PostAsync(new Uri("/surveys", UriKind.Relative), content);
    string text = await answer.Content.ReadAsStringAsync();
    using JsonDocument json = JsonDocument.Parse(text);
    Console.WriteLine($"{(int)answer.StatusCode} {(json.RootElement.TryGetProperty("errors", out JsonElement errors)
        ? string.Join(' ', errors.EnumerateObject().Select(error => error.Name))
        : text)}");
}

// A body that is wrong, and one that is right for a server that nobody is at.
foreach (string body in (string[])["""{"SHEETS":10,"SHARE":1}""", """{"THEMES":["airports"],"SHARE":1}"""])
{
    using var content = new StringContent(body, Encoding.UTF8, "application/json");
    using HttpResponseMessage answer = await http.PostAsync(new Uri("/jobs", UriKind.Relative), content);
    using JsonDocument json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
    Console.WriteLine($"{(int)answer.StatusCode} {(json.RootElement.TryGetProperty("errors", out JsonElement errors)
        ? string.Join(' ', errors.EnumerateObject().Select(error => error.Name))
        : json.RootElement.GetProperty("title").GetString())}");
}

using JsonDocument document = JsonDocument.Parse(await http.GetStringAsync(new Uri("/openapi/v1.json", UriKind.Relative)));
Console.WriteLine(string.Join(' ', document.RootElement.GetProperty("paths").EnumerateObject().Select(path => path.Name)));

[JsonSerializable(typeof(Survey))]
internal sealed partial class AppJson : JsonSerializerContext;
