using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Time.Testing;

namespace FmeTyped.Testing.Tests;

public sealed class NewTokenTests
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 6, 6, 12, 0, 0, TimeSpan.Zero));

    [Theory]
    [InlineData("/fmerest/v3/tokens", """{"name":"ci","restricted":false,"enabled":true,"user":"admin","expirationTimeout":3600}""", "expirationDate")]
    [InlineData("/fmeapiv4/tokens", """{"name":"ci","enabled":true,"customPermissions":false,"secondsToExpiry":3600}""", "expiration")]
    public async Task A_user_has_a_token_made_that_works_until_it_expires(string path, string body, string expirationKey)
    {
        await using Flow flow = await StartAsync("secret");
        SignIn(flow, "admin:secret");
        JsonElement made = await flow.PostAsync(path, body, HttpStatusCode.Created);
        Assert.Equal("2026-06-06T13:00:00Z", made.GetProperty(expirationKey).GetString());

        flow.Http.DefaultRequestHeaders.Authorization = new("fmetoken", "token=" + made.GetProperty("token").GetString());
        await flow.SubmitAsync();
        _time.Advance(TimeSpan.FromHours(1));
        await flow.GetAsync("repositories", HttpStatusCode.Unauthorized);
    }

    [Theory]
    [InlineData("secret", "admin:wrong")]
    [InlineData("secret", "root:secret")]
    [InlineData(null, "admin:")]
    public async Task A_wrong_password_or_a_server_without_one_makes_none(string? password, string sent)
    {
        await using Flow flow = await StartAsync(password);
        SignIn(flow, sent);
        await flow.PostAsync("/fmerest/v3/tokens", """{"name":"ci"}""", HttpStatusCode.Unauthorized);
        await flow.PostAsync("/fmeapiv4/tokens", """{"name":"ci"}""", HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_token_does_not_make_tokens()
    {
        await using Flow flow = await StartAsync("secret");
        await flow.PostAsync("/fmeapiv4/tokens", """{"name":"ci"}""", HttpStatusCode.Unauthorized);
    }

    private static void SignIn(Flow flow, string user) => flow.Http.DefaultRequestHeaders.Authorization =
        new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(user)));

    private Task<Flow> StartAsync(string? password) =>
        Flow.StartAsync(new FmeFlowEmulatorOptions { SchemaFiles = [Flow.SchemaFile], Token = Flow.Token, Password = password, TimeProvider = _time });
}
