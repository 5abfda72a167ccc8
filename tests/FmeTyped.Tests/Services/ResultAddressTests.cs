using FmeTyped.Tests.Authentication;
using FmeTyped.Tests.Server;

namespace FmeTyped.Tests.Services;

/// <summary>Where a result is fetched, and whether the token goes there.</summary>
public sealed class ResultAddressTests
{
    [Theory]
    [InlineData("https://fme.example.com/r/1.zip?x=a%20b", "https://fme.example.com/r/1.zip?x=a%20b", true)]
    [InlineData("HTTPS://FME.example.com:443/r/1.zip", "https://fme.example.com/r/1.zip", true)]
    [InlineData("http://fmeserver01:8080/r/1.zip?x=1", "https://fme.example.com/r/1.zip?x=1", true)]
    [InlineData("https://FMESERVER01/r/1.zip", "https://fme.example.com/r/1.zip", true)]
    [InlineData("http://fme.example.com/r/1.zip", "https://fme.example.com/r/1.zip", true)]
    [InlineData("https://fme.example.com:8443/r/1.zip", "https://fme.example.com:8443/r/1.zip", false)]
    [InlineData("https://bucket.example.org/r/1.zip?signature=1", "https://bucket.example.org/r/1.zip?signature=1", false)]
    [InlineData("https://fme.example.com.evil.org/r/1.zip", "https://fme.example.com.evil.org/r/1.zip", false)]
    [InlineData("https://fme.example.com@evil.org/r/1.zip", "https://fme.example.com@evil.org/r/1.zip", false)]
    public async Task The_token_goes_to_the_server_and_to_nobody_else(string said, string asked, bool withToken)
    {
        Uri? url = null;
        using var server = new StubServer().Job(url: said).Do((request, _) =>
        {
            url = request.RequestUri;
            return Task.FromResult(new HttpResponseMessage { Content = new StringContent("zip") });
        });
        using FmeFlowClient fme = server.Client(configure: options => options.InternalHosts.Add("fmeserver01"));

        await using FmeDownload download = await fme.GetJob(42).OpenResultAsync(cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(asked, url!.AbsoluteUri);
        Assert.Equal(withToken ? $"fmetoken token={Tokens.Marker}" : null, server.Requests[2].Authorization);
    }

    [Fact]
    public async Task A_token_that_stands_in_the_name_of_the_server_hides_no_result()
    {
        using var server = new StubServer().Job(url: "https://fme.example.com/r/1.zip").Bytes("zip"u8.ToArray());
        using FmeFlowClient fme = server.Client(configure: options => options.Token = "example");

        await using FmeDownload download = await fme.GetJob(42).OpenResultAsync(cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal("fmetoken token=example", server.Requests[2].Authorization);
    }

    [Theory]
    [InlineData("https://fme.example.com/r/1.zip", true)]
    [InlineData("https://bucket.example.org/r/1.zip", false)]
    public async Task So_does_one_that_a_provider_gives(string said, bool withToken)
    {
        using var server = new StubServer().Job(url: said).Bytes("zip"u8.ToArray());
        using FmeFlowClient fme = server.Client(configure: options => (options.Token, options.TokenProvider) = (null, new ScriptedTokens(Tokens.Marker)));

        await using FmeDownload download = await fme.GetJob(42).OpenResultAsync(cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(withToken ? $"fmetoken token={Tokens.Marker}" : null, server.Requests[2].Authorization);
    }

    [Fact]
    public async Task Behind_a_proxy_an_internal_host_stands_for_the_whole_address()
    {
        using var server = new StubServer().Job(url: "http://fmeserver01/fmedatadownload/results/1.zip").Bytes("zip"u8.ToArray());
        using FmeFlowClient fme = server.Client(configure: options =>
        {
            options.ServerUrl = new Uri("https://proxy.example.com/gis/");
            options.InternalHosts.Add("fmeserver01");
        });

        await using FmeDownload download = await fme.GetJob(42).OpenResultAsync(cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal("GET /gis/fmedatadownload/results/1.zip", server.Lines.Last());
    }

    [Fact]
    public async Task Nothing_is_fetched_in_the_clear_from_elsewhere()
    {
        using var server = new StubServer().Job(url: "http://fmeserver01:8080/r/1.zip");
        using FmeFlowClient fme = server.Client();

        FmeException error =
            await Assert.ThrowsAsync<FmeException>(() => fme.GetJob(42).OpenResultAsync(cancellationToken: TestContext.Current.CancellationToken));

        Assert.Contains("If fmeserver01 stands for the server itself, add it to FmeFlowOptions.InternalHosts.", error.Message, StringComparison.Ordinal);
        Assert.Equal(42, error.JobId);
        Assert.Equal(2, server.Requests.Count);
    }

    [Fact]
    public async Task A_server_that_is_reached_in_the_clear_may_name_others_so()
    {
        using var server = new StubServer().Job(url: "http://other.example.com/r/1.zip").Bytes("zip"u8.ToArray());
        using FmeFlowClient fme = server.Client(configure: options => options.ServerUrl = new Uri("http://localhost:8080"));

        await using FmeDownload download = await fme.GetJob(42).OpenResultAsync(cancellationToken: TestContext.Current.CancellationToken);

        Assert.Null(server.Requests[2].Authorization);
    }

    [Fact]
    public async Task An_address_that_cannot_be_reached_is_named()
    {
        using var server = new StubServer().Job(url: "https://fmeserver01/r/1.zip").Fail(new HttpRequestException("No such host"));
        using FmeFlowClient fme = server.Client();

        var error = await Assert.ThrowsAsync<FmeServerUnavailableException>(
            () => fme.GetJob(42).OpenResultAsync(cancellationToken: TestContext.Current.CancellationToken));

        Assert.Contains("at https://fmeserver01, which is not the server's own address: the connection failed", error.Message, StringComparison.Ordinal);
    }
}
