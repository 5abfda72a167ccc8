using System.Text.Json.Nodes;
using FmeTyped.Testing;
using FmeTyped.Tool.Tests.Harness;

namespace FmeTyped.Tool.Tests.Verbs;

/// <summary>The JSON of every verb that reports: its members are part of the tool's interface.</summary>
public sealed class JsonTests : IDisposable
{
    private const string Map =
        """
        { "repository": "City", "workspace": "map.fmw", "title": "Map", "services": ["fmejobsubmitter"], "parameters": [
          { "name": "NOTE", "type": "TEXT", "model": "string", "description": "Note:", "optional": true, "defaultValue": "" }] }
        """;

    private readonly ToolFolder _folder = new ToolFolder().With("map.json", Map);

    private string Schema => _folder.PathOf("workspaces.json");

    [Theory]
    [InlineData(FmeFlowApis.V3)]
    [InlineData(FmeFlowApis.V4)]
    public async Task A_verb_of_a_server_has_one_shape(FmeFlowApis api)
    {
        await using FmeFlowEmulator emulator = await TestServer.StartAsync(api, Map);
        emulator.OnRun("City", "map.fmw", job =>
            job.Parameters.ContainsKey("NOTE") ? FmeJobOutcome.Failure("no such table") : FmeJobOutcome.Success(("a", 7)));

        Shape(
            await RunAsync(emulator, null, "pull", "--schema", Schema, "--cross-check", "--from", "server"),
            "format schema outcome workspaces differences crossCheck problems");
        Shape(await RunAsync(emulator, 0, "check", "--schema", Schema), "format schema servers differences");
        Shape(await RunAsync(emulator, null, "doctor", "--schema", Schema), "format checks");
        Shape(await RunAsync(emulator, null, "probe"), "format tool build apiVersions findings");
        Shape(await RunAsync(emulator, 0, "run", "City/map.fmw", "--schema", Schema, "--no-wait"), "format id");
        Shape(
            await RunAsync(emulator, 0, "run", "City/map.fmw", "--schema", Schema),
            "format id status succeeded seconds featuresWritten warnings errors message");
        JsonNode failed = await RunAsync(emulator, 1, "run", "City/map.fmw", "NOTE=x", "--schema", Schema);
        Shape(failed, "format id status succeeded seconds featuresWritten warnings errors message logLines");
        Assert.Equal("no such table", (string?)failed["message"]);
        JsonNode jobs = await RunAsync(emulator, 0, "jobs", "--failed", "--explain");
        Shape(jobs, "format jobs mayLackJobs");
        Shape(
            Assert.Single(jobs["jobs"]!.AsArray())!,
            "id status repository workspace queue userName submitted started finished seconds message explanation",
            optional: "queue userName message");
        Shape(jobs["jobs"]![0]!["explanation"]!, "message warnings errors firstError lastLines parameters");
        JsonNode log = await RunAsync(emulator, 0, "log", "1");
        Shape(log, "format id lines");
        Assert.NotEmpty(log["lines"]!.AsArray());
        JsonNode cancelled = await RunAsync(emulator, 1, "cancel", "1");
        Shape(cancelled, "format id cancelled");
        Assert.False((bool)cancelled["cancelled"]!);
    }

    [Fact]
    public async Task A_verb_of_files_has_one_shape()
    {
        string inputs = _folder.PathOf("map.json");
        JsonNode imported = await RunAsync(null, 0, "import", inputs, "--repository", "City", "--schema", Schema);
        Shape(imported, "format schema outcome workspaces differences problems");
        Assert.Equal("written", (string?)imported["outcome"]);
        Shape(imported["differences"]![0]!, "class kind repository workspace member message line");
        Assert.Equal("current", (string?)(await RunAsync(null, 0, "import", inputs, "--repository", "City", "--schema", Schema))["outcome"]);
        Shape(await RunAsync(null, 0, "check", "--against", inputs, "--repository", "City", "--schema", Schema), "format schema differences");

        JsonNode code = await RunAsync(null, 1, "emit", "--output", _folder.PathOf("code"), "--check", "--schema", Schema);
        Shape(code, "format folder fileCount isCurrent changes");
        Shape(code["changes"]![0]!, "path reason");
        Shape(await RunAsync(null, 0, "docs", "--output", _folder.PathOf("pages"), "--schema", Schema), "format folder files");
        JsonNode schemas = await RunAsync(null, 0, "schema", "--out", _folder.PathOf("schemas"), "--schema", Schema);
        Shape(schemas, "format folder files");
        Assert.Equal("City/map.json", (string?)schemas["files"]![0]);
        Shape((await RunAsync(null, 0, "schema", "--schema", Schema))["schemas"]!, "City/map.fmw");
    }

    [Fact]
    public async Task An_error_is_an_object_and_a_line_on_standard_error()
    {
        using var terminal = new TestTerminal();

        int code = await terminal.RunAsync("emit", "--output", "code", "--schema", _folder.PathOf("none.json"), "--json");

        Assert.Equal(4, code);
        JsonNode error = JsonNode.Parse(terminal.Standard)!;
        Shape(error, "format error");
        Shape(error["error"]!, "exitCode messages");
        Assert.Equal(4, (int)error["error"]!["exitCode"]!);
        Assert.Equal(terminal.Errors.TrimEnd(), (string?)error["error"]!["messages"]![0]);
        Assert.Empty(terminal.Screen.Output);
    }

    [Fact]
    public async Task A_mistake_of_the_command_line_is_an_object_too()
    {
        using var terminal = new TestTerminal();

        Assert.Equal(4, await terminal.RunAsync("jobs", "--sinze", "1h", "--json"));

        Assert.Equal(4, (int)JsonNode.Parse(terminal.Standard)!["error"]!["exitCode"]!);
    }

    public void Dispose() => _folder.Dispose();

    private static async Task<JsonNode> RunAsync(FmeFlowEmulator? server, int? exitCode, params string[] arguments)
    {
        using var terminal = new TestTerminal(server);
        int code = await terminal.RunAsync([.. arguments, "--json"]);
        Assert.True(exitCode is null || code == exitCode, $"{arguments[0]} ended with {code}:\n{terminal.Standard}{terminal.Errors}");
        Assert.Empty(terminal.Screen.Output);
        return JsonNode.Parse(terminal.Standard)!;
    }

    private static void Shape(JsonNode json, string members, string optional = "") => Assert.Equal(
        members.Split(' ').Except(optional.Split(' ')).Order(),
        json.AsObject().Select(member => member.Key).Except(optional.Split(' ')).Order());
}
