using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json;

namespace FmeTyped.Testing.Tests.Resources;

public sealed class V4ResourceTests
{
    private const string Temp = "/fmeapiv4/resources/connections/FME_SHAREDRESOURCE_TEMP";

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_uploaded_file_is_kept_and_read_by_its_macro()
    {
        await using Flow flow = await Flow.StartInProcessAsync();
        Assert.Equal(HttpStatusCode.OK, await UploadAsync(flow, "/roads", ("roads.shp", "shape"), ("sub/roads.dbf", "table")));
        Assert.Equal(["$(FME_SHAREDRESOURCE_TEMP)/roads/roads.shp", "$(FME_SHAREDRESOURCE_TEMP)/roads/sub/roads.dbf"], flow.Emulator.Files.Paths);
        Assert.Equal("table", flow.Emulator.Files.ReadAllText("$(FME_SHAREDRESOURCE_TEMP)/roads/sub/roads.dbf"));
        Assert.True(flow.Emulator.Files.Exists("FME_SHAREDRESOURCE_TEMP/roads/sub"));
        Assert.Empty(flow.LastRequest.Body);
    }

    [Fact]
    public async Task Without_overwriting_each_file_has_its_own_outcome()
    {
        await using Flow flow = await Flow.StartInProcessAsync();
        await UploadAsync(flow, "", ("a.txt", "1"));
        JsonElement outcomes = await flow.SendAsync(
            HttpMethod.Post, $"{Temp}/upload?path=&overwrite=false", HttpStatusCode.MultiStatus, Parts(("a.txt", "2"), ("b.txt", "3")));
        Assert.Equal(["a.txt error", "b.txt success"], outcomes.EnumerateArray().Select(one => $"{one.GetProperty("name")} {one.GetProperty("status")}"));
        Assert.Equal("1", flow.Emulator.Files.ReadAllText("FME_SHAREDRESOURCE_TEMP/a.txt"));
        Assert.Equal(HttpStatusCode.OK, await UploadAsync(flow, "&overwrite=true", ("a.txt", "2")));
        Assert.Equal("2", flow.Emulator.Files.ReadAllText("FME_SHAREDRESOURCE_TEMP/a.txt"));
    }

    [Fact]
    public async Task Files_are_told_downloaded_and_deleted()
    {
        await using Flow flow = await Flow.StartInProcessAsync();
        flow.Emulator.Files.Write("$(FME_SHAREDRESOURCE_TEMP)/out/a.txt", "first");
        flow.Emulator.Files.Write("$(FME_SHAREDRESOURCE_TEMP)/out/deep/b.txt", "second");
        JsonElement info = await flow.GetAsync($"{Temp}/info?path=/out");
        Assert.Equal(["a.txt file", "deep directory"], info.GetProperty("contents").EnumerateArray()
            .Select(one => $"{one.GetProperty("name")} {one.GetProperty("type")}"));
        Assert.Equal(5, info.GetProperty("contents")[0].GetProperty("size").GetInt64());
        using HttpResponseMessage file = await flow.SendAsync(HttpMethod.Get, $"{Temp}/download?path=/out/a.txt");
        Assert.Equal("first", await file.Content.ReadAsStringAsync(Cancelled));
        Assert.Equal("a.txt", file.Content.Headers.ContentDisposition?.FileName);
        Assert.Equal(HttpStatusCode.NoContent, await flow.DeleteAsync($"{Temp}/item?path=/out"));
        Assert.Empty(flow.Emulator.Files.Paths);
        await flow.GetAsync($"{Temp}/info?path=/out/a.txt", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Several_items_come_as_a_zip_and_one_file_as_it_is()
    {
        await using Flow flow = await Flow.StartInProcessAsync();
        flow.Emulator.Files.Write("$(FME_SHAREDRESOURCE_TEMP)/out/a.txt", "first");
        flow.Emulator.Files.Write("$(FME_SHAREDRESOURCE_TEMP)/out/deep/b.txt", "second");
        using HttpResponseMessage zip = await flow.SendAsync(
            HttpMethod.Post, $"{Temp}/downloadzip", Json("""{"path":"/","items":["out"],"zipFileName":"all"}"""));
        Assert.Equal("application/zip", zip.Content.Headers.ContentType?.MediaType);
        using var archive = new ZipArchive(await zip.Content.ReadAsStreamAsync(Cancelled));
        Assert.Equal(["out/a.txt", "out/deep/b.txt"], archive.Entries.Select(entry => entry.FullName));
        using HttpResponseMessage one = await flow.SendAsync(
            HttpMethod.Post, $"{Temp}/downloadzip", Json("""{"path":"/out","items":["a.txt"],"zipFileName":"all"}"""));
        Assert.Equal("first", await one.Content.ReadAsStringAsync(Cancelled));
    }

    [Fact]
    public async Task Directories_are_made_once_and_several_items_are_deleted()
    {
        await using Flow flow = await Flow.StartInProcessAsync();
        const string made = """{"path":"/in","directoryName":"new"}""";
        JsonElement folder = await flow.PostAsync($"{Temp}/directory", made, HttpStatusCode.Created);
        Assert.Equal("/in/new", folder.GetProperty("path").GetString());
        await flow.PostAsync($"{Temp}/directory", made, HttpStatusCode.Conflict);
        await flow.PostAsync($"{Temp}/delete", """{"path":"/in","items":["new","none"]}""", HttpStatusCode.MultiStatus);
        Assert.False(flow.Emulator.Files.Exists("FME_SHAREDRESOURCE_TEMP/in/new"));
    }

    [Theory]
    [InlineData("GET", "/fmeapiv4/resources/connections/NONE/info?path=/", HttpStatusCode.NotFound)]
    [InlineData("GET", $"{Temp}/info", HttpStatusCode.UnprocessableEntity)]
    [InlineData("GET", $"{Temp}/info?path=/../FME_SHAREDRESOURCE_DATA", HttpStatusCode.UnprocessableEntity)]
    [InlineData("GET", $"{Temp}/download?path=/", HttpStatusCode.UnprocessableEntity)]
    [InlineData("DELETE", $"{Temp}/item?path=/", HttpStatusCode.UnprocessableEntity)]
    [InlineData("POST", $"{Temp}/upload?path=/", HttpStatusCode.UnsupportedMediaType)]
    public async Task What_cannot_be_is_refused(string method, string path, HttpStatusCode status)
    {
        await using Flow flow = await Flow.StartInProcessAsync();
        await flow.SendAsync(new HttpMethod(method), path, status);
        Assert.NotEmpty(flow.LastRequest.Problems);
    }

    [Fact]
    public async Task A_token_without_permission_sees_no_connection_and_brings_no_file()
    {
        await using Flow flow = await Flow.StartInProcessAsync();
        flow.Http.DefaultRequestHeaders.Authorization = new("fmetoken", "token=weak");
        Assert.Equal(0, (await flow.GetAsync("/fmeapiv4/resources/connections")).GetProperty("totalCount").GetInt32());
        Assert.Equal(HttpStatusCode.Forbidden, await UploadAsync(flow, "", ("a.txt", "1")));
        Assert.Empty(flow.Emulator.Files.Paths);
    }

    [Fact]
    public async Task A_large_file_passes_and_the_limit_of_all_files_holds()
    {
        const int limit = 20 << 20;
        await using Flow flow = await Flow.StartInProcessAsync(storageLimit: limit);
        Assert.Equal(HttpStatusCode.OK, await UploadAsync(flow, "", ("large.bin", new string('x', 17 << 20))));
        Assert.Equal(HttpStatusCode.InsufficientStorage, await UploadAsync(flow, "", ("more.bin", new string('x', 4 << 20))));
        Assert.Equal(["$(FME_SHAREDRESOURCE_TEMP)/large.bin"], flow.Emulator.Files.Paths);

        // What was refused takes no room.
        Assert.Equal(HttpStatusCode.OK, await UploadAsync(flow, "", ("less.bin", new string('x', 3 << 20))));
    }

    private static async Task<HttpStatusCode> UploadAsync(Flow flow, string path, params (string Name, string Content)[] files)
    {
        using HttpResponseMessage response = await flow.SendAsync(HttpMethod.Post, $"{Temp}/upload?path={path}", Parts(files));
        return response.StatusCode;
    }

    private static MultipartFormDataContent Parts(params (string Name, string Content)[] files)
    {
        var parts = new MultipartFormDataContent();
        foreach ((string name, string content) in files)
        {
            parts.Add(new StringContent(content), "files", name);
        }

        return parts;
    }

    private static StringContent Json(string text) => new(text, Encoding.UTF8, "application/json");
}
