using System.Net;
using System.Text.Json;

namespace FmeTyped.Testing.Tests;

/// <summary>The emulator's responses have the keys and JSON kinds of responses recorded from real servers.</summary>
public sealed class RecordedShapeTests
{
    /// <summary>Keys that the fixtures lack and other recorded responses have: users' samples of job records.</summary>
    private static readonly string[] FromOtherSources = [".request.publishedParameters", ".request.workspacePath", ".request.NMDirectives.directives"];

    /// <summary>The lists in these are of the recorded workspaces' own making; the emulator has others, or none.</summary>
    private static readonly string[] OwnLists = [".parameters[]", ".resources[]", ".properties[]", ".datasets.destination[]", ".datasets.source[]"];

    [CorpusTheory]
    [InlineData("healthcheck-ok.json", "healthcheck")]
    [InlineData("info.json", "info")]
    [InlineData("repositories-page.json", "repositories")]
    [InlineData("repository-single.json", "repositories/Samples")]
    [InlineData("repository-items-page.json", "repositories/Samples/items?type=WORKSPACE")]
    [InlineData("workspace-detail-single.json", "repositories/Samples/items/austinDownload.fmw")]
    [InlineData("job-record-single.json", "transformations/jobs/id/1")]
    [InlineData("jobs-completed-page.json", "transformations/jobs/completed")]
    [InlineData("error-repository-missing.json", "repositories/MyRepo", HttpStatusCode.NotFound)]
    public async Task An_answer_has_the_recorded_shape(string recorded, string path, HttpStatusCode status = HttpStatusCode.OK)
    {
        string expected = Corpus.Read("rest", "v3", recorded);
        await using Flow flow = await Flow.StartAsync();
        await flow.SubmitAsync();
        AssertShape(expected, await flow.GetAsync(path, status));
    }

    [CorpusFact]
    public async Task The_answers_to_submit_and_transact_have_the_recorded_shapes()
    {
        await using Flow flow = await Flow.StartAsync();
        string body = Corpus.Read("rest", "v3", "submit-request-body.json");
        AssertShape(Corpus.Read("rest", "v3", "submit-response.json"), await flow.PostAsync(Flow.Submit, body, HttpStatusCode.Accepted));
        AssertShape(Corpus.Read("rest", "v3", "transact-response-austindownload.json"), await flow.PostAsync(Flow.Transact, body, HttpStatusCode.OK));
    }

    [CorpusTheory]
    [InlineData("jobs-running-page.json", "running", 0, 9)]
    [InlineData("jobs-queued-page.json", "queued", 9, 0)]
    public async Task A_job_that_has_not_ended_lacks_what_the_recorded_one_has_as_zero_only(string recorded, string list, int queueSeconds, int runSeconds)
    {
        JsonElement expected = Parse(Corpus.Read("rest", "v3", recorded)).GetProperty("items")[0];
        await using Flow flow = await Flow.StartAsync(queueTime: TimeSpan.FromHours(queueSeconds), runTime: TimeSpan.FromHours(runSeconds));
        await flow.SubmitAsync();
        JsonElement job = (await flow.GetAsync($"transformations/jobs/{list}")).GetProperty("items")[0];
        string[] missing = [.. expected.EnumerateObject().Where(member => !job.TryGetProperty(member.Name, out _)).Select(member => member.Name)];
        Assert.All(missing, name => Assert.True(IsZero(expected.GetProperty(name)), name));
        Assert.Equal(expected.GetProperty("status").GetString(), job.GetProperty("status").GetString());
    }

    private static bool IsZero(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString() is "" or "0001-01-01T00:00:00Z",
        JsonValueKind.Number => value.GetDouble() == 0,
        JsonValueKind.Object => value.EnumerateObject().All(member => IsZero(member.Value)),
        _ => false,
    };

    private static void AssertShape(string expected, JsonElement actual) =>
        Assert.Equal(Shape(Parse(expected)), Shape(actual));

    private static SortedDictionary<string, JsonValueKind> Shape(JsonElement response)
    {
        var shape = new SortedDictionary<string, JsonValueKind>(StringComparer.Ordinal);
        Collect(response, "$", shape);
        return shape;
    }

    private static void Collect(JsonElement value, string path, SortedDictionary<string, JsonValueKind> shape)
    {
        if (OwnLists.Concat(FromOtherSources).Any(path.EndsWith))
        {
            return;
        }

        shape[path] = value.ValueKind == JsonValueKind.False ? JsonValueKind.True : value.ValueKind;
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (JsonProperty member in value.EnumerateObject())
                {
                    Collect(member.Value, $"{path}.{member.Name}", shape);
                }

                break;
            case JsonValueKind.Array:
                foreach (JsonElement item in value.EnumerateArray())
                {
                    Collect(item, $"{path}[]", shape);
                }

                break;
        }
    }

    private static JsonElement Parse(string text)
    {
        using JsonDocument document = JsonDocument.Parse(text);
        return document.RootElement.Clone();
    }
}
