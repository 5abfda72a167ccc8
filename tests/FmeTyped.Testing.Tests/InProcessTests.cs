using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Time.Testing;

namespace FmeTyped.Testing.Tests;

/// <summary>The handler without a socket does as a connection does.</summary>
public sealed class InProcessTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false, 0)]
    [InlineData(true, 1)]
    public async Task A_connection_that_breaks_is_a_request_that_failed(bool isAfter, int submissions)
    {
        await using Flow flow = await Flow.StartInProcessAsync();
        flow.Emulator.Faults.Add(FmeRequestKind.Submit, isAfter ? FmeFault.ResetAfterRequest : FmeFault.ResetBeforeRequest);
        HttpRequestException broken = await Assert.ThrowsAsync<HttpRequestException>(() => flow.SubmitAsync());
        Assert.IsType<IOException>(broken.InnerException);
        Assert.Equal(submissions, flow.Emulator.Submissions.Count);
        Assert.Null(flow.LastRequest.StatusCode);
        Assert.Equal(submissions + 1, await flow.SubmitAsync());
    }

    [Fact]
    public async Task What_needs_no_waiting_is_done_at_once()
    {
        await using Flow flow = await Flow.StartInProcessAsync(new FakeTimeProvider());
        Task<long> submitting = flow.SubmitAsync();
        Assert.Single(flow.Emulator.Submissions);
        Assert.Equal(1, await submitting);
    }

    [Fact]
    public async Task Waiting_is_by_the_emulators_clock()
    {
        var time = new FakeTimeProvider();
        await using Flow flow = await Flow.StartInProcessAsync(time, runTime: TimeSpan.FromHours(1));
        Task<JsonElement> waiting = flow.PostAsync(Flow.Transact, Flow.Body, HttpStatusCode.OK);
        Assert.Single(flow.Emulator.Submissions);
        Assert.False(waiting.IsCompleted);
        time.Advance(TimeSpan.FromHours(1));
        Assert.Equal("SUCCESS", (await waiting).GetProperty("status").GetString());
    }

    [Fact]
    public async Task Headers_stall_until_the_client_gives_up()
    {
        await using Flow flow = await Flow.StartInProcessAsync();
        flow.Emulator.Faults.Add(FmeRequestKind.Submit, FmeFault.StalledHeaders);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Cancelled);
        Task<HttpResponseMessage> call = flow.Http.PostAsync(Flow.Submit, new StringContent(Flow.Body, Encoding.UTF8, "application/json"), patience.Token);
        Assert.Single(flow.Emulator.Submissions);
        Assert.False(call.IsCompleted);
        await patience.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
    }

    [Fact]
    public async Task A_body_stalls_after_its_half()
    {
        var ended = new TaskCompletionSource<FmeRecordedRequest>();
        await using Flow flow = await Flow.StartAsync(
            new FmeFlowEmulatorOptions { SchemaFiles = [Flow.SchemaFile], Token = Flow.Token, Listens = false, OnRequest = ended.SetResult });
        flow.Emulator.Faults.Add(FmeRequestKind.Submit, FmeFault.StalledBody);
        using var request = new HttpRequestMessage(HttpMethod.Post, Flow.Submit) { Content = new StringContent(Flow.Body, Encoding.UTF8, "application/json") };
        using HttpResponseMessage response = await flow.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Cancelled);
        Assert.Equal("""{"id":1}""".Length, response.Content.Headers.ContentLength);
        Stream body = await response.Content.ReadAsStreamAsync(Cancelled);
        byte[] buffer = new byte[100];
        Assert.Equal(4, await body.ReadAtLeastAsync(buffer, 4, cancellationToken: Cancelled));
        Assert.False(body.ReadAsync(buffer, Cancelled).AsTask().IsCompleted);

        // Leaving the body gives the request up, which the emulator sees.
        Assert.False(ended.Task.IsCompleted);
        response.Dispose();
        Assert.Equal("The request was given up before it was answered.", Assert.Single((await ended.Task).Problems));
    }

    [Fact]
    public async Task Content_that_fails_fails_the_call()
    {
        await using Flow flow = await Flow.StartInProcessAsync();
        InvalidOperationException failure = await Assert.ThrowsAsync<InvalidOperationException>(
            () => flow.Http.PostAsync(Flow.Submit, new FailingContent(), Cancelled));
        Assert.Equal("used twice", failure.Message);
        Assert.Empty(flow.Emulator.Submissions);
    }

    [Fact]
    public async Task Names_in_paths_are_decoded_as_on_a_port()
    {
        await using Flow flow = await Flow.StartInProcessAsync();
        JsonElement response = await flow.GetAsync("repositories/My%20Repo%2Fx", HttpStatusCode.NotFound);
        await using Flow listening = await Flow.StartAsync();
        Assert.Equal((await listening.GetAsync("repositories/My%20Repo%2Fx", HttpStatusCode.NotFound)).GetRawText(), response.GetRawText());
        Assert.Equal(listening.LastRequest.Path, flow.LastRequest.Path);
    }

    [Fact]
    public async Task Nobody_else_finds_an_emulator_that_does_not_listen()
    {
        await using Flow flow = await Flow.StartInProcessAsync();
        Assert.EndsWith(".invalid", flow.Emulator.ServerUrl.Host, StringComparison.Ordinal);
    }

    private sealed class FailingContent : HttpContent
    {
        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => throw new InvalidOperationException("used twice");

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}
