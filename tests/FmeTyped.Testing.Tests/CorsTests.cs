using System.Net;

namespace FmeTyped.Testing.Tests;

/// <summary>Pages of other origins, as browsers send and judge their requests.</summary>
public sealed class CorsTests
{
    private const string Origin = "https://app.example.com";
    private const string Allowed = "Access-Control-Allow-Origin";

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Origin)]
    [InlineData("*")]
    public async Task A_page_of_an_allowed_origin_asks_first_and_then_calls(string allowed)
    {
        await using Flow flow = await StartAsync(allowed);
        using HttpResponseMessage asked = await AskAsync(flow, Origin);
        Assert.Equal(HttpStatusCode.NoContent, asked.StatusCode);
        Assert.Equal(allowed, Assert.Single(asked.Headers.GetValues(Allowed)));
        Assert.Equal("authorization,content-type", Assert.Single(asked.Headers.GetValues("Access-Control-Allow-Headers")));
        Assert.Equal("POST", Assert.Single(asked.Headers.GetValues("Access-Control-Allow-Methods")));
        using HttpResponseMessage called = await CallAsync(flow, Origin);
        Assert.Equal(allowed, Assert.Single(called.Headers.GetValues(Allowed)));
        flow.Http.DefaultRequestHeaders.Authorization = null;
        using HttpResponseMessage refused = await CallAsync(flow, Origin);
        Assert.Equal((HttpStatusCode.Unauthorized, allowed), (refused.StatusCode, Assert.Single(refused.Headers.GetValues(Allowed))));
    }

    [Theory]
    [InlineData(Origin, "https://other.example.com")]
    [InlineData(null, Origin)]
    public async Task A_page_of_another_origin_is_told_nothing(string? allowed, string origin)
    {
        await using Flow flow = await StartAsync(allowed);
        using HttpResponseMessage asked = await AskAsync(flow, origin);
        using HttpResponseMessage called = await CallAsync(flow, origin);
        Assert.False(asked.Headers.Contains(Allowed));
        Assert.False(called.Headers.Contains(Allowed));
    }

    [Theory]
    [InlineData("app.example.com")]
    [InlineData("https://app.example.com/")]
    [InlineData("https://app.example.com/page")]
    [InlineData("")]
    public async Task What_is_no_origin_is_refused_at_the_start(string origin)
    {
        ArgumentException refused = await Assert.ThrowsAsync<ArgumentException>(() => StartAsync(origin));
        Assert.StartsWith($"'{origin}' is no origin.", refused.Message, StringComparison.Ordinal);
    }

    private static Task<Flow> StartAsync(string? allowed) => Flow.StartAsync(new FmeFlowEmulatorOptions
    {
        SchemaFiles = [Flow.SchemaFile],
        Token = Flow.Token,
        AllowedOrigins = allowed is null ? [] : [allowed],
        Listens = false,
    });

    private static async Task<HttpResponseMessage> AskAsync(Flow flow, string origin)
    {
        using var request = new HttpRequestMessage(HttpMethod.Options, Flow.Submit);
        request.Headers.Add("Origin", origin);
        request.Headers.Add("Access-Control-Request-Method", "POST");
        request.Headers.Add("Access-Control-Request-Headers", "authorization,content-type");
        using var http = new HttpClient(flow.Emulator.CreateHandler()) { BaseAddress = flow.Http.BaseAddress };
        return await http.SendAsync(request, Cancelled);
    }

    private static async Task<HttpResponseMessage> CallAsync(Flow flow, string origin)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "repositories");
        request.Headers.Add("Origin", origin);
        return await flow.Http.SendAsync(request, Cancelled);
    }
}
