using System.Net;
using System.Net.Http.Headers;
using FmeTyped.Metadata;
using FmeTyped.Tests.Sample;
using FmeTyped.Tests.Server;
using Microsoft.Extensions.DependencyInjection;

namespace FmeTyped.Tests.Services;

/// <summary>Data of the caller's as the source of a stream: the body is the data, and the parameters are in the address.</summary>
public sealed class SourceDataTests
{
    private static readonly AustinDownload Order = new() { Maxy = 42 };

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_data_is_the_body_and_the_rest_stands_in_the_address()
    {
        string? type = null;
        using var server = new StubServer().Do((request, _) =>
        {
            type = request.Content!.Headers.ContentType?.ToString();
            return Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = new ByteArrayContent([1]) });
        });
        using FmeFlowClient fme = server.Client();
        using HttpContent data = Data("""{"type":"FeatureCollection"}""");
        await using FmeDownload download = await fme.StreamAsync(Order, new FmeRunOptions { SourceData = data, Queue = "a&b" }, Cancelled);

        (string line, string? authorization, string body) = Assert.Single(server.Requests);
        Assert.Equal(
            "POST /fmedatastreaming/Samples/austinDownload.fmw?opt_responseformat=json&opt_showresult=true&tm_tag=a%26b&MAXY=42", line);
        Assert.Equal(($"fmetoken token={Tokens.Marker}", """{"type":"FeatureCollection"}""", "application/geo+json"), (authorization, body, type));
        Assert.Equal("""{"type":"FeatureCollection"}""", await data.ReadAsStringAsync(Cancelled)); // Not disposed of.
    }

    [Theory]
    [InlineData("RunAsync")]
    [InlineData("SubmitAsync")]
    [InlineData("TransactAsync")]
    [InlineData("DownloadAsync")]
    [InlineData("SubmitDownloadAsync")]
    public async Task Only_streams_take_it_and_nothing_is_sent_elsewhere(string call)
    {
        using var server = new StubServer();
        using FmeFlowClient fme = server.Client();
        using HttpContent data = Data("x");
        var options = new FmeRunOptions { SourceData = data };
        Func<Task> run = call switch
        {
            "RunAsync" => () => fme.RunAsync(Order, options, Cancelled),
            "SubmitAsync" => () => fme.SubmitAsync(Order, options, Cancelled),
            "TransactAsync" => () => fme.TransactAsync(Order, options, Cancelled),
            "DownloadAsync" => () => fme.DownloadAsync(Order, options, Cancelled),
            _ => () => fme.SubmitDownloadAsync(Order, options, Cancelled),
        };
        FmeNotSupportedException refused = await Assert.ThrowsAsync<FmeNotSupportedException>(run);
        Assert.Contains("only StreamAsync sends SourceData. Nothing was submitted.", refused.Message, StringComparison.Ordinal);
        Assert.Empty(server.Requests);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("multipart/form-data")]
    public async Task Data_that_does_not_say_what_it_is_or_is_a_form_is_refused(string? type)
    {
        using var server = new StubServer();
        using FmeFlowClient fme = server.Client();
        using var data = new ByteArrayContent([1]);
        data.Headers.ContentType = type is null ? null : new MediaTypeHeaderValue(type);
        ArgumentException refused = await Assert.ThrowsAsync<ArgumentException>(
            () => fme.StreamAsync(Order, new FmeRunOptions { SourceData = data }, Cancelled));
        Assert.Contains("FmeRunOptions.SourceData", refused.Message, StringComparison.Ordinal);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task A_secret_does_not_go_into_the_address_and_an_endless_one_is_refused()
    {
        using var server = new StubServer();
        using FmeFlowClient fme = server.Client();
        using HttpContent data = Data("x");
        var secret = new Dictionary<string, FmeParameterValue> { ["DB_PASSWORD"] = new("geheim") };
        FmeNotSupportedException refused = await Assert.ThrowsAsync<FmeNotSupportedException>(
            () => fme.StreamAsync(Order, new FmeRunOptions { SourceData = data, ExtraParameters = secret }, Cancelled));
        Assert.Contains("one of them is a secret", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("geheim", refused.Message, StringComparison.Ordinal);

        var lengthy = new Dictionary<string, FmeParameterValue> { ["TEXT"] = new(new string('x', 32_000)) };
        refused = await Assert.ThrowsAsync<FmeNotSupportedException>(
            () => fme.StreamAsync(Order, new FmeRunOptions { SourceData = data, ExtraParameters = lengthy }, Cancelled));
        Assert.Contains("longer than 32000 characters", refused.Message, StringComparison.Ordinal);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task A_lost_answer_is_unknown_and_the_data_is_not_sent_again()
    {
        using var server = new StubServer().Fail(new HttpRequestException("The response ended prematurely."));
        using FmeFlowClient fme = server.Client();
        using HttpContent data = Data("x");
        await Assert.ThrowsAsync<FmeSubmissionUnknownException>(() => fme.StreamAsync(Order, new FmeRunOptions { SourceData = data }, Cancelled));
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task A_resilience_handler_does_not_send_it_again()
    {
        using var server = new ResettingServer();
        var services = new ServiceCollection();
        services.AddHttpClient("").AddStandardResilienceHandler(options => options.Retry.Delay = TimeSpan.Zero);
        await using ServiceProvider provider = services.BuildServiceProvider();
        using HttpClient http = provider.GetRequiredService<IHttpClientFactory>().CreateClient("");
        using var fme = new FmeFlowClient(new FmeFlowOptions { ServerUrl = server.Url, Token = Tokens.Marker, ApiVersion = FmeApiVersion.V3 }, http);
        using HttpContent data = Data("""{"features":[]}""");
        FmeSubmissionUnknownException unknown = await Assert.ThrowsAsync<FmeSubmissionUnknownException>(
            () => fme.StreamAsync(Order, new FmeRunOptions { SourceData = data }, Cancelled));
        Assert.Contains("a second time", unknown.Message, StringComparison.Ordinal);
        Assert.Equal(1, server.Requests);
    }

    private static StringContent Data(string text) => new(text, new MediaTypeHeaderValue("application/geo+json"));
}
