using System.Net;
using System.Text.Json;

namespace FmeTyped.Testing.Tests;

public sealed class RepositoryTests
{
    private const string Item = "repositories/Samples/items/austinDownload.fmw";

    [Fact]
    public async Task Repositories_come_as_a_page()
    {
        await using Flow flow = await Flow.StartAsync();
        JsonElement page = await flow.GetAsync("repositories?limit=-1&offset=-1");
        Assert.Equal(-1, page.GetProperty("limit").GetInt32());
        Assert.Equal(["Other", "Samples"], page.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("name").GetString()));
        Assert.Equal("Samples", (await flow.GetAsync("repositories/Samples")).GetProperty("name").GetString());
    }

    [Fact]
    public async Task Workspaces_of_a_repository_come_as_a_page()
    {
        await using Flow flow = await Flow.StartAsync();
        JsonElement all = await flow.GetAsync("repositories/Samples/items?type=WORKSPACE");
        Assert.Equal(["austinDownload.fmw", "parcelReport.fmw"], Names(all));
        JsonElement second = await flow.GetAsync("repositories/Samples/items?limit=1&offset=1");
        Assert.Equal(["parcelReport.fmw"], Names(second));
        Assert.Equal(2, second.GetProperty("totalCount").GetInt32());
        Assert.Empty(Names(await flow.GetAsync("repositories/Samples/items?type=CUSTOMFORMAT")));
    }

    [Fact]
    public async Task A_page_that_cannot_be_is_refused()
    {
        await using Flow flow = await Flow.StartAsync();
        await flow.GetAsync("repositories?limit=many", HttpStatusCode.UnprocessableEntity);
        await flow.GetAsync("repositories?offset=-2", HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task Parameters_are_the_records_of_the_schema_file_as_they_stand()
    {
        await using Flow flow = await Flow.StartAsync();
        using JsonDocument file = JsonDocument.Parse(await File.ReadAllTextAsync(Flow.SchemaFile, TestContext.Current.CancellationToken));
        JsonElement expected = file.RootElement.GetProperty("workspaces")[0].GetProperty("parameters");

        JsonAssert.Equal(expected, await flow.GetAsync($"{Item}/parameters"));
        JsonAssert.Equal(expected, (await flow.GetAsync(Item)).GetProperty("parameters"));
        JsonAssert.Equal(expected[0], await flow.GetAsync($"{Item}/parameters/THEMES"));
    }

    [Fact]
    public async Task A_workspace_tells_its_title_and_services()
    {
        await using Flow flow = await Flow.StartAsync();
        JsonElement workspace = await flow.GetAsync(Item);
        Assert.Equal("City of Austin: Data Download", workspace.GetProperty("title").GetString());
        Assert.Equal("fmedatadownload", workspace.GetProperty("services")[0].GetProperty("name").GetString());
    }

    [Theory]
    [InlineData("repositories/NoSuch", "Repository NoSuch does not exist.")]
    [InlineData("repositories/NoSuch/items", "Repository NoSuch does not exist.")]
    [InlineData("repositories/NoSuch/items/a.fmw/parameters", "Repository NoSuch does not exist.")]
    [InlineData("repositories/Samples/items/no.fmw", "Workspace no.fmw does not exist in repository Samples.")]
    [InlineData("repositories/Samples/items/austinDownload.fmw/parameters/NO", "Parameter NO does not exist in workspace austinDownload.fmw.")]
    [InlineData("no/such/route", "No such route: GET /fmerest/v3/no/such/route")]
    [InlineData("/none", "No such route: GET /none")]
    [InlineData("/fmeapiv5/jobs", "No such route: GET /fmeapiv5/jobs")]
    public async Task What_does_not_exist_is_not_found(string path, string message)
    {
        await using Flow flow = await Flow.StartAsync();
        Assert.Equal(message, (await flow.GetAsync(path, HttpStatusCode.NotFound)).GetProperty("message").GetString());
        Assert.Equal([message], flow.LastRequest.Problems);
    }

    [Theory]
    [InlineData(Flow.Submit)]
    [InlineData("transformations/jobs/id/1/none")]
    public async Task What_no_route_of_an_emulated_group_takes_is_not_emulated(string path)
    {
        await using Flow flow = await Flow.StartAsync();
        string? message = (await flow.GetAsync(path, HttpStatusCode.NotImplemented)).GetProperty("message").GetString();
        Assert.StartsWith($"GET /fmerest/v3/{path} is not emulated.", message, StringComparison.Ordinal);
    }

    private static IEnumerable<string?> Names(JsonElement page) =>
        page.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("name").GetString());
}
