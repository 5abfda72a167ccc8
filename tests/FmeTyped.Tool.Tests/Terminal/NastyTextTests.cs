using System.Text.Json;
using FmeTyped.Testing;
using FmeTyped.Tool.Commands;
using FmeTyped.Tool.Terminal;
using FmeTyped.Tool.Tests.Harness;
using Spectre.Console.Testing;

namespace FmeTyped.Tool.Tests.Terminal;

/// <summary>Every verb, on a server and files whose every text is made to steer a terminal, a build server, a page or a compiler.</summary>
public sealed class NastyTextTests : IDisposable
{
    private readonly ToolFolder _folder = new();

    private static CancellationToken CancellationToken => TestContext.Current.CancellationToken;

    public static TheoryData<FmeFlowApis, bool> Servers => new() { { FmeFlowApis.V3, false }, { FmeFlowApis.V4, false }, { FmeFlowApis.V4, true } };

    [Theory]
    [MemberData(nameof(Servers))]
    public async Task No_verb_prints_a_text_of_a_server_as_it_is(FmeFlowApis api, bool isTerminal)
    {
        FmeFlowEmulatorOptions options = TestServer.OptionsOf(api, "alpha", [Workspace()]);
        await using FmeFlowEmulator emulator = await FmeFlowEmulator.StartAsync(options, CancellationToken);
        emulator.OnRun(NastyText.Name, $"{NastyText.Name}.fmw", _ => FmeJobOutcome.Failure(NastyText.Text) with
        {
            Warnings = [NastyText.Text],
            LogLines = [NastyText.Text],
        });
        string workspace = $"{NastyText.Name}/{NastyText.Name}.fmw";

        await RunAsync(isTerminal, emulator.ServerUrl, 0, "pull");
        await RunAsync(isTerminal, emulator.ServerUrl, 0, "check");
        await RunAsync(isTerminal, emulator.ServerUrl, 0, "check", "--github");
        await RunAsync(isTerminal, emulator.ServerUrl, 1, "run", workspace, $"{NastyText.Name}=x");
        await RunAsync(isTerminal, emulator.ServerUrl, 1, "run", workspace, "--json");
        await RunAsync(isTerminal, emulator.ServerUrl, 0, "run", workspace, $"{NastyText.Name}=x", "--dry-run");
        await RunAsync(isTerminal, emulator.ServerUrl, 4, "run", workspace, $"MODE={NastyText.Name}");
        await RunAsync(isTerminal, emulator.ServerUrl, 4, "run", workspace, $"{NastyText.Name}x=1");
        await RunAsync(isTerminal, emulator.ServerUrl, 4, "run", $"{NastyText.Name}/b.fmw");
        await RunAsync(isTerminal, emulator.ServerUrl, 0, "jobs", "--explain");
        await RunAsync(isTerminal, emulator.ServerUrl, 0, "jobs", "--explain", "--json");
        await RunAsync(isTerminal, emulator.ServerUrl, 0, "log", "1");
        await RunAsync(isTerminal, emulator.ServerUrl, 0, "log", "1", "--json");
        await RunAsync(isTerminal, emulator.ServerUrl, 1, "cancel", "1");
        await RunAsync(isTerminal, emulator.ServerUrl, api == FmeFlowApis.V3 ? 0 : 2, "doctor", "--queue", NastyText.Name);
        await RunAsync(isTerminal, emulator.ServerUrl, null, "probe", "--workspace", "Samples/none.fmw");

        // The schema file is not the server's any more.
        _folder.With("workspaces.json", TestServer.SchemaOf(Workspace().Replace("\"MODE\"", "\"MODE2\"", StringComparison.Ordinal)));
        await RunAsync(isTerminal, emulator.ServerUrl, 2, "check");
        await RunAsync(isTerminal, emulator.ServerUrl, 2, "check", "--github");
        await RunAsync(isTerminal, emulator.ServerUrl, 2, "check", "--json");
        await RunAsync(isTerminal, emulator.ServerUrl, 0, "pull", "--dry-run");
    }

    [Theory]
    [MemberData(nameof(Servers))]
    public async Task No_status_of_a_job_is_printed_as_it_is(FmeFlowApis api, bool isTerminal)
    {
        const string Plain = """{ "repository": "R", "workspace": "w.fmw", "services": ["fmejobsubmitter"], "parameters": [], "csharp": {} }""";
        await using FmeFlowEmulator emulator = await FmeFlowEmulator.StartAsync(TestServer.OptionsOf(api, "alpha", [Plain]), CancellationToken);
        emulator.OnRun("R", "w.fmw", _ => FmeJobOutcome.Failure("No such layer"));
        string status = JsonSerializer.Serialize(NastyText.Text);
        int changes = 0;
        await using RelayServer relay = await RelayServer.StartAsync(emulator, text =>
        {
            string changed = text.Replace("\"FME_FAILURE\"", status, StringComparison.Ordinal).Replace("\"failure\"", status, StringComparison.Ordinal);
            changes += changed == text ? 0 : 1;
            return changed;
        });
        await RunAsync(isTerminal, emulator.ServerUrl, 0, "pull");
        await RunAsync(isTerminal, emulator.ServerUrl, 1, "run", "R/w.fmw");

        foreach (string[] more in new string[][] { [], ["--explain"], ["--json"], ["--explain", "--json"] })
        {
            await RunAsync(isTerminal, new Uri(relay.Url), null, ["jobs", .. more]);
        }

        Assert.True(changes >= 4, $"{changes} answers had a status");
    }

    [Fact]
    public async Task Nothing_that_is_written_for_people_or_compilers_has_a_text_of_a_server_as_it_is()
    {
        _folder.With("workspaces.json", TestServer.SchemaOf(Workspace()));

        await RunAsync(false, null, 0, "docs", "--output", _folder.PathOf("pages"));
        await RunAsync(false, null, 0, "emit", "--output", _folder.PathOf("code"));
        await RunAsync(false, null, 0, "schema");
        await RunAsync(false, null, 0, "schema", "--out", _folder.PathOf("schemas"));

        NastyText.AssertMarkdown("docs", await File.ReadAllTextAsync(Assert.Single(Directory.GetFiles(_folder.PathOf("pages"))), CancellationToken));
        string[] code = Directory.GetFiles(_folder.PathOf("code"));
        string source = await File.ReadAllTextAsync(Assert.Single(code), CancellationToken);
        NastyText.AssertShown("emit", source);
        Assert.Empty(Compiler.Compile([source]));
        foreach (string file in Directory.GetFiles(_folder.PathOf("schemas"), "*", SearchOption.AllDirectories))
        {
            NastyText.AssertShown("schema", await File.ReadAllTextAsync(file, CancellationToken));
        }
    }

    [Fact]
    public async Task What_is_wrong_with_a_file_is_told_in_characters_that_do_nothing()
    {
        string parameter = JsonSerializer.Serialize(NastyText.Text);
        string schema = TestServer.SchemaOf(Workspace().Replace("\"csharp\": {}", $$"""
            "csharp": { "name": {{parameter}}, "parameters": { {{parameter}}: { "type": {{parameter}} }, "MODE": { "options": { {{parameter}}: "X" } } } }
            """, StringComparison.Ordinal));
        _folder.With("workspaces.json", schema);
        _folder.With("answer.json", "[\"" + "\u202E" + "\u001b\"");

        await RunAsync(false, null, 4, "emit", "--output", _folder.PathOf("code"));
        await RunAsync(false, null, 4, "import", _folder.PathOf("answer.json"), "--repository", "R");
        await RunAsync(true, null, 4, "import", "\u001b[31m.json", "--repository", "R");
        await RunAsync(true, null, 4, "import", "--\u001b[31m");
    }

    public void Dispose() => _folder.Dispose();

    private async Task RunAsync(bool isTerminal, Uri? server, int? exitCode, params string[] arguments)
    {
        using var standard = new StringWriter();
        using var errors = new StringWriter();
        using var terminal = new TestConsole();
        terminal.Profile.Width = 2000;
        using var input = new StringReader("alpha");
        bool needsFile = arguments[0] is "pull" or "check" or "run" or "doctor" or "docs" or "emit" or "schema" or "import";
        string[] more =
        [
            .. needsFile ? ["--schema", _folder.PathOf("workspaces.json")] : Array.Empty<string>(),
            .. server is null ? [] : new[] { "--server", server.ToString(), "--token-stdin" },
        ];

        var output = new Output(standard, errors, isTerminal ? terminal : null) { Input = input };
        int code = await new ToolApp(output, TimeProvider.System).RunAsync([.. arguments, .. more], CancellationToken);

        string printed = $"{standard}{errors}{terminal.Output}";
        Assert.True(exitCode is null || code == exitCode, $"{arguments[0]} ended with {code}:\n{printed}");
        NastyText.AssertShown(string.Join(' ', arguments[..1]), printed);
    }

    private static string Workspace()
    {
        string name = JsonSerializer.Serialize(NastyText.Name);
        string text = JsonSerializer.Serialize(NastyText.Text);
        return $$"""
            { "repository": {{name}}, "workspace": {{JsonSerializer.Serialize(NastyText.Name + ".fmw")}}, "title": {{text}}, "description": {{text}},
              "services": ["fmejobsubmitter"], "parameters": [
                { "name": {{name}}, "type": "TEXT", "model": "string", "description": {{text}}, "optional": true, "defaultValue": {{text}} },
                { "name": "MODE", "type": "CHOICE", "model": "string", "description": {{text}}, "optional": true, "defaultValue": "a",
                  "listOptions": [{ "caption": {{text}}, "value": "a" }, { "caption": "b", "value": {{text}} }] }
              ], "csharp": {} }
            """;
    }
}
