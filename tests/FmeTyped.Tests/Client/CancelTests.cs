using System.Net;
using FmeTyped.Tests.Server;

namespace FmeTyped.Tests.Client;

public sealed class CancelTests
{
    private const string Running = "DELETE /fmerest/v3/transformations/jobs/running/42";
    private const string Queued = "DELETE /fmerest/v3/transformations/jobs/queued/42";
    private const string Record = "GET /fmerest/v3/transformations/jobs/id/42";

    [Fact]
    public async Task A_running_job_is_cancelled()
    {
        using var server = new StubServer().Answer(HttpStatusCode.NoContent);
        using FmeFlowClient fme = server.Client();

        Assert.True(await fme.GetJob(42).CancelAsync(TestContext.Current.CancellationToken));
        Assert.Equal([Running], server.Lines);
    }

    [Fact]
    public async Task A_queued_job_is_cancelled()
    {
        using var server = new StubServer().Answer(HttpStatusCode.NotFound).Answer(HttpStatusCode.NoContent);
        using FmeFlowClient fme = server.Client();

        Assert.True(await fme.GetJob(42).CancelAsync(TestContext.Current.CancellationToken));
        Assert.Equal([Running, Queued], server.Lines);
    }

    [Fact]
    public async Task A_job_that_has_ended_needs_no_cancelling()
    {
        using var server = new StubServer().Answer(HttpStatusCode.NotFound).Answer(HttpStatusCode.NotFound).Status("SUCCESS");
        using FmeFlowClient fme = server.Client();

        Assert.False(await fme.GetJob(42).CancelAsync(TestContext.Current.CancellationToken));
        Assert.Equal([Running, Queued, Record], server.Lines);
    }

    [Fact]
    public async Task A_job_that_passes_from_the_queue_to_an_engine_meanwhile_is_cancelled_all_the_same()
    {
        using var server = new StubServer().Answer(HttpStatusCode.NotFound).Answer(HttpStatusCode.NotFound).Status("PULLED").Answer(HttpStatusCode.NoContent);
        using FmeFlowClient fme = server.Client();

        Assert.True(await fme.GetJob(42).CancelAsync(TestContext.Current.CancellationToken));
        Assert.Equal([Running, Queued, Record, Running], server.Lines);
    }

    [Fact]
    public async Task A_job_that_is_not_known_is_told()
    {
        using var server = new StubServer().Answer(HttpStatusCode.NotFound).Answer(HttpStatusCode.NotFound).Answer(HttpStatusCode.NotFound);
        using FmeFlowClient fme = server.Client();

        Assert.Equal(42, (await Assert.ThrowsAsync<FmeNotFoundException>(() => fme.GetJob(42).CancelAsync(TestContext.Current.CancellationToken))).JobId);
    }

    [Fact]
    public async Task A_server_that_contradicts_itself_is_not_asked_for_ever()
    {
        using var server = new StubServer();
        using FmeFlowClient fme = server.Client();
        for (int round = 0; round < 3; round++)
        {
            server.Answer(HttpStatusCode.NotFound).Answer(HttpStatusCode.NotFound).Status("PULLED");
        }

        await Assert.ThrowsAsync<FmeProtocolException>(() => fme.GetJob(42).CancelAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_missing_permission_is_told()
    {
        using var server = new StubServer().Answer(HttpStatusCode.Forbidden, """{"message":"No."}""");
        using FmeFlowClient fme = server.Client();

        await Assert.ThrowsAsync<FmeForbiddenException>(() => fme.GetJob(42).CancelAsync(TestContext.Current.CancellationToken));
    }
}
