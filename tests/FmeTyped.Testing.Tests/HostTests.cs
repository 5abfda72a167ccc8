using System.Net;

namespace FmeTyped.Testing.Tests;

/// <summary>Who reaches the emulator, and by which name.</summary>
public sealed class HostTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("localhost")]
    [InlineData("LOCALHOST:81")]
    [InlineData("127.0.0.1")]
    [InlineData("[::1]:8080")]
    [InlineData("flow.test")]
    [InlineData("Flow.Test:443")]
    [InlineData("10.0.0.7")]
    public async Task Loopback_names_and_those_that_are_allowed_are_answered(string host)
    {
        await using Flow flow = await StartAsync("flow.test", "10.0.0.7");
        Assert.Equal(HttpStatusCode.OK, (await AskAsync(flow, host)).StatusCode);
    }

    [Theory]
    [InlineData("evil.example")]
    [InlineData("localhost.evil.example")]
    [InlineData("127.0.0.1.evil.example")]
    [InlineData("flow.test.evil.example:80")]
    [InlineData("192.168.0.1")]
    [InlineData("0.0.0.0")]
    public async Task A_name_that_was_made_to_lead_here_is_refused(string host)
    {
        await using Flow flow = await StartAsync("flow.test");

        HttpResponseMessage refused = await AskAsync(flow, host);

        Assert.Equal(HttpStatusCode.MisdirectedRequest, refused.StatusCode);
        string text = await refused.Content.ReadAsStringAsync(Cancelled);
        Assert.Contains("localhost, loopback addresses, flow.test", text, StringComparison.Ordinal);
        Assert.Contains("--allowed-host", text, StringComparison.Ordinal);
        Assert.False(refused.Headers.Contains("Access-Control-Allow-Origin"));
        Assert.Contains("does not answer for the host", Assert.Single(flow.LastRequest.Problems), StringComparison.Ordinal);
        Assert.Empty(flow.Emulator.Submissions);
    }

    [Fact]
    public async Task A_request_without_a_host_is_refused()
    {
        await using Flow flow = await StartAsync();
        string answer = await RawExchange.SendAsync(flow.Emulator.ServerUrl, "GET / HTTP/1.0\r\n\r\n"u8.ToArray());
        Assert.StartsWith("HTTP/1.1 421 ", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_handler_may_name_any_host()
    {
        await using Flow flow = await Flow.StartInProcessAsync();
        Assert.Equal(HttpStatusCode.OK, (await AskAsync(flow, "evil.example")).StatusCode);
    }

    [Theory]
    [InlineData(null, "flow.test")]
    [InlineData("local", null)]
    [InlineData(null, null)]
    public async Task Beyond_loopback_it_does_not_start_without_a_token_and_a_host(string? token, string? host)
    {
        ArgumentException error = await Assert.ThrowsAsync<ArgumentException>(() => FmeFlowEmulator.StartAsync(Options(token, host, IPAddress.Any), Cancelled));
        Assert.Contains("Token", error.Message, StringComparison.Ordinal);
        Assert.Contains("AllowedHosts", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Beyond_loopback_it_answers_for_its_names_and_its_address_is_one_of_this_machine()
    {
        await using Flow flow = await Flow.StartAsync(Options("local", "flow.test", IPAddress.Any));
        Assert.Equal("127.0.0.1", flow.Emulator.ServerUrl.Host);
        Assert.Equal(HttpStatusCode.OK, (await AskAsync(flow, "flow.test")).StatusCode);
        Assert.Equal(HttpStatusCode.MisdirectedRequest, (await AskAsync(flow, "evil.example")).StatusCode);
    }

    [Theory]
    [InlineData("")]
    [InlineData("http://flow.test")]
    [InlineData("flow.test:80")]
    [InlineData("*")]
    public async Task What_is_no_name_of_a_host_is_refused_at_the_start(string host)
    {
        ArgumentException error = await Assert.ThrowsAsync<ArgumentException>(
            () => FmeFlowEmulator.StartAsync(Options("local", host, IPAddress.Loopback), Cancelled));
        Assert.Contains($"'{host}' is no name of a host", error.Message, StringComparison.Ordinal);
    }

    private static Task<Flow> StartAsync(params string[] hosts) =>
        Flow.StartAsync(new FmeFlowEmulatorOptions { SchemaFiles = [Flow.SchemaFile], AllowedHosts = hosts, AllowedOrigins = ["*"] });

    private static FmeFlowEmulatorOptions Options(string? token, string? host, IPAddress address) =>
        new() { SchemaFiles = [Flow.SchemaFile], Token = token, AllowedHosts = host is null ? [] : [host], Address = address };

    private static async Task<HttpResponseMessage> AskAsync(Flow flow, string host)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(flow.Emulator.ServerUrl, "/fmeinfo/version"));
        request.Headers.Host = host;
        request.Headers.Add("Origin", "http://evil.example");
        return await flow.Http.SendAsync(request, Cancelled);
    }
}
