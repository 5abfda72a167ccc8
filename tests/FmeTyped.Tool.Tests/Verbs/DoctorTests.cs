using System.Text.Json;
using FmeTyped.Testing;
using FmeTyped.Tool.Tests.Harness;

namespace FmeTyped.Tool.Tests.Verbs;

/// <summary><c>fmetyped doctor</c>, as a process against the emulator.</summary>
public sealed class DoctorTests : IDisposable
{
    private const string Map =
        """
        { "repository": "City", "workspace": "map.fmw", "title": "Map", "services": ["fmejobsubmitter"], "parameters": [
          { "name": "NOTE", "type": "TEXT", "model": "string", "description": "Note:", "optional": true, "defaultValue": "" }] }
        """;

    private const string Other = """{ "repository": "City", "workspace": "other.fmw", "title": "Other", "services": ["fmejobsubmitter"], "parameters": [] }""";

    private readonly ToolFolder _folder = new();

    [Theory]
    [InlineData(FmeFlowApis.V3)]
    [InlineData(FmeFlowApis.V4)]
    public async Task Where_all_is_well_each_check_is_a_line_that_says_so(FmeFlowApis api)
    {
        await using FmeFlowEmulator emulator = await StartAsync(api, Map, Other);
        (await _folder.RunAsync("pull")).MustEndWith(0);

        string[] lines = (await _folder.RunAsync("doctor")).MustEndWith(0).Output.Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);

        string[] names = ["server", "health", "token", "queues", "workspaces", "schema"];
        Assert.Equal(names, lines.Select(line => line[8..20].Trim()));
        Assert.All(lines, line => Assert.StartsWith(
            api == FmeFlowApis.V3 && line.Contains("queues ", StringComparison.Ordinal) ? "unknown " : "ok ", line, StringComparison.Ordinal));
        Assert.Contains(api == FmeFlowApis.V3 ? "build 22337" : "build 26018", lines[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(FmeFlowApis.V3)]
    [InlineData(FmeFlowApis.V4)]
    public async Task A_token_that_is_not_taken_is_said_and_not_shown(FmeFlowApis api)
    {
        await using FmeFlowEmulator emulator = await StartAsync(api, Map);
        _folder.Environment["FME_TOKEN"] = "opensesame";

        ToolResult result = (await _folder.RunAsync("doctor")).MustEndWith(2);

        Assert.Contains("failed  token       is not accepted.", result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("opensesame", result.Output + result.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_that_expires_soon_needs_a_look()
    {
        await using FmeFlowEmulator emulator = await FmeFlowEmulator.StartAsync(
            new FmeFlowEmulatorOptions { SchemaJson = TestServer.SchemaOf(Map), Password = "p" }, TestContext.Current.CancellationToken);
        _folder.Using(emulator);
        using (var client = new FmeFlowClient(new FmeFlowOptions { ServerUrl = emulator.ServerUrl, Token = emulator.Token }))
        {
            await new FmeFlowAdministration(client).CreateTokenAsync(
                "admin", new FmeSecret("p"), new FmeTokenOptions { Name = "nightly", Lifetime = TimeSpan.FromDays(3) }, TestContext.Current.CancellationToken);
        }

        (await _folder.RunAsync("pull")).MustEndWith(0);
        Assert.Contains(
            "warning token       is accepted; 'nightly' expires on ", (await _folder.RunAsync("doctor")).MustEndWith(1).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_goes_on_where_the_server_has_no_list_of_tokens()
    {
        await using FmeFlowEmulator emulator = await StartAsync(FmeFlowApis.V4, Map);
        (await _folder.RunAsync("pull")).MustEndWith(0);
        emulator.Faults.Add(FmeRequestKind.Token, FmeFault.Status(404));

        string output = (await _folder.RunAsync("doctor")).MustEndWith(0).Output;

        Assert.Contains("ok      token       is accepted; only the server's web interface shows when it expires.", output, StringComparison.Ordinal);
        Assert.Contains("ok      schema      workspaces.json is current.", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(FmeFlowApis.V3)]
    [InlineData(FmeFlowApis.V4)]
    public async Task What_the_server_has_not_got_and_what_changed_is_named(FmeFlowApis api)
    {
        await using FmeFlowEmulator emulator = await StartAsync(api, Map);
        _folder.With("workspaces.json", TestServer.SchemaOf(Map.Replace("\"NOTE\"", "\"NOTES\"", StringComparison.Ordinal), Other));

        string output = (await _folder.RunAsync("doctor")).MustEndWith(2).Output;

        Assert.Contains("failed  workspaces  do not include City/other.fmw.", output, StringComparison.Ordinal);
        Assert.Contains(
            "failed  schema      workspaces.json differs in 2 places, 1 of them breaking. Show them with fmetyped check.", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_change_that_breaks_nothing_needs_a_look()
    {
        await using FmeFlowEmulator emulator = await StartAsync(FmeFlowApis.V4, Map);
        _folder.With("workspaces.json", TestServer.SchemaOf(Map.Replace("Note:", "Remark:", StringComparison.Ordinal)));

        Assert.Contains("warning schema ", (await _folder.RunAsync("doctor")).MustEndWith(1).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_queue_or_a_schema_file_that_is_missing_is_named()
    {
        await using FmeFlowEmulator emulator = await StartAsync(FmeFlowApis.V4, Map);

        string output = (await _folder.RunAsync("doctor", "--queue", "Default", "--queue", "Night")).MustEndWith(2).Output;

        Assert.Contains("failed  queues      do not include Night; there are Default.", output, StringComparison.Ordinal);
        Assert.Contains("failed  schema      There is no schema file workspaces.json", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_is_not_there_or_not_well_is_told_apart()
    {
        _folder.Environment["FME_URL"] = "http://127.0.0.1:9";
        _folder.Environment["FME_TOKEN"] = "token";
        Assert.StartsWith("failed  server ", (await _folder.RunAsync("doctor")).MustEndWith(3).Output, StringComparison.Ordinal);

        await using FmeFlowEmulator emulator = await StartAsync(FmeFlowApis.V4, Map);
        emulator.Faults.Add(FmeRequestKind.Server, FmeFault.None);
        emulator.Faults.Add(FmeRequestKind.Server, FmeFault.Status(503));
        (await _folder.RunAsync("doctor")).MustEndWith(3);
    }

    [Fact]
    public async Task Machines_get_json()
    {
        await using FmeFlowEmulator emulator = await StartAsync(FmeFlowApis.V4, Map);

        using JsonDocument json = JsonDocument.Parse((await _folder.RunAsync("doctor", "--json")).MustEndWith(2).Output);

        JsonElement schema = json.RootElement.GetProperty("checks").EnumerateArray().Last();
        Assert.Equal(("schema", "failed"), (schema.GetProperty("name").GetString(), schema.GetProperty("state").GetString()));
    }

    public void Dispose() => _folder.Dispose();

    private async Task<FmeFlowEmulator> StartAsync(FmeFlowApis api, params string[] workspaces)
    {
        FmeFlowEmulator emulator = await TestServer.StartAsync(api, workspaces);
        _folder.Using(emulator);
        return emulator;
    }
}
