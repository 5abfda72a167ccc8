using FmeTyped.Generated;
using FmeTyped.Metadata;
using FmeTyped.Testing;
using FmeTyped.Tool.Tests.Harness;

namespace FmeTyped.Tool.Tests.Verbs;

/// <summary>Which jobs <c>fmetyped jobs</c> lists, and what <c>log</c> and <c>cancel</c> do with jobs that are not there.</summary>
public sealed class JobVerbTests : IDisposable
{
    private const string Map = """{ "repository": "City", "workspace": "map.fmw", "title": "Map", "services": ["fmejobsubmitter"], "parameters": [] }""";
    private const string Far = """{ "repository": "Far", "workspace": "away.fmw", "title": "Away", "services": ["fmejobsubmitter"], "parameters": [] }""";

    private readonly ToolFolder _folder = new();

    private static CancellationToken CancellationToken => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(FmeFlowApis.V3)]
    [InlineData(FmeFlowApis.V4)]
    public async Task Jobs_are_listed_by_age_and_place(FmeFlowApis api)
    {
        await using FmeFlowEmulator emulator = await FmeFlowEmulator.StartAsync(
            new FmeFlowEmulatorOptions
            {
                SchemaJson = TestServer.SchemaOf(Map, Far),
                Apis = api,
                BuildNumber = api == FmeFlowApis.V3 ? 22337 : 26018,
                TimeProvider = new TwoHoursAgo(),
            },
            CancellationToken);
        _folder.Using(emulator);
        emulator.OnRun("Far", "away.fmw", _ => FmeJobOutcome.Failure("too far"));
        using (var client = new FmeFlowClient(new FmeFlowOptions { ServerUrl = emulator.ServerUrl, Token = emulator.Token }))
        {
            await client.SubmitAsync(new Request("City", "map.fmw"), CancellationToken);
            await client.SubmitAsync(new Request("Far", "away.fmw"), CancellationToken);
        }

        Assert.Equal(2, await CountAsync());
        Assert.Equal(2, await CountAsync("--since", "3h"));
        Assert.Equal(0, await CountAsync("--since", "90m"));
        Assert.Equal(1, await CountAsync("--failed", "--since", "1d"));
        Assert.Equal(0, await CountAsync("--failed", "--since", "1h"));
        Assert.Equal(1, await CountAsync("--repository", "City"));
        Assert.Equal(1, await CountAsync("--repository", "Far", "--workspace", "away.fmw"));
        Assert.Equal(0, await CountAsync("--repository", "Far", "--failed", "--workspace", "map.fmw"));
    }

    [Theory]
    [InlineData(FmeFlowApis.V3)]
    [InlineData(FmeFlowApis.V4)]
    public async Task A_job_that_is_not_there_is_a_refusal(FmeFlowApis api)
    {
        await using FmeFlowEmulator emulator = await TestServer.StartAsync(api, Map);
        _folder.Using(emulator);

        Assert.Contains("9999", (await _folder.RunAsync("log", "9999")).MustEndWith(4).Errors, StringComparison.Ordinal);
        Assert.Contains("9999", (await _folder.RunAsync("cancel", "9999")).MustEndWith(4).Errors, StringComparison.Ordinal);
        (await _folder.RunAsync("cancel", "-1")).MustEndWith(4);
        _folder.Environment["FME_URL"] = "http://127.0.0.1:9";
        foreach (string[] arguments in (string[][])[["jobs"], ["log", "1"], ["cancel", "1"]])
        {
            (await _folder.RunAsync(arguments)).MustEndWith(3);
        }
    }

    public void Dispose() => _folder.Dispose();

    private async Task<int> CountAsync(params string[] arguments)
    {
        ToolResult jobs = (await _folder.RunAsync(["jobs", .. arguments])).MustEndWith(0);
        string[] lines = jobs.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.StartsWith("Id  Status", lines[0], StringComparison.Ordinal);
        int count = lines.Length - 1;
        Assert.StartsWith(count == 1 ? "1 job." : $"{count} jobs.", jobs.Errors, StringComparison.Ordinal);
        return count;
    }

    private sealed class TwoHoursAgo : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() - TimeSpan.FromHours(2);
    }

    private sealed class Request(string repository, string workspace) : IFmeRequest
    {
        public FmeWorkspaceDescriptor Descriptor { get; } = new(repository, workspace);

        public void Write(FmeParameterWriter writer)
        {
        }
    }
}
