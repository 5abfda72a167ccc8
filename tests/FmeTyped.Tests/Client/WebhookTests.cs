using System.Diagnostics;
using System.Net;
using System.Text.Json.Serialization;
using FmeTyped.Tests.Server;
using Microsoft.Extensions.DependencyInjection;

namespace FmeTyped.Tests.Client;

/// <summary>A message to an automation's webhook: its own token or none, at most once, and nothing of the response but its status.</summary>
public sealed partial class WebhookTests
{
    private const string Path = "/fmeapiv4/automations/fe5ff09a-1c84-45b9-b824-b18c29d76b65/79016efc-aeea-9547-b9f4-e0b6bbc33a6a/message";
    private const string WebhookToken = "77WEBHOOKMARKER01";

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(null, null)]
    [InlineData(WebhookToken, $"fmetoken token={WebhookToken}")]
    public async Task The_message_is_JSON_with_the_webhooks_own_token_or_none(string? token, string? sent)
    {
        using var server = new StubServer().Answer(HttpStatusCode.Accepted, "anything <at> all", "text/plain");
        using FmeFlowClient fme = Client(server, token);
        Assert.Equal(HttpStatusCode.Accepted, await PostAsync(fme));
        Assert.Equal(($"POST {Path}", sent, """{"Parcel":42}"""), Assert.Single(server.Requests));
    }

    [Fact]
    public async Task A_server_of_its_own_gets_nothing_of_the_clients_token()
    {
        using var server = new StubServer().Answer(HttpStatusCode.OK);
        using FmeFlowClient fme = server.Client(configure: options => options.Webhooks["parcels"] = new Uri($"http://other.example.com{Path}"));
        Assert.Equal(HttpStatusCode.OK, await PostAsync(fme));
        Assert.Null(Assert.Single(server.Requests).Authorization);
    }

    [Theory]
    [InlineData(HttpStatusCode.Unauthorized, typeof(FmeUnauthorizedException))]
    [InlineData(HttpStatusCode.Forbidden, typeof(FmeForbiddenException))]
    [InlineData(HttpStatusCode.NotFound, typeof(FmeNotFoundException))]
    [InlineData(HttpStatusCode.UnprocessableEntity, typeof(FmeException))]
    [InlineData(HttpStatusCode.ServiceUnavailable, typeof(FmeServerUnavailableException))]
    [InlineData(HttpStatusCode.BadGateway, typeof(FmeSubmissionUnknownException))]
    public async Task A_refusal_says_what_it_means_and_an_unclear_one_that_the_automation_may_have_it(HttpStatusCode status, Type expected)
    {
        using var server = new StubServer().Answer(status, $$"""{"message":"no {{WebhookToken}} and {{Path}}"}""");
        using FmeFlowClient fme = Client(server, WebhookToken);
        FmeException refused = await Assert.ThrowsAnyAsync<FmeException>(() => PostAsync(fme));
        Assert.Equal((expected, status), (refused.GetType(), refused.StatusCode));
        Assert.Contains("post to the webhook parcels", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(WebhookToken, refused.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("79016efc", refused.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("FindSubmissionAsync", refused.Message, StringComparison.Ordinal);
        if (refused is FmeSubmissionUnknownException unknown)
        {
            Assert.Contains("The automation may have it anyway", refused.Message, StringComparison.Ordinal);
            Assert.Null(unknown.CorrelationKey);
        }
    }

    [Fact]
    public async Task A_login_page_is_no_webhook()
    {
        using var server = new StubServer().Answer(HttpStatusCode.OK, "<html><form action='login'><input type='password'></form></html>", "text/html");
        using FmeFlowClient fme = Client(server);
        await Assert.ThrowsAsync<FmeUnauthorizedException>(() => PostAsync(fme));
    }

    [Fact]
    public async Task A_lost_answer_is_unknown_and_no_retry_sends_it_again()
    {
        using var server = new StubServer().Fail(new HttpRequestException("The response ended prematurely."));
        using FmeFlowClient fme = Client(server);
        await Assert.ThrowsAsync<FmeSubmissionUnknownException>(() => PostAsync(fme));

        using var resetting = new ResettingServer();
        await using ServiceProvider services = ResilientServices();
        var options = new FmeFlowOptions { ServerUrl = resetting.Url, Token = Tokens.Marker, Webhooks = { ["parcels"] = new Uri(resetting.Url, Path) } };
        using var retrying = new FmeFlowClient(options, services.GetRequiredService<HttpClient>());
        await Assert.ThrowsAsync<FmeSubmissionUnknownException>(
            () => retrying.PostWebhookAsync("parcels", new Order(new Message(42)), Json.Default.Order, Cancelled));
        Assert.Equal(1, resetting.Requests);
    }

    [Fact]
    public async Task A_cancelled_call_tells_that_the_automation_may_have_the_message()
    {
        using var source = new CancellationTokenSource();
        using var server = new StubServer().Hang(source.Cancel);
        using FmeFlowClient fme = Client(server);
        var cancelled = await Assert.ThrowsAsync<FmeOperationCanceledException>(
            () => fme.PostWebhookAsync("parcels", new Message(42), Json.Default.Message, source.Token));
        Assert.NotNull(cancelled.Submission);
    }

    [Fact]
    public async Task An_unknown_name_lists_the_known_ones_and_sends_nothing()
    {
        using var server = new StubServer();
        using FmeFlowClient fme = Client(server);
        ArgumentException unknown = await Assert.ThrowsAsync<ArgumentException>(
            () => fme.PostWebhookAsync("roads", new Message(1), Json.Default.Message, Cancelled));
        Assert.Contains("They have: parcels.", unknown.Message, StringComparison.Ordinal);
        Assert.Empty(server.Requests);
    }

    [Theory]
    [InlineData("message", null, "no whole http or https address for 'parcels'")]
    [InlineData("ftp://fme.example.com/message", null, "no whole http or https address for 'parcels'")]
    [InlineData("https://fme.example.com", null, "no whole http or https address for 'parcels'")]
    [InlineData("https://fme.example.com/message?token=secret", null, "A token belongs in WebhookTokens")]
    [InlineData("https://fme.example.com/message", "two words", "FmeFlowOptions.WebhookTokens 'parcels' has a blank")]
    public void An_address_or_a_token_that_cannot_be_is_refused(string address, string? token, string fault)
    {
        var options = new FmeFlowOptions
        {
            ServerUrl = new Uri("https://fme.example.com"), Token = "token", Webhooks = { ["parcels"] = new Uri(address, UriKind.RelativeOrAbsolute) },
        };
        if (token is not null)
        {
            options.WebhookTokens["parcels"] = token;
        }

        ArgumentException refused = Assert.Throws<ArgumentException>(() => new FmeFlowClient(options));
        Assert.Contains(fault, refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", refused.Message, StringComparison.Ordinal);
        options.Webhooks.Clear();
        options.WebhookTokens["parcels"] = "right";
        Assert.Contains("is for no webhook", Assert.Throws<ArgumentException>(() => new FmeFlowClient(options)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_message_is_an_activity_with_the_name_and_no_address()
    {
        var activities = new List<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == FmeFlowClient.TelemetryName,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity =>
            {
                if (activity.OperationName == "post webhook" && activity.GetTagItem("fme.webhook") is "traced")
                {
                    activities.Add(activity);
                }
            },
        };
        ActivitySource.AddActivityListener(listener);
        using var server = new StubServer().Answer(HttpStatusCode.OK).Answer(HttpStatusCode.BadGateway);
        using FmeFlowClient fme = server.Client(configure: options => options.Webhooks["traced"] = new Uri($"https://hooks.example.com{Path}"));
        await fme.PostWebhookAsync("traced", new Message(42), Json.Default.Message, Cancelled);
        await Assert.ThrowsAsync<FmeSubmissionUnknownException>(() => fme.PostWebhookAsync("traced", new Message(42), Json.Default.Message, Cancelled));

        Assert.Equal([ActivityStatusCode.Unset, ActivityStatusCode.Error], activities.Select(activity => activity.Status));
        Assert.All(activities, activity => Assert.Equal("hooks.example.com", activity.GetTagItem("server.address")));
        Assert.All(activities, activity => Assert.DoesNotContain(activity.TagObjects, tag => tag.Value?.ToString()?.Contains("79016efc") == true));
    }

    private static Task<HttpStatusCode> PostAsync(FmeFlowClient fme) => fme.PostWebhookAsync("parcels", new Message(42), Json.Default.Message, Cancelled);

    private static FmeFlowClient Client(StubServer server, string? token = null) => server.Client(configure: options =>
    {
        options.Webhooks["parcels"] = new Uri($"https://fme.example.com{Path}");
        if (token is not null)
        {
            options.WebhookTokens["parcels"] = token;
        }
    });

    private static ServiceProvider ResilientServices()
    {
        var services = new ServiceCollection();
        services.AddHttpClient("").AddStandardResilienceHandler(options =>
        {
            options.Retry.Delay = TimeSpan.Zero;
            options.Retry.UseJitter = false;
        });
        services.AddTransient(provider => provider.GetRequiredService<IHttpClientFactory>().CreateClient(""));
        return services.BuildServiceProvider();
    }

    internal sealed record Message(int Parcel);

    internal sealed record Order(Message Message);

    [JsonSerializable(typeof(Message))]
    [JsonSerializable(typeof(Order))]
    internal sealed partial class Json : JsonSerializerContext;
}
