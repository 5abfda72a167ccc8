namespace FmeTyped.Reliability.Tests.Fuzz;

/// <summary>Answers that the fuzz test has found.</summary>
public sealed class FoundAnswerTests
{
    private const string Token = "0123456789abcdef0123456789abcdef01234567";

    [Theory]
    [InlineData("http://x" + Token + "y.example.com/result.zip")]
    [InlineData("https://" + Token + "/result.zip")]
    public async Task A_result_whose_host_holds_the_token_is_not_fetched(string url)
    {
        string record = $$"""{"id":7,"status":"success","resultDatasetDownloadUrl":"{{url}}"}""";
        using var server = new StubServer().Answer(record).Answer(record);
        var options = new FmeFlowOptions
        {
            ServerUrl = new Uri("https://fme.example.com"),
            Token = Token,
            ApiVersion = FmeApiVersion.V4,
            LongPollTime = TimeSpan.Zero,
        };
        using var fme = new FmeFlowClient(options, new HttpClient(server));

        var error = await Assert.ThrowsAsync<FmeProtocolException>(() => fme.GetJob(7).OpenResultAsync(TestContext.Current.CancellationToken));

        Assert.DoesNotContain(Token, error.ToString(), StringComparison.Ordinal);
        Assert.Equal(2, server.Lines.Count());
    }
}
