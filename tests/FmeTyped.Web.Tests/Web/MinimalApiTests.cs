using System.Text.Json.Nodes;

namespace FmeTyped.Web.Tests.Web;

/// <summary>A generated request as the body or form of a minimal API.</summary>
public class MinimalApiTests
{
    [Fact]
    public async Task A_body_becomes_a_request()
    {
        await using TestHost host = await TestHost.StartAsync(SurveyApp.Create());

        (int status, JsonNode? body) = await host.PostAsync(
            "/surveys", """{ "THEMES": ["airports"], "SHARE": "0.5", "OWNERS": "Yes", "DB_PASSWORD": "hush" }""");

        Assert.Equal(200, status);
        Assert.Equal("""{"THEMES":["airports"],"OWNERS":true,"SHARE":0.5,"DB_PASSWORD":"***"}""", body!.ToJsonString());
    }

    [Fact]
    public async Task Validation_answers_with_all_problems_under_wire_names()
    {
        await using TestHost host = await TestHost.StartAsync(SurveyApp.Create());

        (int status, JsonNode? body) = await host.PostAsync("/surveys", """{ "SHARE": 1, "SHEETS": 10, "MAXY": 91 }""");

        Assert.Equal(400, status);
        Assert.Equal(
            """
            {
              "THEMES": [
                "THEMES: has to be set: it is required and the workspace has no default for it."
              ],
              "SHEETS": [
                "SHEETS: is 10; it has to be at most 9."
              ],
              "MAXY": [
                "MAXY: is 91; it has to be at most 90."
              ]
            }
            """,
            Errors(body));
    }

    [Fact]
    public async Task A_value_that_cannot_be_read_is_refused()
    {
        await using TestHost host = await TestHost.StartAsync(SurveyApp.Create());

        (int status, _) = await host.PostAsync("/surveys", """{ "THEMES": ["airport"], "SHARE": 1, "MAXY": 91 }""");

        Assert.Equal(400, status);
    }

    [Fact]
    public async Task A_form_becomes_a_request()
    {
        await using TestHost host = await TestHost.StartAsync(SurveyApp.Create());

        (int status, JsonNode? body) = await host.PostAsync("/surveys/form", new FormUrlEncodedContent(
        [
            new("THEMES", "airports"),
            new("THEMES", "roads, all"),
            new("SHARE", "0.5"),
            new("FLAG", "true"),
            new("TITLE", ""),
            new("DAY", "2026-11-23"),
            new("MAXY", ""),
        ]));

        Assert.Equal(200, status);
        Assert.Equal("""{"THEMES":["airports","roads, all"],"FLAG":true,"SHARE":0.5,"TITLE":"","DAY":"20261123"}""", body!.ToJsonString());
    }

    [Fact]
    public async Task A_form_that_does_not_fit_is_answered_with_all_problems()
    {
        await using TestHost host = await TestHost.StartAsync(SurveyApp.Create());

        (int status, JsonNode? body) = await host.PostAsync("/surveys/form", new FormUrlEncodedContent([new("THEMES", "airport"), new("SHEETS", "10")]));

        Assert.Equal(400, status);
        Assert.Equal(["THEMES", "SHARE", "SHEETS"], body!["errors"]!.AsObject().Select(error => error.Key));
    }

    private static string Errors(JsonNode? body) => body!["errors"]!.ToString();
}
