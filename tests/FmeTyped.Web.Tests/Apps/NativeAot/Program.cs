using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Bindings.Fme.Planning;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

// A web app in native code: it serves a generated request, and posts two to itself.
WebApplicationBuilder builder = WebApplication.CreateSlimBuilder(args);
builder.WebHost.UseUrls("http://127.0.0.1:0");
builder.Logging.ClearProviders();
builder.Services.ConfigureHttpJsonOptions(options => options.SerializerOptions.TypeInfoResolverChain.Insert(0, AppJson.Default));
builder.Services.AddValidation();
builder.Services.AddProblemDetails();
await using WebApplication app = builder.Build();
app.MapPost("/surveys", (Survey survey) => survey);
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

[JsonSerializable(typeof(Survey))]
internal sealed partial class AppJson : JsonSerializerContext;
