using System.Net;
using System.Text.Json;

namespace FmeTyped.Testing.Tests.Values;

/// <summary>Submits values to a workspace that has the records of a test, and says what became of them, by default and in strict mode.</summary>
internal static class SubmittedValue
{
    /// <summary>Nothing is wrong with the value of P.</summary>
    public static Task AssertFitsAsync(string record, string value) => AssertFitAsync($"[{record}]", $$"""{"P":{{value}}}""");

    /// <summary>The value of P is taken and noted, and refused in strict mode.</summary>
    public static Task AssertReportedAsync(string record, string value, string problem) =>
        AssertReportedAsync($"[{record}]", $$"""{"P":{{value}}}""", "P", problem);

    /// <summary>The value of P is refused in any mode.</summary>
    public static Task AssertRefusedAsync(string record, string value, string problem) =>
        AssertRefusedAsync($"[{record}]", $$"""{"P":{{value}}}""", "P", problem);

    public static async Task AssertFitAsync(string records, string values)
    {
        Assert.Equal((HttpStatusCode.Accepted, null, ""), await SubmitAsync(records, values, strict: false, ""));
        Assert.Equal((HttpStatusCode.Accepted, null, ""), await SubmitAsync(records, values, strict: true, ""));
    }

    public static async Task AssertReportedAsync(string records, string values, string name, string problem)
    {
        Assert.Equal((HttpStatusCode.Accepted, null, $"{name}: {problem}"), await SubmitAsync(records, values, strict: false, name));
        (HttpStatusCode status, string? detail, _) = await SubmitAsync(records, values, strict: true, name);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, problem), (status, detail));
    }

    public static async Task AssertRefusedAsync(string records, string values, string name, string problem)
    {
        foreach (bool strict in new[] { false, true })
        {
            (HttpStatusCode status, string? detail, _) = await SubmitAsync(records, values, strict, name);
            Assert.Equal((HttpStatusCode.UnprocessableEntity, problem), (status, detail));
        }
    }

    private static async Task<(HttpStatusCode Status, string? Detail, string Problems)> SubmitAsync(string records, string values, bool strict, string name)
    {
        await using Flow flow = await Flow.StartAsync(new FmeFlowEmulatorOptions
        {
            SchemaJson = $$"""{"format":1,"workspaces":[{"repository":"R","workspace":"w.fmw","parameters":{{records}}}]}""",
            Token = Flow.Token,
            Strict = strict,
            Listens = false,
        });
        using HttpResponseMessage response = await flow.SendAsync(
            HttpMethod.Post, "/fmeapiv4/jobs", JsonContentOf($$"""{"repository":"R","workspace":"w.fmw","publishedParameters":{{values}}}"""));
        using JsonDocument body = JsonDocument.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        string? detail = body.RootElement.TryGetProperty("details", out JsonElement details) && details.TryGetProperty(name, out JsonElement found)
            ? found.GetString()
            : null;
        return (response.StatusCode, detail, string.Join(" ", flow.LastRequest.Problems));
    }

    private static StringContent JsonContentOf(string body) => new(body, System.Text.Encoding.UTF8, "application/json");
}
