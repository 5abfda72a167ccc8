using System.Net;
using System.Text;
using System.Text.Json;
using FmeTyped.Tests.Server;

namespace FmeTyped.Administration.Tests;

public sealed class RepositoriesTests
{
    private const string Item = "/fmerest/v3/repositories/Samples/items/austinApartments.fmw";
    private const string Workspace = "/fmeapiv4/workspaces/Samples/austinApartments.fmw";

    private static readonly string[] Services = ["fmedatadownload", "fmedatastreaming", "fmejobsubmitter", "fmekmllink"];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [CorpusTheory]
    [InlineData(FmeApiVersion.V3, "v3", "/fmerest/v3/repositories", 4)]
    [InlineData(FmeApiVersion.V4, "v4", "/fmeapiv4/repositories", 3)]
    public async Task Recorded_repositories_are_listed(FmeApiVersion version, string folder, string path, int count)
    {
        using Replay replay = new Replay { ApiVersion = version }.On("GET", path, 200, Corpus.Read("rest", folder, "repositories-page.json"));
        using FmeFlowClient fme = replay.Client();

        FmeRepositoryInfo[] repositories = await ToArrayAsync(new FmeFlowAdministration(fme).ListRepositoriesAsync(cancellationToken: Token));

        Assert.Equal(count, repositories.Length);
        FmeRepositoryInfo samples = repositories.Single(repository => repository.Name == "Samples");
        Assert.Equal("FME Server Samples Repository", samples.Description);
        Assert.Equal("admin", samples.Owner);
        Assert.Equal(version == FmeApiVersion.V4 ? 4 : null, samples.WorkspaceCount);
        Assert.Equal(1, replay.Count("GET"));
    }

    [CorpusTheory]
    [InlineData(FmeApiVersion.V3, "v3", "/fmerest/v3/repositories/Samples/items", "repository-items-page.json")]
    [InlineData(FmeApiVersion.V4, "v4", "/fmeapiv4/workspaces", "workspaces-page-one-repository.json")]
    public async Task Recorded_workspaces_of_a_repository_are_listed(FmeApiVersion version, string folder, string path, string file)
    {
        using Replay replay = new Replay { ApiVersion = version }.On("GET", path, 200, Corpus.Read("rest", folder, file));
        using FmeFlowClient fme = replay.Client();

        FmeWorkspaceInfo[] workspaces = await ToArrayAsync(new FmeFlowAdministration(fme).ListWorkspacesAsync("Samples", cancellationToken: Token));

        Assert.Equal(
            ["Samples/austinApartments.fmw", "Samples/austinDownload.fmw", "Samples/earthquakesextrusion.fmw", "Samples/easyTranslator.fmw"],
            workspaces.Select(workspace => workspace.ToString()));
        Assert.Equal("City of Austin: Data Download", workspaces[1].Title);
        Assert.Equal(2022, workspaces[1].LastPublished!.Value.Year);
        Assert.Null(workspaces[1].Services);
    }

    [CorpusFact]
    public async Task Recorded_workspaces_of_all_repositories_are_listed()
    {
        using Replay replay =
            new Replay { ApiVersion = FmeApiVersion.V4 }.On("GET", "/fmeapiv4/workspaces", 200, Corpus.Read("rest", "v4", "workspaces-page.json"));
        using FmeFlowClient fme = replay.Client();

        FmeWorkspaceInfo[] workspaces = await ToArrayAsync(new FmeFlowAdministration(fme).ListWorkspacesAsync(cancellationToken: Token));

        Assert.Contains("Dashboards/AverageRunningTime.fmw", workspaces.Select(workspace => workspace.ToString()));
        Assert.Contains("Utilities/backupConfiguration.fmw", workspaces.Select(workspace => workspace.ToString()));
    }

    [CorpusTheory]
    [InlineData(FmeApiVersion.V3, "v3", Item)]
    [InlineData(FmeApiVersion.V4, "v4", Workspace)]
    public async Task A_recorded_workspace_tells_the_same_in_both_versions(FmeApiVersion version, string folder, string path)
    {
        using Replay replay = new Replay { ApiVersion = version }.On("GET", path, 200, Corpus.Read("rest", folder, "workspace-detail-single.json"));
        using FmeFlowClient fme = replay.Client();

        FmeWorkspaceInfo workspace = await new FmeFlowAdministration(fme).GetWorkspaceAsync("Samples", "austinApartments.fmw", Token);

        Assert.Equal("Samples/austinApartments.fmw", workspace.ToString());
        Assert.Equal("City of Austin: Apartments and other (SPATIALITE 2 KML)", workspace.Title);
        Assert.Equal(Services, workspace.Services);
        Assert.Equal(22337, workspace.Build);
        Assert.Equal(136390, workspace.FileSize);
        Assert.Equal("admin", workspace.Owner);
        Assert.Equal(JsonValueKind.Object, workspace.Json.GetProperty("datasets").ValueKind);
    }

    [Fact]
    public async Task Services_are_named_as_their_addresses_and_count_only_where_registered()
    {
        using var server = new StubServer()
            .Answer(
                """{"name":"a.fmw","services":{"fmedatadownload":{"registered":true},"fmedatastreaming":{"registered":false},"jobSubmitter":"""
                    + """{"registered":true},"other":{}}}""");
        using FmeFlowClient fme = V4(server);

        Assert.Equal(["fmedatadownload", "fmejobsubmitter"], (await new FmeFlowAdministration(fme).GetWorkspaceAsync("R", "a.fmw", Token)).Services);
    }

    [Fact]
    public async Task Pages_are_read_when_they_are_reached()
    {
        using var server = new StubServer()
            .Answer("""{"items":[{"name":"a"},{"name":"b"}],"totalCount":3,"limit":2,"offset":0}""")
            .Answer("""{"items":[{"name":"c"}],"totalCount":3,"limit":2,"offset":2}""");
        using FmeFlowClient fme = V4(server);

        var requests = new List<int>();
        var names = new List<string>();
        await foreach (FmeRepositoryInfo repository in new FmeFlowAdministration(fme).ListRepositoriesAsync(cancellationToken: Token))
        {
            names.Add(repository.Name);
            requests.Add(server.Requests.Count);
        }

        Assert.Equal(["a", "b", "c"], names);
        Assert.Equal([1, 1, 2], requests);
        Assert.Equal(["GET /fmeapiv4/repositories?limit=200&offset=0", "GET /fmeapiv4/repositories?limit=200&offset=2"], server.Lines);
    }

    [Theory]
    [InlineData("""{"items":[{"name":"a"}],"totalCount":9,"limit":-1,"offset":-1}""", 1)]
    [InlineData("""[{"name":"a"},{"name":"b"}]""", 2)]
    [InlineData("""{"items":[],"totalCount":9,"offset":0}""", 0)]
    [InlineData("""{"items":[{"name":"a"}]}""", 1)]
    public async Task A_page_that_is_all_there_is_ends_the_list(string body, int count)
    {
        using var server = new StubServer().Answer(body);
        using FmeFlowClient fme = V4(server);

        Assert.Equal(count, (await ToArrayAsync(new FmeFlowAdministration(fme).ListRepositoriesAsync(cancellationToken: Token))).Length);
    }

    [Fact]
    public async Task More_than_was_asked_for_is_all_there_is()
    {
        using var server = new StubServer().Answer(Page(Enumerable.Range(1, 250), total: null));
        using FmeFlowClient fme = V4(server);

        Assert.Equal(250, (await ToArrayAsync(new FmeFlowAdministration(fme).ListRepositoriesAsync(cancellationToken: Token))).Length);
    }

    [Fact]
    public async Task A_page_shown_again_in_place_of_the_next_is_an_error_and_nothing_of_it_is_read_twice()
    {
        string page = Page(Enumerable.Range(1, 200), total: 400);
        using var server = new StubServer().Answer(page).Answer(page);
        using FmeFlowClient fme = V4(server);
        int count = 0;

        var error = await Assert.ThrowsAsync<FmeProtocolException>(async () =>
        {
            await foreach (FmeRepositoryInfo repository in new FmeFlowAdministration(fme).ListRepositoriesAsync(cancellationToken: Token))
            {
                count++;
            }
        });

        Assert.Contains("the same page again", error.Message, StringComparison.Ordinal);
        Assert.Equal(200, count);
    }

    [Theory]
    [InlineData("\"name\":\"\"")]
    [InlineData("\"name\":\"..\"")]
    [InlineData("\"id\":7")]
    public async Task A_repository_of_a_name_that_none_can_have_is_the_servers_fault(string member)
    {
        using var server = new StubServer().Answer($$"""{"items":[{{{member}}}],"totalCount":1}""");
        using FmeFlowClient fme = server.Client();

        var error = await Assert.ThrowsAsync<FmeProtocolException>(
            () => ToArrayAsync(new FmeFlowAdministration(fme).ListWorkspacesAsync(cancellationToken: Token)));

        Assert.Contains("the server shows a repository of the name '", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_repository_that_is_called_like_the_token_is_not_named_in_an_error()
    {
        using var server = new StubServer().Answer($$"""{"items":[{"name":"{{Tokens.Marker}}"}],"totalCount":1}""").Answer(HttpStatusCode.Forbidden);
        using FmeFlowClient fme = server.Client();

        var error = await Assert.ThrowsAsync<FmeForbiddenException>(
            () => ToArrayAsync(new FmeFlowAdministration(fme).ListWorkspacesAsync(cancellationToken: Token)));

        Assert.DoesNotContain(Tokens.Marker, error.ToString(), StringComparison.Ordinal);
        Assert.Equal("list the workspaces of ***", error.Operation);
    }

    [Fact]
    public async Task A_list_without_end_is_an_error()
    {
        using var server = new StubServer();
        for (int i = 0; i <= 1000; i++)
        {
            server.Answer(Page([i], total: long.MaxValue));
        }

        using FmeFlowClient fme = V4(server);

        var error =
            await Assert.ThrowsAsync<FmeProtocolException>(() => ToArrayAsync(new FmeFlowAdministration(fme).ListRepositoriesAsync(cancellationToken: Token)));
        Assert.Equal("Could not list the repositories: after 1000 pages there are still more, as if the list had no end.", error.Message);
    }

    private static string Page(IEnumerable<int> names, long? total) =>
        $$"""{"items":[{{string.Join(',', names.Select(name => $$"""{"name":"{{name}}"}"""))}}]{{(total is null ? "" : $",\"totalCount\":{total}")}}}""";

    [Fact]
    public async Task Version_3_lists_all_workspaces_repository_by_repository_and_filters_itself()
    {
        using var server = new StubServer()
            .Answer("""{"items":[{"name":"Räume & Wege"},{"name":"B"}],"totalCount":2,"offset":0}""")
            .Answer("""{"items":[{"name":"roads.fmw","title":""},{"name":"x.fmw","title":"All ROADS"},{"name":"y.fmw"}],"totalCount":3,"offset":0}""")
            .Answer("""{"items":[{"name":"Roads2.fmw"}],"totalCount":1,"offset":0}""");
        using FmeFlowClient fme = server.Client();

        FmeWorkspaceInfo[] found = await ToArrayAsync(new FmeFlowAdministration(fme).ListWorkspacesAsync(filter: "roads", cancellationToken: Token));

        Assert.Equal(["Räume & Wege/roads.fmw", "Räume & Wege/x.fmw", "B/Roads2.fmw"], found.Select(workspace => workspace.ToString()));
        Assert.Equal("GET /fmerest/v3/repositories/R%C3%A4ume%20%26%20Wege/items?type=WORKSPACE&limit=200&offset=0", server.Lines.ElementAt(1));
    }

    [Fact]
    public async Task Version_4_is_asked_with_a_filter()
    {
        using var server = new StubServer().Answer("""{"items":[]}""");
        using FmeFlowClient fme = V4(server);

        await ToArrayAsync(new FmeFlowAdministration(fme).ListWorkspacesAsync("A&B", "x y", Token));

        Assert.Equal(["GET /fmeapiv4/workspaces?repository=A%26B&filterString=x%20y&limit=200&offset=0"], server.Lines);
    }

    [Theory]
    [InlineData("""[{"name":"A"}]""")]
    [InlineData("""{"items":[{"name":"A"}]}""")]
    [InlineData("""{"parameters":[{"name":"A"}]}""")]
    public async Task Parameters_come_as_an_array_however_they_are_wrapped(string body)
    {
        foreach (FmeApiVersion version in (FmeApiVersion[])[FmeApiVersion.V3, FmeApiVersion.V4])
        {
            using var server = new StubServer().Answer(body);
            using FmeFlowClient fme = server.Client(configure: options => options.ApiVersion = version);

            JsonElement parameters = await new FmeFlowAdministration(fme).GetParametersJsonAsync("Samples", "a.fmw", Token);

            Assert.Equal("A", parameters[0].GetProperty("name").GetString());
        }
    }

    [Theory]
    [InlineData("3")]
    [InlineData("""{"x":[]}""")]
    [InlineData("<html></html>")]
    [InlineData("")]
    public async Task What_is_no_list_is_an_error(string body)
    {
        using var server = new StubServer().Answer(body);
        using FmeFlowClient fme = V4(server);

        await Assert.ThrowsAsync<FmeProtocolException>(() => new FmeFlowAdministration(fme).GetParametersJsonAsync("Samples", "a.fmw", Token));
    }

    [Fact]
    public async Task A_workspace_that_is_not_there_is_told_in_the_servers_words()
    {
        using var server = new StubServer().Answer(HttpStatusCode.NotFound, """{"message":"Item test.fmw does not exist."}""");
        using FmeFlowClient fme = V4(server);

        var error = await Assert.ThrowsAsync<FmeNotFoundException>(() => new FmeFlowAdministration(fme).GetWorkspaceAsync("Samples", "test.fmw", Token));

        Assert.Equal("read Samples/test.fmw", error.Operation);
        Assert.Contains("Item test.fmw does not exist. Check the names", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(FmeApiVersion.V3, "GET /fmerest/v3/repositories/Samples/items/a.fmw?accept=contents")]
    [InlineData(FmeApiVersion.V4, "GET /fmeapiv4/workspaces/Samples/a.fmw/download")]
    public async Task The_file_comes_as_a_stream(FmeApiVersion version, string line)
    {
        using var server = new StubServer().Answer(HttpStatusCode.OK, "#! <WORKSPACE>", "application/octet-stream");
        using FmeFlowClient fme = server.Client(configure: options => options.ApiVersion = version);

        await using Stream stream = await new FmeFlowAdministration(fme).OpenWorkspaceFileAsync("Samples", "a.fmw", Token);
        using var reader = new StreamReader(stream, Encoding.UTF8);

        Assert.Equal("#! <WORKSPACE>", await reader.ReadToEndAsync(Token));
        Assert.Equal([line], server.Lines);
    }

    [Theory]
    [InlineData("")]
    [InlineData("..")]
    public async Task Names_that_lead_elsewhere_are_refused(string name)
    {
        using var server = new StubServer();
        using FmeFlowClient fme = V4(server);

        await Assert.ThrowsAsync<ArgumentException>(() => new FmeFlowAdministration(fme).GetWorkspaceAsync(name, "a.fmw", Token));
        Assert.Empty(server.Requests);
    }

    private static FmeFlowClient V4(StubServer server) => server.Client(configure: options => options.ApiVersion = FmeApiVersion.V4);

    private static async Task<T[]> ToArrayAsync<T>(IAsyncEnumerable<T> items)
    {
        var list = new List<T>();
        await foreach (T item in items)
        {
            list.Add(item);
        }

        return [.. list];
    }
}
