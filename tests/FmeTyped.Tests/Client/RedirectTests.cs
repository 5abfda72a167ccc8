using System.Net;
using FmeTyped.Tests.Sample;
using FmeTyped.Tests.Server;

namespace FmeTyped.Tests.Client;

/// <summary>What a redirect becomes that nobody followed.</summary>
public sealed class RedirectTests
{
    private const string Advice = "A redirected submission loses its body and the token, so none is followed. "
        + "Give the server's final address (https instead of http, or behind the login page).";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task A_submission_that_belongs_elsewhere_made_no_job(int status)
    {
        using var server = new StubServer().Answer((HttpStatusCode)status);
        using FmeFlowClient fme = server.Client();

        FmeException error = await Assert.ThrowsAsync<FmeException>(() => fme.SubmitAsync(new AustinDownload(), Token));

        Assert.Equal(
            $"Could not submit Samples/austinDownload.fmw: the server redirects elsewhere ({status} {(HttpStatusCode)status}). {Advice}", error.Message);
    }

    [Theory]
    [InlineData(300)]
    [InlineData(399)]
    public async Task Every_status_of_the_300s_is_a_redirect(int status)
    {
        using var server = new StubServer().Answer((HttpStatusCode)status, change: answer => answer.Headers.Location = new("https://fme.example.com/new?a=b"));
        using FmeFlowClient fme = server.Client();

        FmeException error = await Assert.ThrowsAsync<FmeException>(() => fme.GetJob(5).GetRecordAsync(Token));

        Assert.StartsWith($"Could not read job 5: the server redirects to https://fme.example.com/new ({status}", error.Message, StringComparison.Ordinal);
        Assert.EndsWith(Advice, error.Message, StringComparison.Ordinal);
    }
}
