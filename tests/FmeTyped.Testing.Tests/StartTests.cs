namespace FmeTyped.Testing.Tests;

public sealed class StartTests
{
    private const string OneWorkspace = """{"format":1,"workspaces":[{"repository":"More","workspace":"a.fmw","parameters":[]}]}""";

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Several_emulators_run_at_once_each_with_its_own_token_and_port()
    {
        await using FmeFlowEmulator one = await StartAsync(new() { SchemaJson = OneWorkspace });
        await using FmeFlowEmulator other = await StartAsync(new() { SchemaJson = OneWorkspace });
        Assert.NotEqual(one.ServerUrl, other.ServerUrl);
        Assert.NotEqual(one.Token, other.Token);
        Assert.Equal("127.0.0.1", one.ServerUrl.Host);
    }

    [Fact]
    public async Task A_port_can_be_chosen_and_a_taken_one_is_an_error()
    {
        await using FmeFlowEmulator one = await StartAsync(new() { SchemaJson = OneWorkspace });
        await Assert.ThrowsAsync<IOException>(() => StartAsync(new() { SchemaJson = OneWorkspace, Port = one.ServerUrl.Port }));
        int port = one.ServerUrl.Port;
        await one.DisposeAsync();
        await using FmeFlowEmulator next = await StartAsync(new() { SchemaJson = OneWorkspace, Port = port });
        Assert.Equal(port, next.ServerUrl.Port);
    }

    [Fact]
    public async Task The_environment_of_the_process_does_not_move_the_emulator()
    {
        const string Variable = "Kestrel__Endpoints__Http__Url";
        Environment.SetEnvironmentVariable(Variable, "http://127.0.0.1:1");
        try
        {
            await using FmeFlowEmulator emulator = await StartAsync(new() { SchemaJson = OneWorkspace });
            Assert.NotEqual(1, emulator.ServerUrl.Port);
        }
        finally
        {
            Environment.SetEnvironmentVariable(Variable, null);
        }
    }

    [Fact]
    public async Task Workspaces_of_files_and_text_stand_together()
    {
        await using Flow flow = await Flow.StartAsync(
            new FmeFlowEmulatorOptions { SchemaFiles = [Flow.SchemaFile], SchemaJson = OneWorkspace, Token = Flow.Token });
        Assert.Equal(3, (await flow.GetAsync("repositories")).GetProperty("totalCount").GetInt32());
    }

    [Fact]
    public async Task Without_a_schema_file_there_is_nothing_to_start()
    {
        ArgumentException error = await Assert.ThrowsAsync<ArgumentException>(() => StartAsync(new()));
        Assert.Contains("SchemaFiles", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_schema_file_is_an_error_with_its_place()
    {
        InvalidDataException error = await Assert.ThrowsAsync<InvalidDataException>(() => StartAsync(new()
        {
            SchemaJson = """
                {
                  "format": 1,
                  "workspaces": [
                    { "workspace": "a.fmw", "parameters": [] }
                  ]
                }
                """,
        }));
        Assert.StartsWith("SchemaJson(4,5): FME", error.Message, StringComparison.Ordinal);
        Assert.Contains("repository", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_workspace_in_two_schema_files_is_an_error()
    {
        InvalidDataException error = await Assert.ThrowsAsync<InvalidDataException>(
            () => StartAsync(new() { SchemaFiles = [Flow.SchemaFile, Flow.SchemaFile] }));
        Assert.Contains("Samples/austinDownload.fmw", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_schema_file_that_is_not_there_is_an_error() =>
        await Assert.ThrowsAsync<FileNotFoundException>(() => StartAsync(new() { SchemaFiles = ["no-such-file.json"] }));

    [Fact]
    public async Task Negative_times_are_refused() =>
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => StartAsync(new() { SchemaJson = OneWorkspace, RunTime = TimeSpan.FromSeconds(-1) }));

    [Fact]
    public async Task A_blank_token_is_refused() =>
        await Assert.ThrowsAsync<ArgumentException>(() => StartAsync(new() { SchemaJson = OneWorkspace, Token = " " }));

    [Fact]
    public async Task A_stopped_emulator_answers_no_more_and_can_be_disposed_of_twice()
    {
        Flow flow = await Flow.StartAsync();
        await flow.Emulator.DisposeAsync();
        await Assert.ThrowsAsync<HttpRequestException>(() => flow.Http.GetAsync("healthcheck", Cancelled));
        await flow.DisposeAsync();
    }

    private static Task<FmeFlowEmulator> StartAsync(FmeFlowEmulatorOptions options) => FmeFlowEmulator.StartAsync(options, Cancelled);
}
