using System.Net;
using System.Text;
using System.Text.Json;

namespace FmeTyped.Testing.Tests;

/// <summary>Webhooks and manual triggers of automations, topics and their messages, and the caller's own account.</summary>
public sealed class AutomationTests
{
    private const string Ids = "fe5ff09a-1c84-45b9-b824-b18c29d76b65/79016efc-aeea-9547-b9f4-e0b6bbc33a6a";
    private const string V3Webhook = $"/fmerest/v3/automations/workflows/{Ids}/message";
    private const string V4Webhook = $"/fmeapiv4/automations/{Ids}/message";

    [Theory]
    [InlineData("POST", V3Webhook)]
    [InlineData("PUT", V3Webhook)]
    [InlineData("DELETE", V3Webhook)]
    [InlineData("POST", V4Webhook)]
    public async Task A_webhook_takes_a_message_without_a_token_and_it_can_be_looked_at(string method, string path)
    {
        await using Flow flow = await Flow.StartInProcessAsync();
        flow.Http.DefaultRequestHeaders.Authorization = null;
        using HttpResponseMessage response = await flow.SendAsync(new HttpMethod(method), path, Json("""{"blobName":"a.zip"}"""));
        Assert.Equal((HttpStatusCode.Accepted, 0), (response.StatusCode, (int?)response.Content.Headers.ContentLength));
        Assert.Equal((method, path, """{"blobName":"a.zip"}"""), (flow.LastRequest.Method, flow.LastRequest.Path, flow.LastRequest.Body));
        Assert.Empty(flow.LastRequest.Problems);
    }

    [Theory]
    [InlineData(V3Webhook)]
    [InlineData(V4Webhook)]
    public async Task A_token_that_is_sent_to_a_webhook_has_to_be_valid(string path)
    {
        await using Flow flow = await Flow.StartInProcessAsync();
        Assert.Equal(HttpStatusCode.Accepted, await flow.PostAsync(path));
        flow.Http.DefaultRequestHeaders.Authorization = new("fmetoken", "token=wrong");
        Assert.Equal(HttpStatusCode.Unauthorized, await flow.PostAsync(path));
        flow.Http.DefaultRequestHeaders.Authorization = new("Bearer", "wrong");
        Assert.Equal(HttpStatusCode.Unauthorized, await flow.PostAsync(path));
    }

    [Fact]
    public async Task An_address_that_is_none_is_refused_and_a_message_that_is_not_JSON_is_reported()
    {
        await using Flow flow = await Flow.StartInProcessAsync();
        Assert.Equal(HttpStatusCode.BadRequest, await flow.PostAsync("/fmeapiv4/automations/1/2/message"));
        await flow.SendAsync(HttpMethod.Post, V4Webhook, Json("{"));
        Assert.Contains("not JSON", Assert.Single(flow.LastRequest.Problems), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Accepted, await flow.PostAsync("/fmeapiv4/automations/fe5ff09a-1c84-45b9-b824-b18c29d76b65/trigger"));
    }

    [Fact]
    public async Task Topics_of_version_3_take_messages_as_the_vendors_library_sends_them()
    {
        await using Flow flow = await Flow.StartInProcessAsync();
        const string topics = "notifications/topics";
        var form = new FormUrlEncodedContent([new("name", "MY TOPIC"), new("description", "d")]);
        await flow.SendAsync(HttpMethod.Post, topics, HttpStatusCode.Created, form);
        await flow.SendAsync(HttpMethod.Post, topics, HttpStatusCode.Conflict, new FormUrlEncodedContent([new("name", "MY TOPIC")]));
        await flow.SendAsync(HttpMethod.Post, topics, HttpStatusCode.UnprocessableEntity, new FormUrlEncodedContent([new("name", "")]));
        using HttpResponseMessage described = await flow.SendAsync(
            HttpMethod.Put, $"{topics}/MY%20TOPIC", new FormUrlEncodedContent([new("description", "other")]));
        Assert.Equal(HttpStatusCode.NoContent, described.StatusCode);
        Assert.Equal("other", (await flow.GetAsync($"{topics}/MY%20TOPIC")).GetProperty("description").GetString());
        Assert.Equal(1, (await flow.GetAsync(topics)).GetProperty("totalCount").GetInt32());

        using HttpResponseMessage message = await flow.SendAsync(HttpMethod.Post, $"{topics}/MY%20TOPIC/message", Json("""{"a":1}"""));
        Assert.Equal(HttpStatusCode.Accepted, message.StatusCode);
        Assert.Equal("""{"a":1}""", flow.LastRequest.Body);
        using HttpResponseMessage content = await flow.SendAsync(HttpMethod.Post, $"{topics}/MY%20TOPIC/message/subscribercontent", new StringContent("any"));
        Assert.Equal(HttpStatusCode.Accepted, content.StatusCode);
        await flow.SendAsync(HttpMethod.Post, $"{topics}/NONE/message", HttpStatusCode.NotFound, Json("{}"));

        Assert.Equal(HttpStatusCode.NoContent, await flow.DeleteAsync($"{topics}/MY%20TOPIC"));
        Assert.Equal(HttpStatusCode.NotFound, await flow.DeleteAsync($"{topics}/MY%20TOPIC"));
    }

    [Fact]
    public async Task Topics_of_version_4_take_flat_messages()
    {
        await using Flow flow = await Flow.StartInProcessAsync();
        const string topics = "/fmeapiv4/topics";
        using HttpResponseMessage made = await flow.SendAsync(HttpMethod.Post, topics, Json("""{"name":"T","description":"d"}"""));
        Assert.Equal(HttpStatusCode.Created, made.StatusCode);
        await flow.SendAsync(HttpMethod.Post, topics, HttpStatusCode.Conflict, Json("""{"name":"T"}"""));
        await flow.SendAsync(HttpMethod.Post, topics, HttpStatusCode.UnprocessableEntity, Json("""{"name":""}"""));
        Assert.Empty((await flow.GetAsync($"{topics}?filterString=x&filterProperties=name")).GetProperty("items").EnumerateArray());

        using HttpResponseMessage flat = await flow.SendAsync(HttpMethod.Post, $"{topics}/T/message", Json("""{"a":1,"b":"x","c":true}"""));
        Assert.Equal(HttpStatusCode.NoContent, flat.StatusCode);
        JsonElement refused = await flow.SendAsync(
            HttpMethod.Post, $"{topics}/T/message", HttpStatusCode.UnprocessableEntity, Json("""{"a":{"b":1},"c":[1]}"""));
        Assert.Equal(["a", "c"], refused.GetProperty("details").EnumerateObject().Select(detail => detail.Name));
        using HttpResponseMessage any = await flow.SendAsync(HttpMethod.Post, $"{topics}/T/message/subscribercontent", new StringContent("<x/>"));
        Assert.Equal(HttpStatusCode.NoContent, any.StatusCode);
        await flow.SendAsync(HttpMethod.Post, $"{topics}/NONE/message", HttpStatusCode.NotFound, Json("{}"));
    }

    [Fact]
    public async Task The_callers_own_account_is_the_only_one()
    {
        await using Flow flow = await Flow.StartInProcessAsync();
        Assert.Equal("admin", (await flow.GetAsync("security/accounts/admin")).GetProperty("name").GetString());
        Assert.Equal(1, (await flow.GetAsync("security/accounts?limit=-1&offset=-1")).GetProperty("totalCount").GetInt32());
        await flow.GetAsync("security/accounts/other", HttpStatusCode.NotFound);

        JsonElement account = Assert.Single((await flow.GetAsync("/fmeapiv4/accounts?filterString=ADM&summary=true")).GetProperty("items").EnumerateArray());
        Assert.Equal("admin", (await flow.GetAsync($"/fmeapiv4/accounts/{account.GetProperty("id").GetString()}")).GetProperty("name").GetString());
        Assert.Empty((await flow.GetAsync("/fmeapiv4/accounts?type=ldap")).GetProperty("items").EnumerateArray());
        await flow.GetAsync("/fmeapiv4/accounts/00000000-0000-0000-0000-000000000009", HttpStatusCode.NotFound);
    }

    private static StringContent Json(string text) => new(text, Encoding.UTF8, "application/json");
}
