using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.Extensions.Time.Testing;

namespace FmeTyped.Testing.Tests.Services;

public sealed class TokenServiceTests
{
    private const string User = "user=admin&password=secret";

    [Theory]
    [InlineData("/fmetoken/generate?user=admin&password=secret&expiration=7&timeunit=day")]
    [InlineData("/fmetoken/service/generate?user=admin&password=secret&expiration=7&timeunit=day")]
    public async Task A_token_is_answered_as_bare_text_and_opens_the_server(string path)
    {
        await using Flow flow = await StartAsync();
        string token = await flow.GetTextAsync(path);
        Assert.Matches("^[0-9a-f]{40}$", token);
        flow.Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("fmetoken", $"token={token}");
        await flow.GetAsync("repositories/Samples");
    }

    [Theory]
    [InlineData("/fmetoken/generate.json")]
    [InlineData("/fmetoken/service/generate.json")]
    public async Task A_form_gets_a_token_in_an_envelope(string path)
    {
        await using Flow flow = await StartAsync();
        JsonElement response = await flow.SendAsync(HttpMethod.Post, path, HttpStatusCode.OK, Form("admin", "secret", "60", "minute"));
        string token = response.GetProperty("serviceResponse").GetProperty("token").GetString()!;
        Assert.Empty(flow.LastRequest.Problems);
        Assert.Equal("user=admin&password=***&expiration=60&timeunit=minute", flow.LastRequest.Body);
        flow.Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("fmetoken", $"token={token}");
        await flow.GetAsync("/fmeapiv4/jobs?status=success");
    }

    [Fact]
    public async Task The_users_newest_token_is_viewed()
    {
        var time = new FakeTimeProvider();
        await using Flow flow = await StartAsync(time);
        time.Advance(TimeSpan.FromSeconds(1));
        string token = await flow.GetTextAsync($"/fmetoken/generate?{User}");
        JsonElement viewed = await flow.SendAsync(HttpMethod.Post, "/fmetoken/service/view.json", HttpStatusCode.OK, Form("admin", "secret"));
        Assert.Equal($$$"""{"serviceResponse":{"token":"{{{token}}}"}}""", viewed.GetRawText());
        Assert.Equal(token, await flow.GetTextAsync($"/fmetoken/view?{User}"));
        time.Advance(TimeSpan.FromDays(1));
        Assert.Equal(Flow.Token, await flow.GetTextAsync($"/fmetoken/view?{User}"));
        flow.Emulator.RevokeToken(Flow.Token);
        await flow.GetAsync($"/fmetoken/view?{User}", HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("", 24 * 60 * 60)]
    [InlineData("&expiration=90", 90)]
    [InlineData("&expiration=90&timeunit=second", 90)]
    [InlineData("&expiration=2&timeunit=minute", 120)]
    [InlineData("&expiration=3&timeunit=hour", 3 * 60 * 60)]
    [InlineData("&expiration=3&timeunit=day", 3 * 24 * 60 * 60)]
    [InlineData("&expiration=2147483647&timeunit=day", 730 * 24 * 60 * 60)]
    public async Task A_token_lives_as_long_as_was_asked_for_and_never_beyond_two_years(string query, int seconds)
    {
        var time = new FakeTimeProvider();
        await using Flow flow = await StartAsync(time);
        string token = await flow.GetTextAsync($"/fmetoken/generate?{User}{query}");
        flow.Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("fmetoken", $"token={token}");
        time.Advance(TimeSpan.FromSeconds(seconds - 1));
        await flow.GetAsync("repositories");
        time.Advance(TimeSpan.FromSeconds(1));
        await flow.GetAsync("repositories", HttpStatusCode.Unauthorized);
    }

    [Theory]
    [InlineData("user=admin&password=wrong", HttpStatusCode.Unauthorized)]
    [InlineData("user=other&password=secret", HttpStatusCode.Unauthorized)]
    [InlineData("", HttpStatusCode.Unauthorized)]
    [InlineData(User + "&expiration=x", HttpStatusCode.UnprocessableEntity)]
    [InlineData(User + "&expiration=0", HttpStatusCode.UnprocessableEntity)]
    [InlineData(User + "&expiration=1&timeunit=week", HttpStatusCode.UnprocessableEntity)]
    public async Task What_is_wrong_gets_no_token(string query, HttpStatusCode expected)
    {
        await using Flow flow = await StartAsync();
        foreach (string path in (string[])["/fmetoken/generate", "/fmetoken/service/generate.json"])
        {
            using HttpResponseMessage response = await flow.SendAsync(HttpMethod.Get, $"{path}?{query}");
            Assert.Equal(expected, response.StatusCode);
        }
    }

    [Fact]
    public async Task A_password_in_the_query_is_noted_and_not_shown()
    {
        await using Flow flow = await StartAsync();
        await flow.GetTextAsync($"/fmetoken/generate?{User}");
        Assert.Contains("Send it in a form", Assert.Single(flow.LastRequest.Problems), StringComparison.Ordinal);
        Assert.Equal("/fmetoken/generate?user=admin&password=***", flow.LastRequest.Path);
    }

    private static async Task<Flow> StartAsync(TimeProvider? time = null)
    {
        Flow flow = await Flow.StartInProcessAsync(time);
        flow.Http.DefaultRequestHeaders.Authorization = null;
        return flow;
    }

    private static FormUrlEncodedContent Form(string user, string password, string? expiration = null, string? unit = null) => new(
        new KeyValuePair<string, string?>[] { new("user", user), new("password", password), new("expiration", expiration), new("timeunit", unit) }
            .Where(field => field.Value is not null));
}
