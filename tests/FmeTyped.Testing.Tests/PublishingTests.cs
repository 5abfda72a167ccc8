using System.Net;
using System.Text;
using System.Text.Json;
using FmeTyped.Schema.Tests.Fmw;

namespace FmeTyped.Testing.Tests;

/// <summary>Repositories are made and deleted, and workspaces published, run, downloaded and deleted, in both versions.</summary>
public sealed class PublishingTests
{
    private static readonly byte[] Trees = new WorkspaceText { Title = "Trees" }
        .With("GUI LISTBOX KINDS Oak%Elm Kinds:", "Oak")
        .With("GUI OPTIONAL PASSWORD DB_PASSWORD Password:", "geheim")
        .ToBytes();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Version_3_publishes_as_the_scripts_in_use_do()
    {
        await using Flow flow = await Flow.StartInProcessAsync();
        JsonElement made = await flow.SendAsync(
            HttpMethod.Post, "repositories", HttpStatusCode.Created, Form(("name", "City"), ("description", "Of the city")));
        Assert.Equal("Of the city", made.GetProperty("description").GetString());
        await flow.SendAsync(HttpMethod.Post, "repositories", HttpStatusCode.Conflict, Form(("name", "City")));

        JsonElement item = await flow.SendAsync(HttpMethod.Post, "repositories/City/items", HttpStatusCode.Created, FileBody(Trees, "trees.fmw"));
        Assert.Equal("trees.fmw", item.GetProperty("name").GetString());
        await flow.SendAsync(HttpMethod.Post, "repositories/City/items", HttpStatusCode.Conflict, FileBody(Trees, "trees.fmw"));

        const string one = "repositories/City/items/trees.fmw";
        JsonElement record = await flow.GetAsync(one);
        Assert.Equal("Trees", record.GetProperty("title").GetString());
        Assert.Equal(
            ["KINDS", "DB_PASSWORD"], record.GetProperty("parameters").EnumerateArray().Select(parameter => parameter.GetProperty("name").GetString()));
        Assert.DoesNotContain("geheim", record.GetRawText(), StringComparison.Ordinal);
        await flow.SubmitAsync("City/trees.fmw", HttpStatusCode.Accepted, ("KINDS", """["Elm"]"""));
        Assert.Equal(["Elm"], flow.Emulator.Submissions[^1].Parameters["KINDS"].Items);
        await flow.SubmitAsync("City/trees.fmw", HttpStatusCode.UnprocessableEntity, ("KINDS", """["Pine"]"""));

        // The name of the file in the header is the path on the script's machine.
        byte[] replaced = new WorkspaceText { Title = "More trees" }.ToBytes();
        await flow.SendAsync(HttpMethod.Put, one, HttpStatusCode.OK, FileBody(replaced, @"C:\work\trees.fmw"));
        Assert.Equal("More trees", (await flow.GetAsync(one)).GetProperty("title").GetString());
        Assert.Equal(replaced, await DownloadAsync(flow, $"{one}?accept=contents"));

        Assert.Equal(HttpStatusCode.NoContent, await flow.DeleteAsync(one));
        Assert.Equal(HttpStatusCode.NotFound, await flow.DeleteAsync(one));
        Assert.Equal(HttpStatusCode.NoContent, await flow.DeleteAsync("repositories/City"));
        Assert.Equal(HttpStatusCode.NotFound, await flow.DeleteAsync("repositories/City"));
    }

    [Fact]
    public async Task Version_4_publishes_as_the_document_says()
    {
        await using Flow flow = await Flow.StartInProcessAsync();
        using HttpResponseMessage made = await flow.SendAsync(
            HttpMethod.Post, "/fmeapiv4/repositories", Json("""{"name":"City","description":"Of the city"}"""));
        Assert.Equal(HttpStatusCode.Created, made.StatusCode);
        JsonElement exists = await flow.SendAsync(
            HttpMethod.Post, "/fmeapiv4/repositories", HttpStatusCode.Conflict, Json("""{"name":"City"}"""));
        Assert.Equal("City is not a valid name. A repository named City already exists.", exists.GetProperty("message").GetString());

        using HttpResponseMessage published = await flow.SendAsync(
            HttpMethod.Post, "/fmeapiv4/workspaces/City/upload", Files(("trees.fmw", Trees), ("more.fmw", Trees)));
        Assert.Equal(HttpStatusCode.OK, published.StatusCode);
        JsonElement page = await flow.GetAsync("/fmeapiv4/workspaces?repository=City");
        Assert.Equal(["more.fmw", "trees.fmw"], page.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("name").GetString()));
        JsonElement repository = await flow.GetAsync("/fmeapiv4/repositories/City");
        Assert.Equal((2, 2 * Trees.Length), (repository.GetProperty("workspaceCount").GetInt32(), repository.GetProperty("totalFileSize").GetInt32()));
        Assert.Equal(Trees, await DownloadAsync(flow, "/fmeapiv4/workspaces/City/trees.fmw/download"));
        Assert.Equal(Trees, await DownloadAsync(flow, "/fmeapiv4/repositories/City/items/trees.fmw/download"));
        JsonElement parameters = await flow.GetAsync("/fmeapiv4/workspaces/City/trees.fmw/parameters");
        Assert.Equal(2, parameters.GetArrayLength());
        Assert.DoesNotContain("geheim", parameters.GetRawText(), StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.NoContent, await flow.DeleteAsync("/fmeapiv4/workspaces/City/trees.fmw"));
        Assert.Equal(HttpStatusCode.NoContent, await flow.DeleteAsync("/fmeapiv4/repositories/City/items/more.fmw"));
        Assert.Equal(HttpStatusCode.NoContent, await flow.DeleteAsync("/fmeapiv4/repositories/City"));
        Assert.Equal(HttpStatusCode.NotFound, await flow.DeleteAsync("/fmeapiv4/repositories/City"));
    }

    [Fact]
    public async Task Version_4_tells_what_became_of_each_file()
    {
        await using Flow flow = await Flow.StartInProcessAsync();
        const string path = "/fmeapiv4/repositories/Other/items/upload";
        JsonElement outcomes = await flow.SendAsync(
            HttpMethod.Post, path, HttpStatusCode.MultiStatus, Files(("trees.fmw", Trees), ("broken.fmw", [1, 2, 3]), ("format.fds", [1])));
        Assert.Equal(["success", "error", "error"], outcomes.EnumerateArray().Select(outcome => outcome.GetProperty("status").GetString()));
        Assert.Contains("does not start with the header", outcomes[1].GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.Contains("no other items", outcomes[2].GetProperty("message").GetString(), StringComparison.Ordinal);

        await flow.SendAsync(HttpMethod.Post, path, HttpStatusCode.MultiStatus, Files(("trees.fmw", Trees)));
        using HttpResponseMessage overwritten = await flow.SendAsync(HttpMethod.Post, $"{path}?overwrite=true", Files(("trees.fmw", Trees)));
        Assert.Equal(HttpStatusCode.OK, overwritten.StatusCode);
    }

    [Theory]
    [InlineData("a.fmw", "", HttpStatusCode.UnprocessableEntity, "it is empty")]
    [InlineData("a.fmw", "FMW0001", HttpStatusCode.UnprocessableEntity, "protected by a password")]
    [InlineData("a.fmw", "#! <?xml version=\"1.0\" encoding=\"UTF-8\" ?>\n#! <WORKSPACE\n#!   TITLE=\"x\"", HttpStatusCode.UnprocessableEntity, "a.fmw")]
    [InlineData("a.fmwt", "PK", HttpStatusCode.NotImplemented, "no other items")]
    [InlineData(".fmw", "x", HttpStatusCode.UnprocessableEntity, "is no name of a workspace")]
    [InlineData("../a.fmw", "x", HttpStatusCode.UnprocessableEntity, "is no name of a workspace")]
    public async Task A_file_that_is_no_workspace_is_refused_with_the_reason(string name, string content, HttpStatusCode expected, string reason)
    {
        await using Flow flow = await Flow.StartInProcessAsync();
        JsonElement refused = await flow.SendAsync(
            HttpMethod.Post, "repositories/Other/items", expected, FileBody(Encoding.UTF8.GetBytes(content), name));
        Assert.Contains(reason, refused.GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.Contains(flow.LastRequest.Problems, problem => problem.Contains(reason, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_file_that_is_said_to_be_a_form_is_not_taken_for_an_empty_one()
    {
        await using Flow flow = await Flow.StartInProcessAsync();
        ByteArrayContent file = FileBody(Trees, "trees.fmw");
        file.Headers.ContentType = new("application/x-www-form-urlencoded");
        JsonElement refused = await flow.SendAsync(HttpMethod.Post, "repositories/Other/items", HttpStatusCode.UnsupportedMediaType, file);
        Assert.Contains("application/octet-stream", refused.GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\"name\":\"\"}")]
    [InlineData("{\"name\":\"a/b\"}")]
    [InlineData("{}")]
    public async Task A_repository_needs_a_name_that_a_path_can_hold(string body)
    {
        await using Flow flow = await Flow.StartInProcessAsync();
        await flow.SendAsync(HttpMethod.Post, "/fmeapiv4/repositories", HttpStatusCode.UnprocessableEntity, Json(body));
        await flow.SendAsync(HttpMethod.Post, "repositories", HttpStatusCode.UnprocessableEntity, Form(("description", "d")));
    }

    [Fact]
    public async Task What_is_published_has_bounds()
    {
        await using Flow flow = await Flow.StartInProcessAsync();
        await flow.SendAsync(
            HttpMethod.Post, "repositories/Other/items", HttpStatusCode.RequestEntityTooLarge, FileBody(new byte[WorkspaceUpload.MaxSize + 1], "a.fmw"));

        var catalog = new WorkspaceCatalog([]);
        PublishedWorkspace schema = Assert.Single(SchemaSource.Read(
            """{"format":1,"workspaces":[{"repository":"R","workspace":"a.fmw","parameters":[]}]}""", "s"));
        catalog.TryAddRepository("R", "");
        byte[] half = new byte[(WorkspaceCatalog.MaxPublishedSize / 2) + 1];
        Assert.True(catalog.TryPublish(new(schema.Model, []) { File = half }, overwrite: false));
        Assert.True(catalog.TryPublish(new(schema.Model, []) { File = half }, overwrite: true));
        var second = new PublishedWorkspace(schema.Model with { Name = "b.fmw" }, []) { File = half };
        Assert.Throws<StorageFullException>(() => catalog.TryPublish(second, overwrite: false));

        for (int i = 1; i < WorkspaceCatalog.MaxCount; i++)
        {
            Assert.True(catalog.TryAddRepository($"{i}", ""));
        }

        Assert.Throws<StorageFullException>(() => catalog.TryAddRepository("one more", ""));
    }

    [CorpusFact]
    public async Task Real_workspaces_are_published_or_refused_with_a_reason()
    {
        await using Flow flow = await Flow.StartInProcessAsync();
        int published = 0;
        foreach (string file in Directory.EnumerateFiles(Corpus.PathOf("fmw"), "*.fmw"))
        {
            string name = Path.GetFileName(file);
            using HttpResponseMessage response = await flow.SendAsync(
                HttpMethod.Post, "repositories/Other/items", FileBody(await File.ReadAllBytesAsync(file, Cancelled), name));
            string text = await response.Content.ReadAsStringAsync(Cancelled);
            Assert.True(response.StatusCode is HttpStatusCode.Created or HttpStatusCode.UnprocessableEntity, $"{name}: {(int)response.StatusCode} {text}");
            published += response.StatusCode == HttpStatusCode.Created ? 1 : 0;
        }

        Assert.True(published >= 85, $"{published}");
    }

    [Theory]
    [InlineData("POST", "repositories")]
    [InlineData("DELETE", "repositories/Samples")]
    [InlineData("POST", "repositories/Samples/items")]
    [InlineData("DELETE", "/fmeapiv4/workspaces/Samples/austinDownload.fmw")]
    [InlineData("POST", "/fmeapiv4/workspaces/Samples/upload")]
    public async Task A_token_without_permission_changes_nothing(string method, string path)
    {
        await using Flow flow = await Flow.StartInProcessAsync();
        flow.Http.DefaultRequestHeaders.Authorization = new("fmetoken", "token=weak");
        await flow.SendAsync(new HttpMethod(method), path, HttpStatusCode.Forbidden);
    }

    private static async Task<byte[]> DownloadAsync(Flow flow, string path)
    {
        using HttpResponseMessage response = await flow.SendAsync(HttpMethod.Get, path);
        return await response.Content.ReadAsByteArrayAsync(Cancelled);
    }

    private static FormUrlEncodedContent Form(params (string Key, string Value)[] values) =>
        new(values.Select(value => KeyValuePair.Create(value.Key, value.Value)));

    private static StringContent Json(string text) => new(text, Encoding.UTF8, "application/json");

    private static ByteArrayContent FileBody(byte[] content, string name)
    {
        var body = new ByteArrayContent(content);
        body.Headers.ContentType = new("application/octet-stream");
        body.Headers.ContentDisposition = new("attachment") { FileName = $"\"{name.Replace(@"\", @"\\", StringComparison.Ordinal)}\"" };
        return body;
    }

    private static MultipartFormDataContent Files(params (string Name, byte[] Content)[] files)
    {
        var form = new MultipartFormDataContent();
        foreach ((string name, byte[] content) in files)
        {
            form.Add(new ByteArrayContent(content), "files", name);
        }

        return form;
    }
}
