using System.Text.Json;
using FmeTyped.Testing;
using MyFme = FmeTyped.EndToEnd.Tests.Fme.Samples;

namespace FmeTyped.EndToEnd.Tests;

/// <summary>What the client finds out about a server, with a token that it makes itself.</summary>
public sealed class DiscoveryTests
{
    private const string Password = "correct horse";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Emulated.V3)]
    [InlineData(Emulated.V4)]
    public async Task Generated_types_are_as_the_server_has_them(int build)
    {
        await using FmeFlowEmulator flow = await StartAsync(build);
        using var fme = new FmeFlowClient(OptionsFor(flow));

        FmeVerification verification = await new FmeFlowAdministration(fme).VerifyAsync([MyFme.AustinDownload.Descriptor, new("Samples", "gone.fmw")], Token);

        FmeDifference missing = Assert.Single(verification.Differences);
        Assert.Equal(FmeDifferenceKind.WorkspaceRemoved, missing.Kind);
        Assert.Equal(("Samples", "gone.fmw"), (missing.Repository, missing.Workspace));
    }

    [Theory]
    [InlineData(Emulated.V3)]
    [InlineData(Emulated.V4)]
    public async Task Everything_a_schema_file_needs_can_be_read(int build)
    {
        await using FmeFlowEmulator flow = await StartAsync(build);
        using var fme = new FmeFlowClient(OptionsFor(flow));

        FmeWorkspaceInfo listed =
            (await ToListAsync(new FmeFlowAdministration(fme).ListWorkspacesAsync(filter: "AUSTINdown", cancellationToken: Token))).Single();
        FmeWorkspaceInfo read = await new FmeFlowAdministration(fme).GetWorkspaceAsync(listed.Repository, listed.Name, Token);
        JsonElement parameters = await new FmeFlowAdministration(fme).GetParametersJsonAsync(listed.Repository, listed.Name, Token);

        Assert.Contains(
            "Samples",
            (await ToListAsync(new FmeFlowAdministration(fme).ListRepositoriesAsync(cancellationToken: Token))).Select(repository => repository.Name));
        Assert.Equal("Samples/austinDownload.fmw", read.ToString());
        Assert.Equal(listed.Title, read.Title);
        Assert.Equal(MyFme.AustinDownload.Descriptor.Services.Order(StringComparer.Ordinal), read.Services);
        Assert.Equal(MyFme.AustinDownload.Descriptor.Parameters.Count, parameters.GetArrayLength());
        Assert.True((await new FmeFlowAdministration(fme).GetReadinessAsync(Token)).IsOk);
        Assert.Equal(build, (await new FmeFlowAdministration(fme).GetServerInfoAsync(Token)).Build);
    }

    [Theory]
    [InlineData(Emulated.V3)]
    [InlineData(Emulated.V4)]
    public async Task A_run_takes_one_token_made_for_the_user(int build)
    {
        await using FmeFlowEmulator flow = await StartAsync(build);
        using var fme = new FmeFlowClient(OptionsFor(flow));

        FmeJobResult result = await fme.RunAsync(new MyFme.AustinDownload(), cancellationToken: Token);

        Assert.True(result.Succeeded);
        Assert.Single(flow.Requests, request => request.Method == "POST" && request.Path.EndsWith("/tokens", StringComparison.Ordinal));
    }

    private static Task<FmeFlowEmulator> StartAsync(int build) => FmeFlowEmulator.StartAsync(
        new FmeFlowEmulatorOptions { SchemaFiles = [Repository.PathOf("workspaces.json")], BuildNumber = build, Password = Password }, Token);

    private static FmeFlowOptions OptionsFor(FmeFlowEmulator flow) =>
        new() { ServerUrl = flow.ServerUrl, TokenProvider = FmeTokenProvider.ForUser("admin", Password) };

    private static async Task<List<T>> ToListAsync<T>(IAsyncEnumerable<T> items)
    {
        var list = new List<T>();
        await foreach (T item in items)
        {
            list.Add(item);
        }

        return list;
    }
}
