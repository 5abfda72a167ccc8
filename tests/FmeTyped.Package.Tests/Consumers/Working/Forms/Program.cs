using System.Net;
using System.Text.RegularExpressions;
using FmeTyped.Testing;
using Forms.Components;

// Fills in its own form as a browser does, and ends.
await using FmeFlowEmulator flow = await FmeFlowEmulator.StartAsync(new() { SchemaFiles = [Path.Combine(AppContext.BaseDirectory, "workspaces.json")] });
WebApplicationBuilder builder = WebApplication.CreateBuilder();
builder.Logging.ClearProviders();
builder.WebHost.UseStaticWebAssets().UseUrls("http://127.0.0.1:0");
builder.Services.AddFmeFlow(options => (options.ServerUrl, options.Token) = (flow.ServerUrl, flow.Token));
builder.Services.AddRazorComponents();
await using WebApplication app = builder.Build();
app.UseAntiforgery();
app.MapStaticAssets();
app.MapRazorComponents<App>();
await app.StartAsync();

using var http = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
string form = await http.GetStringAsync("/report");
string style = await http.GetStringAsync(Regex.Match(form, "<link rel=\"stylesheet\" href=\"([^\"]*)\"").Groups[1].Value);
string script = await http.GetStringAsync("/_content/FmeTyped.Blazor/FmeTyped.Blazor.lib.module.js");
Dictionary<string, string> values = Regex.Matches(form, "<input type=\"hidden\" name=\"(_[^\"]*)\" value=\"([^\"]*)\"")
    .ToDictionary(hidden => hidden.Groups[1].Value, hidden => WebUtility.HtmlDecode(hidden.Groups[2].Value));
values["value:PARCEL_ID"] = "4711";
using HttpResponseMessage job = await http.PostAsync("/report", new FormUrlEncodedContent(values));
Console.WriteLine($"style {style.Contains("--fme-accent")}, script {script.Contains("data-fme-form")}, {Regex.Match(await job.Content.ReadAsStringAsync(), "Job \\d+").Value}");
Console.WriteLine($"sent {flow.Submissions.Single().Parameters["PARCEL_ID"].Text}");
