using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;

namespace FmeTyped.Testing.Tests.Resources;

public sealed class V3ResourceTests
{
    private const string Data = "resources/connections/FME_SHAREDRESOURCE_DATA/filesys";

    [Fact]
    public async Task A_body_is_a_file_with_the_name_of_its_disposition()
    {
        await using Flow flow = await Flow.StartInProcessAsync();
        JsonElement made = await flow.SendAsync(
            HttpMethod.Post, $"{Data}/in/new?createDirectories=true", HttpStatusCode.Created, Bytes("Straße 1.txt", "ways"));
        Assert.Equal("/in/new/Straße 1.txt", made.GetProperty("path").GetString());
        Assert.Equal("ways", flow.Emulator.Files.ReadAllText("$(FME_SHAREDRESOURCE_DATA)/in/new/Straße 1.txt"));
        await flow.SendAsync(HttpMethod.Post, $"{Data}/in/new", HttpStatusCode.Conflict, Bytes("Straße 1.txt", "other"));
        await flow.SendAsync(HttpMethod.Post, $"{Data}/in/new?overwrite=true", HttpStatusCode.Created, Bytes("Straße 1.txt", "other"));
        Assert.Equal("other", flow.Emulator.Files.ReadAllText("$(FME_SHAREDRESOURCE_DATA)/in/new/Straße 1.txt"));
    }

    [Fact]
    public async Task Folders_are_made_when_asked_for_only()
    {
        await using Flow flow = await Flow.StartInProcessAsync();
        await flow.SendAsync(HttpMethod.Post, $"{Data}/none", HttpStatusCode.NotFound, Bytes("a.txt", "1"));
        JsonElement folder = await flow.SendAsync(
            HttpMethod.Post, $"{Data}/", HttpStatusCode.Created, new FormUrlEncodedContent([new("type", "DIR"), new("directoryname", "none")]));
        Assert.Equal("DIR", folder.GetProperty("type").GetString());
        await flow.SendAsync(HttpMethod.Post, $"{Data}/none", HttpStatusCode.Created, Bytes("a.txt", "1"));
    }

    [Fact]
    public async Task Several_files_come_in_a_form()
    {
        await using Flow flow = await Flow.StartInProcessAsync();
        using var form = new MultipartFormDataContent { { new StringContent("1"), "file0", "a.txt" }, { new StringContent("2"), "file1", "b.txt" } };
        Assert.Equal(2, (await flow.SendAsync(HttpMethod.Post, $"{Data}/", HttpStatusCode.OK, form)).GetArrayLength());
        using var one = new MultipartFormDataContent { { new StringContent("3"), "files", "a.txt" } };
        JsonElement saved = await flow.SendAsync(HttpMethod.Post, $"{Data}/new?createDirectories=true", HttpStatusCode.OK, one);
        Assert.Equal("/new/a.txt FILE 1", string.Join(", ", saved.EnumerateArray().Select(file =>
            $"{file.GetProperty("path").GetString()} {file.GetProperty("type").GetString()} {file.GetProperty("size").GetInt64()}")));
        JsonElement root = await flow.GetAsync($"{Data}/?depth=1&detail=low");
        Assert.Equal(["a.txt", "b.txt", "new"], root.GetProperty("contents").EnumerateArray().Select(one => one.GetProperty("name").GetString()));
    }

    [Fact]
    public async Task A_file_is_read_described_and_deleted()
    {
        await using Flow flow = await Flow.StartInProcessAsync();
        flow.Emulator.Files.Write("$(FME_SHAREDRESOURCE_DATA)/a.txt", "content");
        foreach ((string path, string? accept, string type) in new[]
        {
            ($"{Data}/a.txt", null, "application/octet-stream"),
            ($"{Data}/a.txt", "application/octet-stream", "application/octet-stream"),
            ($"{Data}/a.txt?accept=contents", "application/json", "application/octet-stream"),
            ($"{Data}/a.txt", "application/json", "application/json"),
        })
        {
            using HttpResponseMessage response = await flow.SendAsync(HttpMethod.Get, path, accept: accept);
            Assert.Equal(type, response.Content.Headers.ContentType?.MediaType);
        }

        Assert.Equal(HttpStatusCode.NoContent, await flow.DeleteAsync($"{Data}/a.txt"));
        Assert.Equal(HttpStatusCode.NotFound, await flow.DeleteAsync($"{Data}/a.txt"));
    }

    [Fact]
    public async Task A_folder_comes_as_a_zip()
    {
        await using Flow flow = await Flow.StartInProcessAsync();
        flow.Emulator.Files.Write("$(FME_SHAREDRESOURCE_DATA)/out/a.txt", "1");
        flow.Emulator.Files.Write("$(FME_SHAREDRESOURCE_DATA)/out/sub/b.txt", "2");
        const string zip = "resources/connections/FME_SHAREDRESOURCE_DATA/downloadzip";
        using HttpResponseMessage all = await flow.SendAsync(HttpMethod.Post, $"{zip}/out?zipFileName=resources.zip&fileNames=.", accept: "application/zip");
        Assert.Equal("application/zip", all.Content.Headers.ContentType?.MediaType);
        Assert.Equal(["a.txt", "sub/b.txt"], await EntriesAsync(all));
        using HttpResponseMessage one = await flow.SendAsync(HttpMethod.Post, $"{zip}/out?zipFileName=resources.zip&fileNames=a.txt");
        Assert.Equal(["a.txt"], await EntriesAsync(one));
        await flow.SendAsync(HttpMethod.Post, $"{zip}/none?fileNames=.", HttpStatusCode.NotFound);
        await flow.SendAsync(HttpMethod.Post, $"{zip}/out?fileNames=c.txt", HttpStatusCode.NotFound);
        await flow.SendAsync(HttpMethod.Post, $"{zip}/out", HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task The_data_of_transactdata_is_the_jobs_source()
    {
        await using Flow flow = await Flow.StartInProcessAsync();
        string? seen = null;
        flow.Emulator.OnRun("Other", "files.fmw", submission =>
        {
            seen = flow.Emulator.Files.ReadAllText(submission.SourceData!);
            return FmeJobOutcome.Success(("Roads", 3));
        });
        JsonElement result = await flow.SendAsync(
            HttpMethod.Post,
            "transformations/transactdata/Other/files.fmw?MODE=fast&opt_tag=Night&opt_ttc=60&opt_description=d&opt_successtopics=A&opt_successtopics=B",
            HttpStatusCode.OK,
            Bytes("roads.csv", "x,y"));
        Assert.Equal("x,y", seen);
        Assert.Equal(3, result.GetProperty("numFeaturesOutput").GetInt64());
        JsonElement job = await flow.JobAsync(1);
        Assert.Equal("Night", job.GetProperty("request").GetProperty("TMDirectives").GetProperty("tag").GetString());
        Assert.Equal(2, job.GetProperty("request").GetProperty("NMDirectives").GetProperty("successTopics").GetArrayLength());
        Assert.EndsWith("/roads.csv", Assert.Single(flow.Emulator.Submissions).SourceData!, StringComparison.Ordinal);
        Assert.Empty(flow.Emulator.Requests[0].Problems);
        Assert.Equal(HttpStatusCode.OK, (await flow.SendAsync(HttpMethod.Get, "resources/connections/FME_SHAREDRESOURCE_DATA")).StatusCode);
    }

    private static async Task<IEnumerable<string>> EntriesAsync(HttpResponseMessage response)
    {
        using var archive = new ZipArchive(await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));
        return [.. archive.Entries.Select(entry => entry.FullName)];
    }

    private static ByteArrayContent Bytes(string name, string content)
    {
        var bytes = new ByteArrayContent(System.Text.Encoding.UTF8.GetBytes(content));
        bytes.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        bytes.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment") { FileName = "fallback.txt", FileNameStar = name };
        return bytes;
    }
}
