using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;
using FmeTyped.Docs.Tests;
using FmeTyped.Testing;
using FmeTyped.Tool.Commands;
using FmeTyped.Tool.Terminal;
using FmeTyped.Tool.Tests.Harness;
using Spectre.Console.Testing;

namespace FmeTyped.Tool.Tests.Terminal;

public sealed partial class ToolAppTests : IDisposable
{
    private readonly ToolFolder _folder = new();
    private readonly StringWriter _errors = new();

    [Theory]
    [InlineData("pull", "--schema <file>")]
    [InlineData("import", "--schema <file>")]
    [InlineData("check", "--schema <file>")]
    [InlineData("emit", "--schema <file>")]
    [InlineData("docs", "--schema <file>")]
    [InlineData("run", "--schema <file>")]
    [InlineData("jobs", "--server <url>")]
    [InlineData("log", "--server <url>")]
    [InlineData("cancel", "--server <url>")]
    [InlineData("doctor", "--schema <file>")]
    [InlineData("probe", "--server <url>")]
    [InlineData("serve", "--schema <file>")]
    public async Task The_help_of_every_verb_has_examples_and_exit_codes(string verb, string option)
    {
        string help = (await _folder.RunAsync(verb, "--help")).MustEndWith(0).Output;

        Assert.Contains($"Examples:{Environment.NewLine}  fmetyped {verb} ", help, StringComparison.Ordinal);
        Assert.Contains(option, help, StringComparison.Ordinal);
        Assert.Matches(@"Exit codes:\s+0    ", help);
        Assert.Contains("  4    ", help, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_verb_it_shows_the_help()
    {
        ToolResult bare = (await _folder.RunAsync()).MustEndWith(0);

        Assert.Equal((await _folder.RunAsync("--help")).MustEndWith(0).Output, bare.Output);
        Assert.Contains("Examples:", bare.Output, StringComparison.Ordinal);
        Assert.Matches(@"^0\.1\.0", (await _folder.RunAsync("--version")).MustEndWith(0).Output);
    }

    [Theory]
    [InlineData("There is no command 'chek'. Did you mean 'check'? See fmetyped --help.", "chek", "--server", "https://fme.example.com")]
    [InlineData("There is no command 'frobnicate'. See fmetyped --help.", "frobnicate")]
    [InlineData("There is no option '--versoin'. Did you mean '--version'? See fmetyped --help.", "--versoin")]
    [InlineData("There is no option '--sinze'. Did you mean '--since'? See fmetyped jobs --help.", "jobs", "--sinze")]
    [InlineData("There is no option '--no-wiat'. Did you mean '--no-wait'? See fmetyped run --help.", "run", "City/map.fmw", "--no-wiat")]
    [InlineData("'twice' is one argument too many. See fmetyped log --help.", "log", "1", "twice")]
    [InlineData("'1w' is not a time such as 30m, 18h or 7d. See fmetyped jobs --help.", "jobs", "--since", "1w")]
    public async Task What_is_misspelt_is_said_with_what_was_meant(string message, params string[] arguments)
    {
        using var terminal = new TestTerminal();

        Assert.Equal(4, await terminal.RunAsync(arguments));

        Assert.Equal(message + Environment.NewLine, terminal.Errors);
    }

    [Theory]
    [InlineData("chec", "check")]
    [InlineData("check --ser", "--server")]
    [InlineData("jobs --wa", "--watch")]
    public async Task The_completion_of_the_page_completes(string typed, string completed)
    {
        Assert.SkipUnless(File.Exists("/bin/bash"), "There is no Bash.");
        string function = DocsPage.Read("docs/reference/tool.md").Blocks.Single(block => block.Info == "bash").Code;
        _folder.With("complete.sh", $$"""
            fmetyped() { dotnet exec "{{ToolFolder.Dll}}" "$@"; }
            {{function}}
            COMP_LINE="fmetyped {{typed}}"
            COMP_POINT=${#COMP_LINE}
            _fmetyped
            echo "${COMPREPLY[@]}"
            """);
        using var shell = Process.Start(new ProcessStartInfo("/bin/bash", [_folder.PathOf("complete.sh")]) { RedirectStandardOutput = true })!;

        Assert.Equal(completed, (await shell.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken)).Trim());
    }

    [Theory]
    [InlineData("", true)]
    [InlineData("NO_COLOR=1", false)]
    public async Task A_terminal_gets_colours_unless_it_wants_none(string environment, bool hasColours)
    {
        Assert.SkipUnless(File.Exists("/usr/bin/script"), "There is no program that plays a terminal.");
        string command = $"env TERM=xterm-256color {environment} dotnet exec {ToolFolder.Dll} doctor --server http://127.0.0.1:9 --token-env PATH";
        using var terminal = Process.Start(new ProcessStartInfo("/usr/bin/script", ["-qec", command, "/dev/null"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            WorkingDirectory = _folder.Path,
        })!;
        string screen = await terminal.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);

        Assert.Contains("failed", screen, StringComparison.Ordinal);
        Assert.Equal(hasColours, Colour().IsMatch(screen));
    }

    [Fact]
    public async Task A_terminal_gets_a_table()
    {
        using var terminal = new TestConsole();
        terminal.Profile.Width = 160;
        string schema = _folder.PathOf("workspaces.json");
        _folder.With(
            "workspaces.json",
            """{ "format": 1, "workspaces": [{ "repository": "R", "workspace": "a.fmw", "parameters": [{ "name": "[red]", "type": "TEXT","""
                + """ "model": "string", "optional": true }] }] }""").With(
                "a.json", "[]");

        int code = await RunAsync(new Output(TextWriter.Null, _errors, terminal), "check", "--schema", schema, "--against", _folder.PathOf("a.json"));

        Assert.Equal(2, code);
        Assert.Contains("│ breaking │ A.Red │ [red] was removed or made private │ 1    │", terminal.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_terminal_gets_a_table_a_server_and_none_where_nothing_differs()
    {
        const string Workspace = """{ "repository": "R", "workspace": "a.fmw", "services": ["fmejobsubmitter"], "parameters": [] }""";
        await using FmeFlowEmulator same = await TestServer.StartAsync(FmeFlowApis.V4, "alpha", [Workspace]);
        await using FmeFlowEmulator other =
            await TestServer.StartAsync(FmeFlowApis.V4, "alpha", [Workspace.Replace("fmejobsubmitter", "fmedatadownload", StringComparison.Ordinal)]);
        using var terminal = new TestConsole();
        terminal.Profile.Width = 160;
        using var standard = new StringWriter();
        string schema = _folder.PathOf("workspaces.json");
        _folder.With("workspaces.json", TestServer.SchemaOf(Workspace));

        int code = await RunAsync(
            new Output(standard, _errors, terminal) { Input = new StringReader("alpha") },
            "check", "--schema", schema, "--token-stdin", "--server", $"[test]={same.ServerUrl}", "--server", $"[prod]={other.ServerUrl}");

        Assert.Equal(2, code);
        Assert.Equal("[test]: nothing differs." + Environment.NewLine, standard.ToString());
        Assert.Contains("[prod]", terminal.Output, StringComparison.Ordinal);
        Assert.Contains("│ breaking │ A  │ is no longer registered for the service fmejobsubmitter │ 1    │", terminal.Output, StringComparison.Ordinal);
        Assert.Equal(1, terminal.Output.Split("What differs").Length - 1);
    }

    [Fact]
    public async Task A_terminal_gets_a_live_line_and_marks_in_colour()
    {
        using var terminal = new TestConsole();
        terminal.Profile.Width = 160;
        const string Map = """{ "repository": "City", "workspace": "map.fmw", "title": "Map", "services": ["fmejobsubmitter"], "parameters": [] }""";
        await using FmeFlowEmulator emulator = await TestServer.StartAsync(FmeFlowApis.V4, Map);
        _folder.With("workspaces.json", TestServer.SchemaOf(Map));
        using var results = new StringWriter();

        foreach (string[] arguments in (string[][])[["run", "City/map.fmw"], ["doctor"]])
        {
            using var token = new StringReader(emulator.Token);
            int code = await RunAsync(
                new Output(results, _errors, terminal) { Input = token },
                [.. arguments, "--server", emulator.ServerUrl.ToString(), "--token-stdin", "--schema", _folder.PathOf("workspaces.json")]);
            Assert.True(code == 0, $"{code}: {_errors}");
        }

        Assert.Contains("Job 1 is ", terminal.Output, StringComparison.Ordinal);
        Assert.Contains("Job 1: success", results.ToString(), StringComparison.Ordinal);
        Assert.Contains("ok      schema ", terminal.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_fault_of_the_tool_is_one_line_with_an_exit_code_of_its_own()
    {
        _folder.With("a.json", "[]");

        int code = await RunAsync(
            new Output(new BrokenWriter(), _errors, null),
            "import",
            _folder.PathOf("a.json"),
            "--repository",
            "R",
            "--schema",
            _folder.PathOf("workspaces.json"));

        Assert.Equal(70, code);
        Assert.Equal("An internal error of fmetyped; please report it: InvalidOperationException: Out of order" + Environment.NewLine, _errors.ToString());
    }

    [Fact]
    public async Task An_interrupted_run_writes_nothing()
    {
        _folder.With("a.json", "[]");
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        int code = await new ToolApp(new Output(TextWriter.Null, _errors, null), TimeProvider.System).RunAsync(
            ["import", _folder.PathOf("a.json"), "--repository", "R", "--schema", _folder.PathOf("workspaces.json")], cancelled.Token);

        Assert.Equal(130, code);
        Assert.False(File.Exists(_folder.PathOf("workspaces.json")));
    }

    [Fact]
    public async Task A_path_that_cannot_be_written_is_a_users_mistake()
    {
        _folder.With("a.json", "[]");
        Directory.CreateDirectory(_folder.PathOf("workspaces.json"));

        ToolResult result = (await _folder.RunAsync("import", "a.json", "--repository", "R")).MustEndWith(4);

        Assert.EndsWith("Check the path and its permissions." + Environment.NewLine, result.Errors, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        _folder.Dispose();
        _errors.Dispose();
    }

    [GeneratedRegex(@"\e\[[0-9;]*[1-9][0-9;]*m")]
    private static partial Regex Colour();

    private static Task<int> RunAsync(Output output, params string[] arguments) =>
        new ToolApp(output, TimeProvider.System).RunAsync(arguments, TestContext.Current.CancellationToken);

    private sealed class BrokenWriter : TextWriter
    {
        public override Encoding Encoding => Encoding.UTF8;

        public override void WriteLine(string? value) => throw new InvalidOperationException("Out of order");
    }
}
