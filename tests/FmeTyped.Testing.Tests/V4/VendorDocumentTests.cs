using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using FmeTyped.Schema.Tests.Fmw;
using Microsoft.AspNetCore.Routing;

namespace FmeTyped.Testing.Tests.V4;

/// <summary>Every response of version 4 against the vendor's document. What deviates is a defect of the document, and has a second source.</summary>
public sealed partial class VendorDocumentTests
{
    private const string Root = "/fmeapiv4";
    private const string Temp = "/resources/connections/FME_SHAREDRESOURCE_TEMP";
    private const string Workspace = "/workspaces/Samples/austinDownload.fmw";
    private const string Automation = "fe5ff09a-1c84-45b9-b824-b18c29d76b65";
    private const string Submission = """
        {"repository":"Samples","workspace":"austinDownload.fmw","publishedParameters":{"MAXY":"42","THEMES":["airports"]},"directives":{"key":"1"}}
        """;

    private const string Engines = "The fmeflow-cli fixture of engines has it.";
    private const string Jobs = "The fmeflow-cli fixtures of jobs have it so.";
    private const string Values = "Untyped in the document's text; the vendor's article on submitting and fmeflow-cli send texts and lists of texts.";
    private const string Result = "The vendor's article on submitting through version 4; later than the document.";
    private const string Repositories = "The fmeflow-cli fixtures of repositories spell it so.";
    private const string Tokens = "The fmeflow-cli fixture of a new token has USER.";
    private const string Workspaces = "The fmeflow-cli fixture of a workspace has it.";
    private const string Parameters = "Typed as maps of objects; the FME JSON GUI, and two clients that read the route, have texts and flags.";
    private const string Submitted = "The fmeflow-cli fixture of a submission, and Products.Reportek, which reads the id with 202.";
    private const string Sync = "fmeflow-cli calls it from build 26018 on; later than the document.";
    private const string Files = "The document says in words that each file's outcome is told. The form is A042.";
    private const string Webhooks = "The address of a program in use; the document has no webhooks.";
    private const string Errors = "The document has responses of success only; the fmeflow-cli fixtures of errors have message and details.";

    /// <summary>The document's known defects, each with what knows better.</summary>
    private static readonly Dictionary<string, string> Known = new()
    {
        ["GET /engines 200: NoAdditionalPropertiesAllowed at #/items[].assignedQueues"] = Engines,
        ["GET /jobs 200: NotInEnumeration at #/items[].queueType"] = Jobs,
        ["GET /jobs/{id} 200: NoAdditionalPropertiesAllowed at #/description"] = Jobs,
        ["GET /jobs/{id} 200: NotInEnumeration at #/queueType"] = Jobs,
        ["GET /jobs/{id} 200: ObjectExpected at #/publishedParameters.MAXY"] = Values,
        ["GET /jobs/{id} 200: ObjectExpected at #/publishedParameters.THEMES"] = Values,
        ["GET /jobs/{id}/result 200: no such operation"] = Result,
        ["GET /repositories 200: NoAdditionalPropertiesAllowed at #/items[].sharable"] = Repositories,
        ["GET /repositories/{repository} 200: NoAdditionalPropertiesAllowed at #/sharable"] = Repositories,
        ["GET /tokens 200: NotInEnumeration at #/items[].type"] = Tokens,
        ["GET /tokens/{id} 200: NotInEnumeration at #/type"] = Tokens,
        ["POST /tokens 201: NotInEnumeration at #/type"] = Tokens,
        ["GET /workspaces/{repository}/{workspace} 200: NoAdditionalPropertiesAllowed at #/properties"] = Workspaces,
        ["GET /workspaces/{repository}/{workspace} 200: ObjectExpected at #/parameters[].defaultValue"] = Parameters,
        ["GET /workspaces/{repository}/{workspace} 200: ObjectExpected at #/parameters[].name"] = Parameters,
        ["GET /workspaces/{repository}/{workspace} 200: ObjectExpected at #/parameters[].prompt"] = Parameters,
        ["GET /workspaces/{repository}/{workspace} 200: ObjectExpected at #/parameters[].required"] = Parameters,
        ["GET /workspaces/{repository}/{workspace} 200: ObjectExpected at #/parameters[].type"] = Parameters,
        ["GET /workspaces/{repository}/{workspace}/parameters 200: ObjectExpected at #/[].defaultValue"] = Parameters,
        ["GET /workspaces/{repository}/{workspace}/parameters 200: ObjectExpected at #/[].name"] = Parameters,
        ["GET /workspaces/{repository}/{workspace}/parameters 200: ObjectExpected at #/[].prompt"] = Parameters,
        ["GET /workspaces/{repository}/{workspace}/parameters 200: ObjectExpected at #/[].required"] = Parameters,
        ["GET /workspaces/{repository}/{workspace}/parameters 200: ObjectExpected at #/[].type"] = Parameters,
        ["POST /jobs 202: the body is not described"] = Submitted,
        ["POST /jobs/sync 200: no such operation"] = Sync,
        ["POST /resources/connections/{connection}/delete 207: the body is not described"] = Files,
        ["POST /resources/connections/{connection}/upload 207: the body is not described"] = Files,
        ["POST /workspaces/{repository}/upload 207: the body is not described"] = Files,
        ["POST /automations/{automation}/{trigger}/message 202: no such operation"] = Webhooks,
        ["PUT /automations/{automation}/{trigger}/message 202: no such operation"] = Webhooks,
        ["DELETE /automations/{automation}/{trigger}/message 202: no such operation"] = Webhooks,
        ["errors: not in the document"] = Errors,
    };

    private static readonly (string Method, string Path, string? Body)[] Calls =
    [
        ("GET", "/healthcheck/liveness", null),
        ("GET", "/healthcheck/readiness?includeDetails=true", null),
        ("POST", "/tokens", """{"name":"n","description":"d","enabled":true,"customPermissions":false,"secondsToExpiry":60}"""),
        ("GET", "/tokens", null),
        ("GET", "/tokens/00000000-0000-0000-0000-000000000000", null),
        ("GET", "/tokens/{token}", null),
        ("DELETE", "/tokens/00000000-0000-0000-0000-000000000000", null),
        ("GET", "/repositories", null),
        ("GET", "/repositories/Samples", null),
        ("GET", "/repositories/None", null),
        ("GET", "/repositories/Samples/items", null),
        ("GET", "/workspaces", null),
        ("GET", Workspace, null),
        ("GET", "/workspaces/Samples/none.fmw", null),
        ("GET", $"{Workspace}/parameters", null),
        ("GET", $"{Workspace}/services", null),
        ("GET", $"{Workspace}/download", null),
        ("GET", "/workspaces/Other/files.fmw/download", null),
        ("POST", "/jobs", Submission),
        ("POST", "/jobs", """{"repository":"Samples","workspace":"austinDownload.fmw","publishedParameters":{"MAXY":"x"}}"""),
        ("POST", "/jobs", "{"),
        ("POST", "/jobs/sync", Submission),
        ("GET", "/jobs?status=success&status=running&status=queued", null),
        ("GET", "/jobs", null),
        ("GET", "/jobs/1", null),
        ("GET", "/jobs/99", null),
        ("GET", "/jobs/1/log", null),
        ("GET", "/jobs/1/log/parsed", null),
        ("GET", "/jobs/1/result", null),
        ("GET", "/jobs/3/result", null),
        ("POST", "/jobs/1/cancel", null),
        ("POST", "/jobs/99/cancel", null),
        ("POST", "/jobs/3/cancel", null),
        ("DELETE", "/jobs/1", null),
        ("DELETE", "/jobs/99", null),
        ("GET", "/queues", null),
        ("GET", "/queues/Night", null),
        ("GET", "/queues/None", null),
        ("GET", "/engines", null),
        ("GET", "/license/status", null),
        ("GET", "/resources/connections", null),
        ("GET", Temp, null),
        ("GET", "/resources/connections/NONE", null),
        ("POST", $"{Temp}/upload?path=/in", "a.txt"),
        ("POST", $"{Temp}/upload?path=/in", "a.txt"),
        ("POST", $"{Temp}/directory", """{"path":"/in","directoryName":"new"}"""),
        ("POST", $"{Temp}/directory", """{"path":"/in","directoryName":"new"}"""),
        ("GET", $"{Temp}/info?path=/in", null),
        ("GET", $"{Temp}/info", null),
        ("GET", $"{Temp}/download?path=/in/a.txt", null),
        ("POST", $"{Temp}/download", """{"path":"/in/a.txt"}"""),
        ("POST", $"{Temp}/downloadzip", """{"path":"/","items":["in"],"zipFileName":"in.zip"}"""),
        ("POST", $"{Temp}/delete", """{"path":"/in","items":["new"]}"""),
        ("POST", $"{Temp}/delete", """{"path":"/in","items":["new"]}"""),
        ("DELETE", $"{Temp}/item?path=/in", null),
        ("DELETE", $"{Temp}/item?path=/in", null),
        ("POST", "/repositories", """{"name":"City","description":"d"}"""),
        ("POST", "/repositories", """{"name":"City"}"""),
        ("POST", "/repositories", "{}"),
        ("POST", "/workspaces/City/upload", "trees.fmw"),
        ("POST", "/workspaces/City/upload", "trees.fmw"),
        ("POST", "/repositories/City/items/upload?overwrite=true", "trees.fmw"),
        ("GET", "/workspaces/City/trees.fmw", null),
        ("GET", "/repositories/City/items/trees.fmw/download", null),
        ("DELETE", "/workspaces/City/trees.fmw", null),
        ("DELETE", "/repositories/City/items/trees.fmw", null),
        ("DELETE", "/repositories/City", null),
        ("DELETE", "/repositories/City", null),
        ("POST", "/topics", """{"name":"T","description":"d"}"""),
        ("POST", "/topics", """{"name":"T"}"""),
        ("GET", "/topics", null),
        ("GET", "/topics/T", null),
        ("PUT", "/topics/T", """{"description":"e"}"""),
        ("POST", "/topics/T/message", """{"a":1}"""),
        ("POST", "/topics/T/message", """{"a":[1]}"""),
        ("POST", "/topics/T/message/subscribercontent", """{"a":1}"""),
        ("DELETE", "/topics/T", null),
        ("DELETE", "/topics/T", null),
        ("GET", "/accounts", null),
        ("GET", "/accounts/00000000-0000-0000-0000-000000000001", null),
        ("GET", "/accounts/00000000-0000-0000-0000-000000000000", null),
        ("POST", $"/automations/{Automation}/trigger", null),
        ("POST", $"/automations/{Automation}/{Automation}/message", "{}"),
        ("PUT", $"/automations/{Automation}/{Automation}/message", "{}"),
        ("DELETE", $"/automations/{Automation}/{Automation}/message", "{}"),
    ];

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [CorpusFact]
    public async Task Every_route_answers_as_the_document_says()
    {
        var document = new ResponseValidator();
        await using Flow flow = await Flow.StartInProcessAsync();
        int submitted = 0;
        string token = (await flow.GetAsync($"{Root}/tokens")).GetProperty("items")[0].GetProperty("id").GetString()!;
        flow.Emulator.OnRun<AustinDownload>(_ => ++submitted == 3
            ? FmeJobOutcome.NeverEnds()
            : FmeJobOutcome.Success(("Roads", 3)) with { Files = [FmeResultFile.From("a.txt", "1")], Warnings = ["w"] });
        Dictionary<(string Method, string Route), Regex> routes = flow.Emulator.Routes
            .Where(route => route.RoutePattern.RawText!.StartsWith(Root, StringComparison.Ordinal))
            .SelectMany(route => (route.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? [])
                .Select(method => (Method: method, Route: route.RoutePattern.RawText![Root.Length..].TrimEnd('/'))))
            .ToDictionary(route => route, route =>
                new Regex($"^{Part().Replace(Regex.Escape(route.Route).Replace("\\{", "{", StringComparison.Ordinal), "[^/]+")}$"));
        var reached = new HashSet<(string Method, string Route)>();
        var deviations = new SortedSet<string>(StringComparer.Ordinal);
        foreach ((string method, string path, string? body) in Calls)
        {
            if (path == "/jobs/3/result")
            {
                await flow.PostAsync($"{Root}/jobs", Submission, HttpStatusCode.Accepted);
            }

            string target = path.Replace("{token}", token, StringComparison.Ordinal);
            (string Method, string Route) route = routes
                .Where(one => one.Key.Method == method && one.Value.IsMatch(target.Split('?')[0]))
                .OrderBy(one => one.Key.Route.Count(c => c == '{')).First().Key;
            using var request = new HttpRequestMessage(new HttpMethod(method), Root + target) { Content = Content(body) };
            if (path == "/tokens" && method == "POST")
            {
                request.Headers.Authorization = new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes("admin:secret")));
            }

            using HttpResponseMessage response = await flow.Http.SendAsync(request, Cancelled);
            reached.Add(route);
            deviations.UnionWith(await document.DeviationsAsync(
                request.Method, Constraint().Replace(route.Route, "}"), response.StatusCode, response.Content, Cancelled));
        }

        Assert.Equal([], routes.Keys.Except(reached));
        string[] unknown = [.. deviations.Except(Known.Keys)];
        string[] gone = [.. Known.Keys.Except(deviations)];
        Assert.True(unknown.Length + gone.Length == 0, $"Not known:\n{string.Join('\n', unknown)}\nKnown and not met:\n{string.Join('\n', gone)}");
    }

    [CorpusFact]
    public async Task The_document_finds_what_is_wrong()
    {
        var document = new ResponseValidator();
        using var wrong = new StringContent(
            """{"items":[{"name":"n","fileCount":"1","sharable":true}],"totalCount":1,"limit":1,"offset":0}""", Encoding.UTF8, "application/json");
        IReadOnlyList<string> deviations = await document.DeviationsAsync(HttpMethod.Get, "/repositories", HttpStatusCode.OK, wrong, Cancelled);
        Assert.Equal(2, deviations.Count);
        Assert.All(deviations, deviation => Assert.StartsWith("GET /repositories 200: ", deviation, StringComparison.Ordinal));
        using var text = new StringContent("""{"message":"m","code":1}""", Encoding.UTF8, "application/json");
        Assert.Contains("GET /jobs 422: unknown member code",
            await document.DeviationsAsync(HttpMethod.Get, "/jobs", HttpStatusCode.UnprocessableEntity, text, Cancelled));
    }

    private static HttpContent? Content(string? body) => body switch
    {
        null => null,
        "trees.fmw" => new MultipartFormDataContent { { new ByteArrayContent(new WorkspaceText().ToBytes()), "files", body } },
        "a.txt" => new MultipartFormDataContent { { new StringContent("1"), "files", body } },
        _ => new StringContent(body, Encoding.UTF8, "application/json"),
    };

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Part();

    [GeneratedRegex(@":[a-z]+\}")]
    private static partial Regex Constraint();
}
