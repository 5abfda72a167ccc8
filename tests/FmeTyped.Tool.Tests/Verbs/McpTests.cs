using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using FmeTyped.Testing;
using FmeTyped.Tool.Tests.Harness;

namespace FmeTyped.Tool.Tests.Verbs;

/// <summary><c>fmetyped mcp</c>, as a process, with clients that know nothing of FmeTyped.</summary>
public sealed class McpTests : IDisposable
{
    private const string Import =
        """
        { "repository": "City", "workspace": "import.fmw", "services": ["fmejobsubmitter"], "parameters": [
          { "name": "NOTE", "type": "TEXT", "model": "string", "description": "Note", "optional": true, "defaultValue": "none" },
          { "name": "SOURCE", "type": "MULTIFILE", "model": "list", "description": "Source", "optional": true, "defaultValue": "" },
          { "name": "KEY_OF_CITY", "type": "PASSWORD", "model": "string", "description": "Key", "optional": false, "defaultValue": "" }] }
        """;

    private const string Clear =
        """{ "repository": "City", "workspace": "clear.fmw", "services": ["fmejobsubmitter"], "parameters": [] }""";

    private readonly ToolFolder _folder = new();

    private static CancellationToken CancellationToken => TestContext.Current.CancellationToken;

    public static TheoryData<bool, FmeFlowApis> Clients => new()
    {
        { true, FmeFlowApis.V3 }, { true, FmeFlowApis.V4 }, { false, FmeFlowApis.V3 }, { false, FmeFlowApis.V4 },
    };

    [Theory]
    [MemberData(nameof(Clients))]
    public async Task Clients_drive_every_workspace_of_the_samples(bool isSdk, FmeFlowApis api)
    {
        string[] files =
        [
            Repository.PathOf("workspaces.json"),
            .. Directory.GetDirectories(Repository.PathOf("samples")).SelectMany(folder => Directory.GetFiles(folder, "*workspaces.json")),
        ];
        string[] records =
        [
            .. files.SelectMany(file => JsonNode.Parse(File.ReadAllText(file))!["workspaces"]!.AsArray())
                .DistinctBy(workspace => $"{workspace!["repository"]}/{workspace["workspace"]}")
                .Select(workspace => workspace!.ToJsonString()),
        ];

        int driven = await DriveAllAsync(isSdk, api, TestServer.SchemaOf(records));

        Assert.Equal(records.Length, driven);
    }

    [CorpusTheory]
    [InlineData(true, FmeFlowApis.V4)]
    [InlineData(false, FmeFlowApis.V3)]
    public async Task Clients_drive_twenty_workspaces_of_the_corpus(bool isSdk, FmeFlowApis api)
    {
        (await _folder.RunAsync("import", Corpus.PathOf("fmw"), "--repository", "Corpus")).MustEndWith(1);
        string schema = _folder.Read("workspaces.json");

        Assert.Equal(20, await DriveAllAsync(isSdk, api, schema, most: 20));
    }

    [Fact]
    public async Task Nothing_is_offered_that_is_not_named()
    {
        _folder.With("workspaces.json", TestServer.SchemaOf(Import, Clear));
        await using FmeFlowEmulator emulator = await StartAsync(FmeFlowApis.V4, _folder.Read("workspaces.json"));

        Assert.Contains(
            "Name the workspaces that are offered, or give --all. workspaces.json has:\n  City/import.fmw\n  City/clear.fmw",
            (await _folder.RunAsync("mcp")).MustEndWith(4).Errors,
            StringComparison.Ordinal);
        Assert.Contains("but not both", (await _folder.RunAsync("mcp", "City/clear.fmw", "--all")).MustEndWith(4).Errors, StringComparison.Ordinal);
        Assert.Contains("Did you mean 'City/clear.fmw'?", (await _folder.RunAsync("mcp", "City/claer.fmw")).MustEndWith(4).Errors, StringComparison.Ordinal);
        Assert.Contains(
            "City/import.fmw cannot be a tool: its parameter KEY_OF_CITY has to be set, and is a secret",
            (await _folder.RunAsync("mcp", "City/import.fmw")).MustEndWith(4).Errors,
            StringComparison.Ordinal);
        Assert.Contains("token-stdin", (await _folder.RunAsync("mcp", "--all", "--token-stdin")).MustEndWith(4).Errors, StringComparison.Ordinal);
        Assert.Contains("at least 1", (await _folder.RunAsync("mcp", "--all", "--jobs-a-day", "0")).MustEndWith(4).Errors, StringComparison.Ordinal);
        Assert.Empty(emulator.Requests);

        ScriptSession session = await ScriptSession.StartAsync(_folder, "--all");
        Assert.Equal(["clear", "fme_job_status", "fme_job_cancel"], NamesOf(await session.ListAsync()));
        ToolResult end = (await session.EndAsync()).MustEndWith(0);
        Assert.Contains("Left out: City/import.fmw", end.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_hints_say_what_is_known()
    {
        _folder.With("workspaces.json", TestServer.SchemaOf(Clear));
        await using FmeFlowEmulator emulator = await StartAsync(FmeFlowApis.V4, _folder.Read("workspaces.json"));
        await using ScriptSession session = await ScriptSession.StartAsync(_folder, "City/clear.fmw");

        string[] hints = [.. (await session.ListAsync()).Select(tool => string.Join(' ', tool!["annotations"]!.AsObject()
            .Where(hint => (bool)hint.Value!).Select(hint => hint.Key).Order(StringComparer.Ordinal)))];

        Assert.Equal(["destructiveHint openWorldHint", "idempotentHint readOnlyHint", "destructiveHint idempotentHint"], hints);
    }

    [Fact]
    public async Task A_fixed_secret_reaches_the_server_and_nobody_else()
    {
        _folder.With("workspaces.json", TestServer.SchemaOf(Import)).Environment["CITY_KEY"] = "opensesame";
        await using FmeFlowEmulator emulator = await StartAsync(FmeFlowApis.V4, _folder.Read("workspaces.json"));
        emulator.OnRun("City", "import.fmw", job => FmeJobOutcome.Failure($"refused {job.Parameters["KEY_OF_CITY"]}"));

        ToolResult typed = (await _folder.RunAsync("mcp", "City/import.fmw", "--set", "KEY_OF_CITY=opensesame")).MustEndWith(4);
        Assert.Contains("KEY_OF_CITY=@env:VARIABLE", typed.Errors, StringComparison.Ordinal);
        ToolResult unknown = (await _folder.RunAsync("mcp", "City/import.fmw", "--set", "X=1")).MustEndWith(4);
        Assert.Contains("no workspace that is offered has this parameter", unknown.Errors, StringComparison.Ordinal);

        ScriptSession session = await ScriptSession.StartAsync(_folder, "City/import.fmw", "--set", "KEY_OF_CITY=@env:CITY_KEY", "--set", "NOTE=fixed");
        JsonArray tools = await session.ListAsync();
        (bool isError, string text) = await session.CallAsync("import", []);
        (bool isRefused, string refusal) = await session.CallAsync("import", new JsonObject { ["KEY_OF_CITY"] = "mine" });
        ToolResult end = (await session.EndAsync()).MustEndWith(0);

        Assert.True(isError && isRefused);
        Assert.Contains("| refused ***", text, StringComparison.Ordinal);
        FmeSubmission job = Assert.Single(emulator.Submissions);
        Assert.Equal("opensesame", job.Parameters["KEY_OF_CITY"].Text);
        Assert.Equal("fixed", job.Parameters["NOTE"].Text);
        Assert.Contains("City/import.fmw: submitted job 1", end.Errors, StringComparison.Ordinal);
        string all = tools.ToJsonString() + text + refusal + end.Errors + typed.Errors;
        Assert.DoesNotContain("opensesame", all, StringComparison.Ordinal);
        Assert.DoesNotContain("\"mine\"", all, StringComparison.Ordinal);
        Assert.DoesNotContain(emulator.Token, all, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Files_are_those_of_the_folder_and_no_others()
    {
        _folder.With("workspaces.json", TestServer.SchemaOf(Import)).With("plans/a/plan.csv", "plan").With("outside.csv", "x").Environment["CITY_KEY"] = "k";
        File.CreateSymbolicLink(_folder.PathOf("plans", "link.csv"), _folder.PathOf("outside.csv"));
        Directory.CreateSymbolicLink(_folder.PathOf("plans", "up"), _folder.Path);
        await using FmeFlowEmulator emulator = await StartAsync(FmeFlowApis.V4, _folder.Read("workspaces.json"));
        string? content = null;
        emulator.OnRun("City", "import.fmw", job =>
        {
            content = emulator.Files.ReadAllText(job.Parameters["SOURCE"].Items[0]);
            return FmeJobOutcome.Success();
        });
        await using ScriptSession session = await ScriptSession.StartAsync(_folder, "--all", "--set", "KEY_OF_CITY=@env:CITY_KEY", "--files", "plans");

        string[] outsiders =
        [
            "../outside.csv", "a/../../outside.csv", _folder.PathOf("outside.csv"), "link.csv", "up/outside.csv",
            "a", "", ".", "x\0y", "$(HOME)/x", "http://x/y",
        ];
        foreach (string outside in outsiders)
        {
            (bool isError, string text) = await session.CallAsync("import", new JsonObject { ["SOURCE"] = new JsonArray("a/plan.csv", outside) });
            Assert.True(isError, outside);
            string reason = outside.StartsWith("$(", StringComparison.Ordinal) ? "may not contain $(" : "there is no file";
            Assert.Contains($"- SOURCE: {reason}", text, StringComparison.Ordinal);
        }

        Assert.Empty(emulator.Requests);
        Assert.False((await session.CallAsync("import", new JsonObject { ["SOURCE"] = new JsonArray("a/plan.csv") })).IsError);
        Assert.Equal("plan", content);
    }

    [Fact]
    public async Task The_limits_hold()
    {
        _folder.With("workspaces.json", TestServer.SchemaOf(Clear));
        await using FmeFlowEmulator emulator = await StartAsync(FmeFlowApis.V4, _folder.Read("workspaces.json"));
        emulator.OnRun("City", "clear.fmw", _ => FmeJobOutcome.NeverEnds());
        await using ScriptSession session = await ScriptSession.StartAsync(_folder, "--all", "--wait", "0", "--jobs-at-once", "1", "--jobs-a-day", "2");

        Assert.False((await session.CallAsync("clear", [])).IsError);
        Assert.Contains("1 may be", (await session.CallAsync("clear", [])).Text, StringComparison.Ordinal);
        await session.CallAsync("fme_job_cancel", new JsonObject { ["job"] = "1" });
        Assert.False((await session.CallAsync("clear", [])).IsError);
        Assert.Contains("2 jobs within 24 hours", (await session.CallAsync("clear", [])).Text, StringComparison.Ordinal);
        Assert.Equal(2, emulator.Submissions.Count);
    }

    [Fact]
    public async Task A_client_that_cancels_its_call_cancels_the_job()
    {
        _folder.With("workspaces.json", TestServer.SchemaOf(Clear));
        await using FmeFlowEmulator emulator = await StartAsync(FmeFlowApis.V4, _folder.Read("workspaces.json"));
        emulator.OnRun("City", "clear.fmw", _ => FmeJobOutcome.NeverEnds());
        await using SdkSession session = await SdkSession.StartAsync(_folder, "--all");
        using var cancellation = CancellationTokenSource.CreateLinkedTokenSource(CancellationToken);

        Task call = session.Client.CallToolAsync("clear", cancellationToken: cancellation.Token).AsTask();
        await WaitForRequestAsync(emulator, "jobs/1");
        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        await WaitForRequestAsync(emulator, "cancel");
    }

    public void Dispose() => _folder.Dispose();

    // Each workspace of a schema is listed, called rightly and wrongly, called for long, and cancelled.
    private async Task<int> DriveAllAsync(bool isSdk, FmeFlowApis api, string schema, int most = int.MaxValue)
    {
        _folder.With("workspaces.json", schema).With("files/plan.zip", "plan");
        await using FmeFlowEmulator emulator = await StartAsync(api, schema);
        bool isLong = false;
        foreach (JsonNode? workspace in JsonNode.Parse(schema)!["workspaces"]!.AsArray())
        {
            emulator.OnRun(
                (string)workspace!["repository"]!,
                (string)workspace["workspace"]!,
                _ => isLong ? FmeJobOutcome.NeverEnds() : FmeJobOutcome.Success(("A", 1)));
        }

        await using McpSession session = await McpSession.StartAsync(isSdk, _folder, "--all", "--files", "files");
        JsonArray tools = await session.ListAsync();
        Assert.Equal(NamesOf(tools).Length, NamesOf(tools).Distinct(StringComparer.OrdinalIgnoreCase).Count());
        JsonNode[] workspaces = [.. tools.SkipLast(2).Take(most).OfType<JsonNode>()];
        foreach (JsonNode tool in workspaces)
        {
            string name = (string)tool["name"]!;
            Assert.Matches("^[a-zA-Z0-9_-]{1,64}$", name);
            JsonObject right = ArgumentsFor(tool["inputSchema"]!);

            (bool isError, string said) = await session.CallAsync(name, right);
            Assert.True(!isError && said.StartsWith("Job ", StringComparison.Ordinal), $"{name} {right.ToJsonString()}: {said}");

            int submitted = emulator.Submissions.Count;
            JsonObject wrong = right.DeepClone().AsObject();
            wrong["NO SUCH"] = "x";
            (isError, said) = await session.CallAsync(name, wrong);
            Assert.True(isError && said.Contains("There is no parameter 'NO SUCH'.", StringComparison.Ordinal), said);
            Assert.Equal(submitted, emulator.Submissions.Count);
        }

        isLong = true;
        await using McpSession impatient = await McpSession.StartAsync(isSdk, _folder, "--all", "--files", "files", "--wait", "0");
        foreach (JsonNode tool in workspaces)
        {
            (bool isError, string said) = await impatient.CallAsync((string)tool["name"]!, ArgumentsFor(tool["inputSchema"]!));
            Assert.False(isError, said);
            string job = Regex.Match(said, "with the job (\\d+) later").Groups[1].Value;
            (isError, said) = await impatient.CallAsync("fme_job_cancel", new JsonObject { ["job"] = job });
            Assert.True(!isError && said.Contains("was asked to stop", StringComparison.Ordinal), said);
            (isError, said) = await impatient.CallAsync("fme_job_status", new JsonObject { ["job"] = job });
            Assert.True(!isError && said.Contains("was cancelled.", StringComparison.Ordinal), said);
        }

        return workspaces.Length;
    }

    // A right value for each parameter that has to be set, by nothing but the schema.
    private static JsonObject ArgumentsFor(JsonNode schema)
    {
        var arguments = new JsonObject();
        foreach (string name in (schema["required"]?.AsArray() ?? []).Select(name => (string)name!))
        {
            arguments[name] = ValueFor(schema["properties"]![name]!);
        }

        return arguments;
    }

    private static JsonNode? ValueFor(JsonNode property) => property switch
    {
        _ when ((string?)property["description"])?.Contains("A reference to a file", StringComparison.Ordinal) == true =>
            (string?)property["type"] == "array" ? new JsonArray("plan.zip") : "plan.zip",
        _ when property["enum"] is JsonArray options => options[0]!.DeepClone(),
        _ when property["type"] is JsonArray types =>
            ValueFor(new JsonObject { ["type"] = types[0]!.DeepClone(), ["minimum"] = property["minimum"]?.DeepClone() }),
        _ => (string)property["type"]! switch
        {
            "array" => new JsonArray(ValueFor(property["items"]!)),
            "integer" or "number" => property["minimum"]?.DeepClone() ?? JsonValue.Create(1),
            "boolean" => JsonValue.Create(true),
            _ when ((string?)property["description"])?.Contains("2026-01-31T14:30:00", StringComparison.Ordinal) == true => "2026-01-31T14:30:00",
            _ when ((string?)property["description"])?.Contains("2026-01-31", StringComparison.Ordinal) == true => "2026-01-31",
            _ when ((string?)property["description"])?.Contains("GeoJSON", StringComparison.Ordinal) == true => """{"type":"Point","coordinates":[1,2]}""",
            _ when ((string?)property["description"])?.Contains("A colour", StringComparison.Ordinal) == true => "255,0,0",
            _ => "x",
        },
    };

    private static string[] NamesOf(JsonArray tools) => [.. tools.Select(tool => (string)tool!["name"]!)];

    private static async Task WaitForRequestAsync(FmeFlowEmulator emulator, string part)
    {
        while (!emulator.Requests.Any(request => request.ToString().Contains(part, StringComparison.OrdinalIgnoreCase)))
        {
            CancellationToken.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }

    private async Task<FmeFlowEmulator> StartAsync(FmeFlowApis api, string schema)
    {
        FmeFlowEmulator emulator = await FmeFlowEmulator.StartAsync(
            new FmeFlowEmulatorOptions { SchemaJson = schema, Apis = api, BuildNumber = api == FmeFlowApis.V3 ? 22337 : 26018 }, CancellationToken);
        _folder.Using(emulator);
        return emulator;
    }
}
