using System.Diagnostics;
using System.Runtime.Versioning;
using System.Text;
using System.Text.Json;
using FmeTyped.Schema.Facts;
using FmeTyped.Tool.SchemaFiles;
using FmeTyped.Tool.Tests.Harness;

namespace FmeTyped.Tool.Tests.SchemaFiles;

/// <summary>Which file is replaced where links lie on its path, and what of it stays.</summary>
public sealed class AtomicFileTests : IDisposable
{
    private const UnixFileMode Private = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode Shared = Private | UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.OtherRead | UnixFileMode.OtherWrite;

    private readonly ToolFolder _folder = new();

    [Fact]
    public async Task A_link_in_the_current_folder_is_followed()
    {
        _folder.With("in/map.json", Answers.V3List).With("real.json", """{ "format": 1, "workspaces": [] }""");
        File.CreateSymbolicLink(_folder.PathOf("link.json"), "real.json");

        (await _folder.RunAsync("import", "in", "--repository", "City", "--schema", "link.json")).MustEndWith(0);

        Assert.Contains("map.fmw", _folder.Read("real.json"), StringComparison.Ordinal);
        Assert.Equal("real.json", new FileInfo(_folder.PathOf("link.json")).LinkTarget);
        Assert.Equal(["link.json", "real.json"], FilesIn(""));
    }

    [Fact]
    public void A_link_is_relative_to_the_folder_it_lies_in_however_the_path_leads_there()
    {
        _folder.With("a/file.json", "old").With("a/b/other.json", "other");
        Directory.CreateSymbolicLink(_folder.PathOf("short"), Path.Combine("a", "b"));
        File.CreateSymbolicLink(_folder.PathOf("a", "b", "link.json"), Path.Combine("..", "second.json"));
        File.CreateSymbolicLink(_folder.PathOf("a", "second.json"), _folder.PathOf("a", ".", "file.json"));

        AtomicFile.Write(_folder.PathOf("short", "link.json"), "new");

        Assert.Equal("new", _folder.Read("a", "file.json"));
        Assert.Equal("new", _folder.Read("short", "link.json"));
        Assert.Equal(["file.json", "second.json"], FilesIn("a"));
        Assert.NotNull(new FileInfo(_folder.PathOf("a", "b", "link.json")).LinkTarget);
        Assert.NotNull(new FileInfo(_folder.PathOf("a", "second.json")).LinkTarget);
    }

    [Fact]
    public async Task The_file_that_a_link_means_is_made()
    {
        _folder.With("in/map.json", Answers.V3List);
        File.CreateSymbolicLink(_folder.PathOf("link.json"), Path.Combine("in", "file.json"));

        (await _folder.RunAsync("import", "in/map.json", "--repository", "City", "--schema", "link.json")).MustEndWith(0);

        Assert.Contains("map.fmw", _folder.Read("in", "file.json"), StringComparison.Ordinal);
        Assert.NotNull(new FileInfo(_folder.PathOf("link.json")).LinkTarget);
    }

    [Fact]
    public void The_folder_of_a_file_that_a_link_means_is_not_made()
    {
        File.CreateSymbolicLink(_folder.PathOf("link.json"), Path.Combine("gone", "file.json"));

        IOException fault = Assert.ThrowsAny<IOException>(() => AtomicFile.Write(_folder.PathOf("link.json"), "new"));

        Assert.Contains(_folder.PathOf("gone", "file.json"), fault.Message, StringComparison.Ordinal);
        Assert.Equal(["link.json"], FilesIn(""));
    }

    [Fact]
    public void Links_that_lead_in_a_circle_are_refused()
    {
        File.CreateSymbolicLink(_folder.PathOf("one.json"), "two.json");
        File.CreateSymbolicLink(_folder.PathOf("two.json"), "one.json");

        IOException fault = Assert.ThrowsAny<IOException>(() => AtomicFile.Write(_folder.PathOf("one.json"), "new"));

        Assert.Contains("form a cycle", fault.Message, StringComparison.Ordinal);
        Assert.Equal(["one.json", "two.json"], FilesIn(""));
    }

    [Fact]
    public void What_is_left_beside_the_file_that_a_link_means_goes()
    {
        _folder.With("data/file.json", "old").With("data/file.json.0123abcd.tmp", "half").With("link.json.0123abcd.tmp", "of somebody else");
        File.CreateSymbolicLink(_folder.PathOf("link.json"), Path.Combine("data", "file.json"));

        AtomicFile.RemoveLeftovers(_folder.PathOf("link.json"));

        Assert.Equal(["file.json"], FilesIn("data"));
        Assert.Equal(["link.json", "link.json.0123abcd.tmp"], FilesIn(""));
    }

    [Fact]
    public async Task A_file_has_one_lock_under_all_its_names()
    {
        _folder.With("file.json", "old");
        File.CreateSymbolicLink(_folder.PathOf("link.json"), "file.json");
        using SchemaFileLock held = await SchemaFileLock.TakeAsync(_folder.PathOf("file.json"), TestContext.Current.CancellationToken);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => SchemaFileLock.TakeAsync(_folder.PathOf("link.json"), new CancellationToken(canceled: true)));
    }

    [Theory]
    [InlineData(Private)]
    [InlineData(Shared)]
    [InlineData(Private | UnixFileMode.GroupRead)]
    [UnsupportedOSPlatform("windows")]
    public void The_mode_stays(UnixFileMode mode)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Files have no mode.");
        _folder.With("file.json", "old");
        File.SetUnixFileMode(_folder.PathOf("file.json"), mode);

        AtomicFile.Write(_folder.PathOf("file.json"), "new");

        Assert.Equal("new", _folder.Read("file.json"));
        Assert.Equal(mode, File.GetUnixFileMode(_folder.PathOf("file.json")));
    }

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public void A_new_file_has_the_mode_of_new_files()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Files have no mode.");
        _folder.With("other.json", "other");

        AtomicFile.Write(_folder.PathOf("file.json"), "new");

        Assert.Equal(File.GetUnixFileMode(_folder.PathOf("other.json")), File.GetUnixFileMode(_folder.PathOf("file.json")));
    }

    [Fact]
    public async Task Owner_group_and_mode_stay_where_the_process_may_set_them()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess, "Only root gives files away.");
        string path = _folder.With("file.json", "old").PathOf("file.json");
        await OutputOf("chown", "1234:5678", path);
        await OutputOf("chmod", "640", path);

        AtomicFile.Write(path, "new");

        Assert.Equal("1234:5678 640", await OutputOf("stat", "-c", "%u:%g %a", path));
    }

    [Fact]
    public async Task What_is_no_file_is_not_replaced()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux tells.");
        string path = _folder.PathOf("pipe");
        await OutputOf("mkfifo", path);

        IOException fault = Assert.Throws<IOException>(() => AtomicFile.Write(path, "new"));

        Assert.Equal($"{path} is a device, a pipe or the like, and not a file.", fault.Message);
        Assert.Equal("fifo", await OutputOf("stat", "-c", "%F", path));
    }

    [Fact]
    public void A_folder_is_not_replaced()
    {
        Directory.CreateDirectory(_folder.PathOf("folder"));

        IOException fault = Assert.Throws<IOException>(() => AtomicFile.Write(_folder.PathOf("folder"), "new"));

        Assert.Equal($"{_folder.PathOf("folder")} cannot be written: it is a folder, and not a file.", fault.Message);
    }

    [Theory]
    [InlineData("workspaces.json", "import", "in", "--repository", "City")]
    [InlineData("code/App.Fme.City.Map.g.cs", "emit", "--output", "code", "--root-namespace", "App")]
    public async Task A_file_that_cannot_be_replaced_is_named_and_stays(string file, params string[] command)
    {
        _folder.With("in/map.json", Answers.V3List).With("workspaces.json", TestServer.SchemaOf("""
            { "repository": "City", "workspace": "map.fmw", "parameters": [] }
            """));
        string old = File.Exists(_folder.PathOf(file)) ? _folder.Read(file) : "old";
        _folder.With(file, old);
        string[] before = FilesOfAll();
        using var held = new HeldFile(_folder.PathOf(file));

        ToolResult result = (await _folder.RunAsync(command)).MustEndWith(4);

        Assert.Contains($"{Path.GetFileName(file)} cannot be replaced", result.Errors, StringComparison.Ordinal);
        Assert.Equal(old, _folder.Read(file));
        Assert.Equal(before, FilesOfAll());
    }

    [Theory]
    [InlineData("check", "/dev/zero", "--schema", "workspaces.json", "--against", "/dev/zero")]
    [InlineData("import", "/dev/zero", "in/map.json", "--repository", "City", "--schema", "/dev/zero")]
    [InlineData("docs", "/dev/full", "--output", "out", "--schema", "/dev/full")]
    public async Task A_device_that_never_ends_is_not_read(string verb, string device, params string[] arguments)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux tells.");
        _folder.With("in/map.json", Answers.V3List).With("workspaces.json", """{ "format": 1, "workspaces": [] }""");

        ToolResult result = (await _folder.RunAsync([verb, .. arguments])).MustEndWith(4);

        Assert.Contains(device, result.Errors, StringComparison.Ordinal);
        Assert.Contains("is a device", result.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/dev/stdout")]
    [InlineData("/dev/full")]
    public async Task A_schema_file_is_not_written_into_a_pipe_or_a_device(string path)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux tells.");
        _folder.With("in/map.json", Answers.V3List);

        ToolResult result = (await _folder.RunAsync("import", "in", "--repository", "City", "--schema", path)).MustEndWith(4);

        Assert.Contains($"{path} is a device, a pipe or the like, and not a file.", result.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_generated_has_names_of_every_system_and_goes_through_no_link()
    {
        string[] repositories = ["CON", "com1.x", "../out", new string('a', 300), new string('区', 300), "docs", "C:\\x", "a:b"];
        _folder.With("workspaces.json", TestServer.SchemaOf([.. repositories.Select(repository =>
            $$"""{ "repository": {{JsonSerializer.Serialize(repository)}}, "workspace": "nul.fmw", "parameters": [] }""")]));
        _folder.With("mine.md", "mine").With("pages/x.md", "x").With("code/x.cs", "x");
        File.CreateSymbolicLink(_folder.PathOf("pages", "docs.md"), _folder.PathOf("mine.md"));
        File.CreateSymbolicLink(_folder.PathOf("code", "App.Fme.Docs.Nul.g.cs"), _folder.PathOf("mine.md"));

        (await _folder.RunAsync("docs", "--output", "pages")).MustEndWith(0);
        (await _folder.RunAsync("emit", "--output", "code", "--root-namespace", "App")).MustEndWith(0);
        (await _folder.RunAsync("schema", "--out", "schemas")).MustEndWith(0);

        Assert.Equal("mine", _folder.Read("mine.md"));
        Assert.Equal(["mine.md", "workspaces.json"], FilesIn(""));
        string[] written = [.. Directory.GetFileSystemEntries(_folder.Path, "*", SearchOption.AllDirectories).Select(path => Path.GetFileName(path))];
        Assert.All(written, name =>
        {
            Assert.False(ReservedFileNames.Contains(name), name);
            Assert.InRange(Encoding.UTF8.GetByteCount(name), 1, 255);
            Assert.DoesNotContain(name, character => ":\\<>|?*\"".Contains(character, StringComparison.Ordinal));
        });
        Assert.Equal(repositories.Length + 1, FilesIn("pages").Length);

        Directory.CreateDirectory(_folder.PathOf("linked"));
        Directory.CreateSymbolicLink(_folder.PathOf("linked", "docs"), _folder.PathOf("pages"));
        Assert.Contains("is a link", (await _folder.RunAsync("schema", "--out", "linked")).MustEndWith(4).Errors, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private string[] FilesIn(string folder) =>
        [.. Directory.GetFiles(_folder.PathOf(folder)).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];

    private string[] FilesOfAll() =>
        [.. Directory.GetFiles(_folder.Path, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];

    private static async Task<string> OutputOf(string program, params string[] arguments)
    {
        using Process process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })!;
        string output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, process.ExitCode);
        return output.Trim();
    }
}
