using System.Text.Json.Nodes;
using FmeTyped.EndToEnd.Tests.Fme.Samples;
using FmeTyped.Testing;
using static FmeTyped.EndToEnd.Tests.Fme.Samples.AustinDownload;

namespace FmeTyped.EndToEnd.Tests;

/// <summary>The calls of the vendor's article "Submitting a Job through the FME Server REST API".</summary>
public class ArticleTests
{
    [CorpusFact]
    public async Task The_body_holds_exactly_the_entries_of_the_article_and_a_key_to_find_the_job_by()
    {
        JsonNode article = JsonNode.Parse(Corpus.Read("rest", "v3", "submit-request-body.json"))!;
        await using FmeFlowEmulator flow = await Emulated.StartAsync(Emulated.V3);
        using var fme = new FmeFlowClient(Emulated.OptionsFor(flow));

        await fme.SubmitAsync(new AustinDownload { Themes = [ThemesOption.Airports, ThemesOption.Cenart], Maxy = 42 }, TestContext.Current.CancellationToken);

        JsonNode sent = JsonNode.Parse(Assert.Single(flow.Requests, request => request.Method == "POST").Body)!;

        // Beside them goes only the key that the job can be found by if the answer is lost.
        Assert.Equal(["publishedParameters", "NMDirectives"], sent.AsObject().Select(member => member.Key));
        Assert.Equal("fmetypedCorrelationKey", Assert.Single(sent["NMDirectives"]!["directives"]!.AsArray())!["name"]!.GetValue<string>());
        Assert.Equal(Entries(article), Entries(sent));
    }

    [Fact]
    public void A_request_shows_what_is_set_of_it() =>
        Assert.Equal(
            """AustinDownload { THEMES = ["airports", "cenart"], MAXY = 42 }""",
            new AustinDownload { Themes = [ThemesOption.Airports, ThemesOption.Cenart], Maxy = 42 }.ToString());

    // FME takes entries by name, so their order is ours: that of the schema.
    private static IEnumerable<string> Entries(JsonNode body) =>
        body["publishedParameters"]!.AsArray().Select(entry => entry!.ToJsonString()).Order(StringComparer.Ordinal);
}
