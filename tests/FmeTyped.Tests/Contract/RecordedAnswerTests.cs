using System.Globalization;
using FmeTyped.Tests.Sample;
using FmeTyped.Tests.Server;

namespace FmeTyped.Tests.Contract;

/// <summary>The client reads every answer that is recorded, over HTTP, as whoever recorded it got it.</summary>
public sealed class RecordedAnswerTests
{
    private const string Submit3 = "/fmerest/v3/transformations/submit/Samples/austinDownload.fmw";
    private const string Transact3 = "/fmerest/v3/transformations/transact/Samples/austinDownload.fmw";
    private const string Jobs3 = "/fmerest/v3/transformations/jobs";
    private const string Jobs4 = "/fmeapiv4/jobs";
    private const string Item3 = "/fmerest/v3/repositories/Samples/items/austinApartments.fmw";
    private const string Item4 = "/fmeapiv4/workspaces/Samples/austinApartments.fmw";

    private static readonly string[] Folders = ["v3", "v4"];

    private static readonly RecordedAnswer[] Answers =
    [
        new("v3/engines-page.json", "GET", "/fmerest/v3/transformations/engines", 200, Engines, "387f74cd4e1f (idle)"),
        new("v3/error-401.json", "POST", Submit3, 401, Submit, "FmeUnauthorizedException: Authentication failed: Failed to login"),
        new("v3/error-repository-missing.json", "POST", Submit3, 404, Submit, "FmeNotFoundException: Repository MyRepo does not exist."),
        new("v3/healthcheck-ok.json", "GET", "/fmerest/v3/healthcheck", 200, Readiness, "ok"),
        new("v3/info.json", "GET", "/fmerest/v3/info", 200, Build, "23166"),
        new("v3/job-record-excerpt.json", "GET", $"{Jobs3}/id/4326", 200, Job(4326), "4326 SUCCESS"),
        new("v3/job-record-single.json", "GET", $"{Jobs3}/id/1", 200, Job(1), "1 ABORTED"),
        new("v3/jobs-active-page.json", "GET", $"{Jobs3}/running", 200, List(FmeJobStates.Running), "4 PULLED"),
        new("v3/jobs-completed-page.json", "GET", $"{Jobs3}/completed", 200, List(FmeJobStates.Finished), "3 SUCCESS, 2 FME_FAILURE"),
        new("v3/jobs-queued-page.json", "GET", $"{Jobs3}/queued", 200, List(FmeJobStates.Queued), "1 QUEUED"),
        new("v3/jobs-running-page.json", "GET", $"{Jobs3}/running", 200, List(FmeJobStates.Running), "4 PULLED"),
        new("v3/parameter-integer.json", "GET", $"{Item3}/parameters", 200, Parameters, "Integer") { Wrap = AsList },
        new("v3/parameter-listbox.json", "GET", $"{Item3}/parameters", 200, Parameters, "Choice_multiple") { Wrap = AsList },
        new("v3/parameters-austindownload-reconstructed.json", "GET", $"{Item3}/parameters", 200, Parameters, "THEMES"),
        new("v3/parameters-hajk-bygglov.json", "GET", $"{Item3}/parameters", 200, Parameters, "GEOMETRY"),
        new("v3/parameters-hajk-hojdinformation.json", "GET", $"{Item3}/parameters", 200, Parameters, "GEOMETRY"),
        new("v3/parameters-hajk-ortofoto.json", "GET", $"{Item3}/parameters", 200, Parameters, "GEOMETRY"),
        new("v3/repositories-page.json", "GET", "/fmerest/v3/repositories", 200, Repositories, "Dashboards, Samples, test"),
        new(
            "v3/repository-items-page.json",
            "GET",
            "/fmerest/v3/repositories/Samples/items",
            200,
            Workspaces("Samples"),
            "Samples/austinApartments.fmw, Samples/austinDownload.fmw"),
        new("v3/repository-single.json", "GET", "/fmerest/v3/repositories", 200, Repositories, "Samples") { Wrap = AsPage },
        new("v3/submit-response.json", "POST", Submit3, 202, Submit, "1"),
        new("v3/token-created.json", "POST", "/fmerest/v3/tokens", 201, NewToken, "0000000000000000000000000000000000000000"),
        new("v3/transact-response.json", "POST", Transact3, 200, Transact, "1 SUCCESS 1539"),
        new("v3/transact-response-austindownload.json", "POST", Transact3, 200, Transact, "4316 SUCCESS 4812"),
        new("v3/workspace-detail-single.json", "GET", Item3, 200, Workspace, "Samples/austinApartments.fmw, build 22337"),

        new("v4/engines-page.json", "GET", "/fmeapiv4/engines", 200, Engines, "387f74cd4e1f (idle)"),
        new("v4/error-cancel-already-complete.json", "POST", $"{Jobs4}/1/cancel", 422, Cancel, "FmeNotFoundException"), // No record is replayed beside it.
        new("v4/error-cancel-job-missing.json", "GET", $"{Jobs4}/55", 404, Job(55), "FmeNotFoundException: The job for ID \"55\" does not exist."),
        new(
            "v4/error-connection-missing-plugin.json",
            "GET",
            "/fmeapiv4/resources/connections",
            422,
            Connections,
            "FmeException: The connection parameter(s) are required"),
        new("v4/error-not-permitted-or-missing.json", "POST", Jobs4, 403, Submit, "FmeForbiddenException: Unauthorized request by user admin"),
        new("v4/error-repository-exists.json", "GET", "/fmeapiv4/repositories", 409, Repositories, "FmeException: MyRepo is not a valid name."),
        new(
            "v4/error-validation-details.json",
            "POST",
            Jobs4,
            422,
            Submit,
            "FmeParametersRefusedException: Parameter Validation Failed (authenticationMethod: Connection authentication method must be supplied; type: "
                + "must not be blank)"),
        new("v4/error-workspace-missing.json", "POST", Jobs4, 404, Submit, "FmeNotFoundException: Item test.fmw does not exist."),
        new("v4/fmeinfo-version.json", "GET", "/fmeinfo/version", 200, Build, "25606"),
        new("v4/healthcheck-ok.json", "GET", "/fmeapiv4/healthcheck/readiness", 200, Readiness, "ok: FME Server is healthy."),
        new("v4/job-record-single.json", "GET", $"{Jobs4}/999", 200, Job(999), "999 failure"),
        new("v4/job-submit-response.json", "POST", Jobs4, 202, Submit, "1"),
        new("v4/job-sync-response.json", "POST", $"{Jobs4}/sync", 200, Transact, "1 SUCCESS 1539"),
        new("v4/jobs-active-page.json", "GET", Jobs4, 200, List(FmeJobStates.Active), "4 running, 5 queued"),
        new("v4/jobs-completed-page.json", "GET", Jobs4, 200, List(FmeJobStates.Finished), "1 success, 2 failure, 3 cancelled"),
        new("v4/jobs-queued-page.json", "GET", Jobs4, 200, List(FmeJobStates.Queued), "5 queued"),
        new("v4/repositories-page.json", "GET", "/fmeapiv4/repositories", 200, Repositories, "Dashboards, Samples"),
        new("v4/repository-single.json", "GET", "/fmeapiv4/repositories", 200, Repositories, "Samples") { Wrap = AsPage },
        new("v4/token-created.json", "POST", "/fmeapiv4/tokens", 201, NewToken, "0000000000000000000000000000000000000000"),
        new("v4/workspace-detail-single.json", "GET", Item4, 200, Workspace, "Samples/austinApartments.fmw, build 22337"),
        new(
            "v4/workspaces-page-one-repository.json",
            "GET",
            "/fmeapiv4/workspaces",
            200,
            Workspaces("Samples"),
            "Samples/austinApartments.fmw, Samples/austinDownload.fmw"),
        new("v4/workspaces-page.json", "GET", "/fmeapiv4/workspaces", 200, Workspaces(null), "Samples/austinApartments.fmw"),
    ];

    // What is no answer, or answers what the client never asks, and where it is tested.
    private static readonly Dictionary<string, string> NoAnswers = new()
    {
        ["v3/submit-request-body.json"] = "a request: V3ParameterWriterTests",
        ["v4/deployment-parameters-page.json"] = "deployment parameters, for which the client has no call",
        ["v4/openapi-fme-flow-rest-api-v4-2025-04-tech-preview.json"] = "the vendor's document: VendorDocumentTests, of client and emulator",
    };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string> Files => [.. Answers.Select(answer => answer.File)];

    [CorpusFact]
    public void Every_file_of_the_corpus_is_an_answer_that_is_read_or_known_to_be_none()
    {
        string[] files =
        [
            .. Folders
                .SelectMany(folder => Directory.EnumerateFiles(Corpus.PathOf("rest", folder)).Select(path => $"{folder}/{Path.GetFileName(path)}"))
                .Where(file =>
                    !file.StartsWith("v4/form-definition-", StringComparison.Ordinal)), // Not of REST but out of workspace files: tests of the schema side.
        ];

        Assert.Equal(files.Order(StringComparer.Ordinal), Answers.Select(answer => answer.File).Concat(NoAnswers.Keys).Order(StringComparer.Ordinal));
    }

    [CorpusTheory]
    [MemberData(nameof(Files))]
    public async Task It_is_read(string file)
    {
        RecordedAnswer answer = Answers.Single(answer => answer.File == file);
        using Replay replay = new Replay { ApiVersion = answer.Version }.On(answer.Method, answer.Path, answer.Status, answer.Wrap(Corpus.Read("rest", file)));
        if (file != "v4/fmeinfo-version.json")
        {
            replay.On("GET", "/fmeinfo/version", 200, """{"buildNumber":26018}""");
        }

        using FmeFlowClient fme = replay.Client();
        string read;
        try
        {
            read = await answer.Call(fme);
        }
        catch (FmeException exception)
        {
            read = $"{exception.GetType().Name}: {exception.ServerMessage}";
        }

        Assert.Contains(replay.Server.LogEntries, entry => entry.RequestMessage!.Path == answer.Path && entry.RequestMessage.Method == answer.Method);
        Assert.StartsWith(answer.Expected, read, StringComparison.Ordinal);
    }

    private static string AsList(string record) => $"[{record}]";

    private static string AsPage(string record) => $$"""{"items":[{{record}}],"totalCount":1,"limit":200,"offset":0}""";

    private static async Task<string> Submit(FmeFlowClient fme) => Text((await fme.SubmitAsync(new AustinDownload(), Token)).Id);

    private static async Task<string> Transact(FmeFlowClient fme)
    {
        FmeJobResult result = await fme.TransactAsync(new AustinDownload(), cancellationToken: Token);
        return $"{Text(result.Id)} {result.Status} {Text(result.FeatureCount)}";
    }

    private static Func<FmeFlowClient, Task<string>> Job(long id) => async fme => Text(await fme.GetJob(id).GetRecordAsync(Token));

    private static async Task<string> Cancel(FmeFlowClient fme) => (await fme.GetJob(1).CancelAsync(Token)).ToString();

    private static Func<FmeFlowClient, Task<string>> List(FmeJobStates states) => fme => JoinAsync(fme.ListJobsAsync(new() { States = states }, Token), Text);

    private static Task<string> Engines(FmeFlowClient fme) => JoinAsync(new FmeFlowAdministration(fme).ListEnginesAsync(Token), engine => engine.ToString());

    private static Task<string> Connections(FmeFlowClient fme) =>
        JoinAsync(new FmeFlowAdministration(fme).ListResourceConnectionsAsync(Token), connection => connection.Name);

    private static Task<string> Repositories(FmeFlowClient fme) =>
        JoinAsync(new FmeFlowAdministration(fme).ListRepositoriesAsync(cancellationToken: Token), repository => repository.Name);

    private static Func<FmeFlowClient, Task<string>> Workspaces(string? repository) =>
        fme => JoinAsync(new FmeFlowAdministration(fme).ListWorkspacesAsync(repository, cancellationToken: Token), workspace => workspace.ToString());

    private static async Task<string> Workspace(FmeFlowClient fme)
    {
        FmeWorkspaceInfo workspace = await new FmeFlowAdministration(fme).GetWorkspaceAsync("Samples", "austinApartments.fmw", Token);
        return $"{workspace}, build {Text(workspace.Build)}";
    }

    private static async Task<string> Parameters(FmeFlowClient fme) =>
        string.Join(", ", (await new FmeFlowAdministration(fme).GetParametersJsonAsync("Samples", "austinApartments.fmw", Token))
            .EnumerateArray()
            .Select(parameter => parameter.GetProperty("name").GetString()));

    private static async Task<string> Readiness(FmeFlowClient fme) => (await new FmeFlowAdministration(fme).GetReadinessAsync(Token)).ToString();

    private static async Task<string> Build(FmeFlowClient fme) => Text((await new FmeFlowAdministration(fme).GetServerInfoAsync(Token)).Build);

    private static async Task<string> NewToken(FmeFlowClient fme) =>
        (await new FmeFlowAdministration(fme).CreateTokenAsync("admin", "password", cancellationToken: Token)).Token;

    private static string Text(FmeJobRecord record) => $"{Text(record.Id)} {record.Status}";

    private static string Text(long? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";

    private static async Task<string> JoinAsync<T>(IAsyncEnumerable<T> items, Func<T, string> text)
    {
        var texts = new List<string>();
        await foreach (T item in items)
        {
            texts.Add(text(item));
        }

        return string.Join(", ", texts);
    }
}
