using System.Net;
using Microsoft.Extensions.Time.Testing;

namespace FmeTyped.Testing.Tests;

public sealed class FaultTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_connection_that_breaks_before_the_request_submits_nothing()
    {
        await using Flow flow = await Flow.StartAsync();
        flow.Emulator.Faults.Add(FmeRequestKind.Submit, FmeFault.ResetBeforeRequest);
        await Assert.ThrowsAsync<HttpRequestException>(() => flow.SubmitAsync());
        Assert.Empty(flow.Emulator.Submissions);
        Assert.Null(flow.LastRequest.StatusCode);
        Assert.Equal(1, await flow.SubmitAsync());
    }

    [Fact]
    public async Task A_connection_that_breaks_after_the_request_leaves_a_job_behind()
    {
        await using Flow flow = await Flow.StartAsync();
        flow.Emulator.Faults.Add(FmeRequestKind.Submit, FmeFault.ResetAfterRequest);
        await Assert.ThrowsAsync<HttpRequestException>(() => flow.SubmitAsync());
        Assert.Single(flow.Emulator.Submissions);
        Assert.Null(flow.LastRequest.StatusCode);
        Assert.Equal(Flow.Body, flow.LastRequest.Body);
    }

    [Fact]
    public async Task Headers_that_stall_come_never()
    {
        await using Flow flow = await Flow.StartAsync();
        flow.Emulator.Faults.Add(FmeRequestKind.Submit, FmeFault.StalledHeaders);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Cancelled);
        Task<HttpResponseMessage> call = flow.Http.PostAsync(Flow.Submit, Json(), patience.Token);
        await flow.SubmittedAsync();
        Assert.False(call.IsCompleted);
        await patience.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
    }

    [Fact]
    public async Task A_body_that_stalls_comes_by_half()
    {
        await using Flow flow = await Flow.StartAsync();
        flow.Emulator.Faults.Add(FmeRequestKind.Submit, FmeFault.StalledBody);
        using var request = new HttpRequestMessage(HttpMethod.Post, Flow.Submit) { Content = Json() };
        using HttpResponseMessage response = await flow.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Cancelled);
        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        Assert.Equal("""{"id":1}""".Length, response.Content.Headers.ContentLength);
        using Stream body = await response.Content.ReadAsStreamAsync(Cancelled);
        byte[] buffer = new byte[100];
        Assert.Equal(4, await body.ReadAtLeastAsync(buffer, 4, cancellationToken: Cancelled));
        Task<int> rest = body.ReadAsync(buffer, Cancelled).AsTask();
        Assert.False(rest.IsCompleted);
    }

    [Fact]
    public async Task A_body_that_is_cut_is_whole_to_HTTP_and_no_JSON()
    {
        await using Flow flow = await Flow.StartAsync();
        flow.Emulator.Faults.Add(FmeRequestKind.Submit, FmeFault.TruncatedBody);
        using HttpResponseMessage response = await flow.Http.PostAsync(Flow.Submit, Json(), Cancelled);
        Assert.Equal("""{"id""", await response.Content.ReadAsStringAsync(Cancelled));
        Assert.Equal("application/json", response.Content.Headers.ContentType?.MediaType);
        Assert.Single(flow.Emulator.Submissions);
    }

    [Fact]
    public async Task A_login_page_stands_for_the_answer()
    {
        await using Flow flow = await Flow.StartAsync();
        flow.Emulator.Faults.Add(FmeRequestKind.Submit, FmeFault.Html);
        using HttpResponseMessage response = await flow.Http.PostAsync(Flow.Submit, Json(), Cancelled);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("text/html", response.Content.Headers.ContentType?.MediaType);
        Assert.Empty(flow.Emulator.Submissions);
    }

    [Theory]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(500)]
    [InlineData(503)]
    public async Task A_status_refuses_what_would_have_been_done(int status)
    {
        await using Flow flow = await Flow.StartAsync();
        flow.Emulator.Faults.Add(FmeRequestKind.Submit, FmeFault.Status(status));
        await flow.PostAsync(Flow.Submit, Flow.Body, (HttpStatusCode)status);
        Assert.Empty(flow.Emulator.Submissions);
        Assert.Equal(status, flow.LastRequest.StatusCode);
    }

    [Fact]
    public async Task A_status_says_when_to_come_again()
    {
        await using Flow flow = await Flow.StartAsync();
        flow.Emulator.Faults.Add(FmeRequestKind.Submit, FmeFault.Status(429, TimeSpan.FromSeconds(1.5)));
        using HttpResponseMessage response = await flow.Http.PostAsync(Flow.Submit, Json(), Cancelled);
        Assert.Equal(HttpStatusCode.TooManyRequests, response.StatusCode);
        Assert.Equal(TimeSpan.FromSeconds(2), response.Headers.RetryAfter?.Delta);
    }

    [Fact]
    public async Task A_delay_is_by_the_emulators_clock()
    {
        var time = new FakeTimeProvider();
        await using Flow flow = await Flow.StartAsync(time);
        flow.Emulator.Faults.Add(FmeRequestKind.Submit, FmeFault.Delay(TimeSpan.FromHours(1)));
        Task<long> call = flow.SubmitAsync();
        await flow.SubmittedAsync();
        Assert.False(call.IsCompleted);
        while (!call.IsCompleted)
        {
            time.Advance(TimeSpan.FromHours(1));
            await Task.Yield();
        }

        Assert.Equal(1, await call);
    }

    [Fact]
    public async Task Faults_are_of_a_kind_come_in_order_and_are_used_up()
    {
        await using Flow flow = await Flow.StartAsync();
        flow.Emulator.Faults.Add(FmeRequestKind.JobRecord, FmeFault.None, count: 2);
        flow.Emulator.Faults.Add(FmeRequestKind.JobRecord, FmeFault.Status(401));
        await flow.SubmitAsync();
        await flow.JobAsync(1);
        await flow.GetAsync("/fmeapiv4/jobs/1");
        await flow.GetAsync("/fmeapiv4/jobs/1", HttpStatusCode.Unauthorized);
        await flow.JobAsync(1);
    }

    [Fact]
    public async Task Faults_of_any_kind_meet_unknown_paths_too_until_they_are_cleared()
    {
        await using Flow flow = await Flow.StartAsync();
        flow.Emulator.Faults.Add(FmeRequestKind.Any, FmeFault.Status(503), count: 9);
        await flow.GetAsync("/no/such/path", HttpStatusCode.ServiceUnavailable);
        flow.Emulator.Faults.Clear();
        await flow.GetAsync("healthcheck");
    }

    public static TheoryData<string, string, FmeRequestKind> Requests => new()
    {
        { "POST", "/fmerest/v3/transformations/submit/Samples/austinDownload.fmw", FmeRequestKind.Submit },
        { "POST", "/fmerest/v3/transformations/transact/Samples/austinDownload.fmw", FmeRequestKind.Transact },
        { "GET", "/fmerest/v3/transformations/jobs/id/1", FmeRequestKind.JobRecord },
        { "GET", "/fmerest/v3/transformations/jobs/id/1/request", FmeRequestKind.JobRecord },
        { "GET", "/fmerest/v3/transformations/jobs/id/1/result", FmeRequestKind.JobResult },
        { "GET", "/fmerest/v3/transformations/jobs/id/1/log", FmeRequestKind.JobLog },
        { "GET", "/fmerest/v3/transformations/jobs/running", FmeRequestKind.JobList },
        { "DELETE", "/fmerest/v3/transformations/jobs/running/1", FmeRequestKind.JobCancellation },
        { "GET", "/fmerest/v3/repositories/Samples/items", FmeRequestKind.Workspaces },
        { "GET", "/fmerest/v3/info", FmeRequestKind.Server },
        { "POST", "/fmerest/v3/tokens", FmeRequestKind.Token },
        { "GET", "/fmeinfo/version", FmeRequestKind.Server },
        { "POST", "/fmeapiv4/jobs", FmeRequestKind.Submit },
        { "POST", "/fmeapiv4/jobs/sync", FmeRequestKind.Transact },
        { "GET", "/fmeapiv4/jobs", FmeRequestKind.JobList },
        { "GET", "/fmeapiv4/jobs/1", FmeRequestKind.JobRecord },
        { "GET", "/fmeapiv4/jobs/1/result", FmeRequestKind.JobResult },
        { "GET", "/fmeapiv4/jobs/1/log", FmeRequestKind.JobLog },
        { "GET", "/fmeapiv4/jobs/1/log/parsed", FmeRequestKind.JobLog },
        { "POST", "/fmeapiv4/jobs/1/cancel", FmeRequestKind.JobCancellation },
        { "DELETE", "/fmeapiv4/jobs/1", FmeRequestKind.JobDeletion },
        { "GET", "/fmeapiv4/repositories", FmeRequestKind.Workspaces },
        { "GET", "/fmeapiv4/workspaces/Samples/austinDownload.fmw/parameters", FmeRequestKind.Workspaces },
        { "GET", "/fmeapiv4/healthcheck/readiness", FmeRequestKind.Server },
        { "POST", "/fmeapiv4/tokens", FmeRequestKind.Token },
    };

    [Theory]
    [MemberData(nameof(Requests))]
    public async Task Every_route_has_its_kind(string method, string path, FmeRequestKind kind)
    {
        await using Flow flow = await Flow.StartAsync();
        flow.Emulator.Faults.Add(kind, FmeFault.Status(418));
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        using HttpResponseMessage response = await flow.Http.SendAsync(request, Cancelled);
        Assert.Equal(418, (int)response.StatusCode);
    }

    [Fact]
    public void What_can_be_no_fault_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => FmeFault.Status(200));
        Assert.Throws<ArgumentOutOfRangeException>(() => FmeFault.Delay(TimeSpan.FromSeconds(-1)));
    }

    private static StringContent Json() => new(Flow.Body, System.Text.Encoding.UTF8, "application/json");
}
