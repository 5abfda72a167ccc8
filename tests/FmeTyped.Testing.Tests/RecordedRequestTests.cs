namespace FmeTyped.Testing.Tests;

public sealed class RecordedRequestTests
{
    [Fact]
    public async Task Requests_are_kept_in_order_with_their_path_as_sent()
    {
        await using Flow flow = await Flow.StartAsync();
        await flow.GetAsync("info");
        await flow.GetAsync("repositories/A%20B?x=1", System.Net.HttpStatusCode.NotFound);
        Assert.Equal(
            ["GET /fmerest/v3/info -> 200", "GET /fmerest/v3/repositories/A%20B -> 404"],
            flow.Emulator.Requests.Select(request => request.ToString()));
    }

    [Fact]
    public async Task A_response_without_a_body_is_observed_with_its_status()
    {
        var seen = new List<string>();
        await using Flow flow = await Flow.StartAsync(new FmeFlowEmulatorOptions
        {
            SchemaFiles = [Flow.SchemaFile], Token = Flow.Token, OnRequest = request => seen.Add(request.ToString()), Listens = false,
        });
        await flow.DeleteAsync("repositories/Other");
        Assert.Equal(["DELETE /fmerest/v3/repositories/Other -> 204"], seen);
    }

    [Fact]
    public void Only_the_latest_requests_are_kept()
    {
        var log = new RequestLog();
        for (int i = 0; i <= RequestLog.Capacity; i++)
        {
            log.Add(new RequestTrace("GET", $"/{i}", isForm: false));
        }

        Assert.Equal(RequestLog.Capacity, log.Snapshot().Count);
        Assert.Equal("/1", log.Snapshot()[0].Path);
    }

    [Fact]
    public async Task Only_so_many_are_kept_as_have_64_MiB_of_bodies_together()
    {
        await using Flow flow = await Flow.StartInProcessAsync();
        string large = new(' ', 15 * 1024 * 1024);
        for (int i = 0; i < 6; i++)
        {
            await flow.PostAsync($"nowhere/{i}", large, System.Net.HttpStatusCode.NotFound);
        }

        Assert.Equal(
            ["/fmerest/v3/nowhere/2", "/fmerest/v3/nowhere/3", "/fmerest/v3/nowhere/4", "/fmerest/v3/nowhere/5"],
            flow.Emulator.Requests.Select(request => request.Path));
    }
}
