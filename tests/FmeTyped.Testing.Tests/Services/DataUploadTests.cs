using System.IO.Compression;
using System.Net;
using System.Text.Json;

namespace FmeTyped.Testing.Tests.Services;

public sealed class DataUploadTests
{
    private const string Upload = "/fmedataupload/Other/files.fmw";
    private const string Options = "opt_responseformat=json&opt_fullpath=true&opt_namespace=mine";

    [Fact]
    public async Task A_file_is_put_and_told_by_a_path_that_workspaces_take()
    {
        await using Flow flow = await Flow.StartInProcessAsync();
        JsonElement response = await flow.SendAsync(HttpMethod.Put, $"{Upload}/roads.csv?{Options}", HttpStatusCode.OK, new StringContent("x,y"));
        JsonElement service = response.GetProperty("serviceResponse");
        Assert.Equal("success", service.GetProperty("statusInfo").GetProperty("status").GetString());
        Assert.Equal("mine", service.GetProperty("session").GetString());
        JsonElement file = Assert.Single(service.GetProperty("files").GetProperty("file").EnumerateArray());
        Assert.Equal("roads.csv", file.GetProperty("name").GetString());
        Assert.Equal("x,y", flow.Emulator.Files.ReadAllText(file.GetProperty("path").GetString()!));
    }

    [Fact]
    public async Task Files_come_in_a_form_with_their_folders()
    {
        await using Flow flow = await Flow.StartInProcessAsync();
        using var form = new MultipartFormDataContent { { new StringContent("1"), "files[]", "a.txt" }, { new StringContent("2"), "files[]", "deep/b.txt" } };
        JsonElement response = await flow.SendAsync(HttpMethod.Post, $"{Upload}?{Options}", HttpStatusCode.OK, form);
        JsonElement files = response.GetProperty("serviceResponse").GetProperty("files");
        Assert.Equal("a.txt", Assert.Single(files.GetProperty("file").EnumerateArray()).GetProperty("name").GetString());
        JsonElement folder = Assert.Single(files.GetProperty("folder").EnumerateArray());
        Assert.True(flow.Emulator.Files.Exists(folder.GetProperty("path").GetString() + "/b.txt"));
        JsonElement listed = await flow.GetAsync($"{Upload}?{Options}");
        Assert.Equal(files.GetRawText(), listed.GetProperty("serviceResponse").GetProperty("files").GetRawText());
    }

    [Fact]
    public async Task A_form_without_files_begins_a_session()
    {
        await using Flow flow = await Flow.StartInProcessAsync();
        string[] sessions = [];
        for (int i = 0; i < 2; i++)
        {
            JsonElement response = await flow.SendAsync(
                HttpMethod.Post, Upload, HttpStatusCode.OK, new FormUrlEncodedContent([new("opt_responseformat", "json")]));
            sessions = [.. sessions, response.GetProperty("serviceResponse").GetProperty("session").GetString()!];
        }

        Assert.NotEqual(sessions[0], sessions[1]);
    }

    [Fact]
    public async Task An_archive_is_taken_apart_and_cannot_leave_its_folder()
    {
        await using Flow flow = await Flow.StartInProcessAsync();
        await flow.SendAsync(HttpMethod.Put, $"{Upload}/all.zip?{Options}&opt_extractarchive=true", HttpStatusCode.OK, Zip("a.txt", "deep/b.txt"));
        Assert.Equal(["a.txt", "b.txt"], flow.Emulator.Files.Paths.Select(path => Path.GetFileName(path)));
        await flow.SendAsync(HttpMethod.Put, $"{Upload}/evil.zip?{Options}&opt_extractarchive=true", HttpStatusCode.UnprocessableEntity, Zip("../../c.txt"));
        Assert.DoesNotContain(flow.Emulator.Files.Paths, path => path.EndsWith("c.txt", StringComparison.Ordinal));
    }

    [Fact]
    public async Task It_takes_a_workspace_and_a_token()
    {
        await using Flow flow = await Flow.StartInProcessAsync();
        JsonElement response = await flow.SendAsync(
            HttpMethod.Put, $"/fmedataupload/Other/none.fmw/a.txt?{Options}", HttpStatusCode.NotFound, new StringContent("1"));
        Assert.Equal("failure", response.GetProperty("serviceResponse").GetProperty("statusInfo").GetProperty("status").GetString());
        flow.Http.DefaultRequestHeaders.Authorization = new("fmetoken", "token=none");
        await flow.SendAsync(HttpMethod.Put, $"{Upload}/a.txt?{Options}", HttpStatusCode.Unauthorized, new StringContent("1"));
        Assert.Empty(flow.Emulator.Files.Paths);
    }

    private static ByteArrayContent Zip(params string[] names)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (string name in names)
            {
                using var writer = new StreamWriter(zip.CreateEntry(name).Open());
                writer.Write(name);
            }
        }

        return new ByteArrayContent(bytes.ToArray());
    }
}
