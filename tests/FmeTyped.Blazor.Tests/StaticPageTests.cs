using System.Net;
using AngleSharp.Dom;
using FmeTyped.Blazor.Tests.Site;
using FmeTyped.Metadata;
using FmeTyped.Testing;

namespace FmeTyped.Blazor.Tests;

/// <summary>A page without interactivity and without script: what a plain browser sends, and gets.</summary>
public class StaticPageTests
{
    [Fact]
    public async Task A_form_is_posted_and_its_job_seen()
    {
        await using FormSite site = await FormSite.StartAsync();
        string uploaded = "";
        site.Flow.OnRun("Roads", "survey.fmw", submission =>
        {
            uploaded = site.ReadFile(submission.Parameters["SOURCE"].Items.Single());
            return FmeJobOutcome.Success(("Road", 2));
        });
        using var visit = new Visit(site.Address);

        (HttpStatusCode status, IDocument page) = await visit.PostAsync(
            "/static/survey", [("value:TITLE", "B27"), ("value:LANES", "2"), ("value:LAYERS", ""), ("value:LAYERS", "trees")],
            ("value:SOURCE", "points.csv", "1\n2\n"));

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.StartsWith("Job ", page.QuerySelector(".fme-job h2")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("[role=status]"));
        IReadOnlyDictionary<string, FmeParameterValue> sent = site.Flow.Submissions.Single().Parameters;
        Assert.Equal(("B27", "2", "trees"), (sent["TITLE"].Text, sent["LANES"].Text, sent["LAYERS"].Text));
        Assert.Equal("1\n2\n", uploaded);
    }

    [Fact]
    public async Task What_does_not_fit_is_told_and_the_values_stay_but_no_secret()
    {
        await using FormSite site = await FormSite.StartAsync();
        using var visit = new Visit(site.Address);

        (_, IDocument page) = await visit.PostAsync(
            "/static/survey", [("value:TITLE", "B27"), ("value:LANES", "9"), ("value:DELIVERY", "database"), ("value:PASSPHRASE", "hush-hush")]);

        Assert.Equal("B27", page.QuerySelector("[data-fme-field=TITLE] input")!.GetAttribute("value"));
        Assert.Equal(
            "Enter a number of at least 1. Enter a number of at most 8.", page.QuerySelector("[data-fme-field=LANES] .fme-problems")!.TextContent.Trim());
        Assert.Equal(["TITLE"], page.QuerySelectorAll("[data-fme-field]:has([value=B27])").Select(field => field.GetAttribute("data-fme-field")));
        Assert.Contains("Points: Choose a file.", page.QuerySelector(".fme-summary")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("hush", page.Source.Text, StringComparison.Ordinal);
        Assert.Empty(site.Flow.Submissions);
    }

    [Fact]
    public async Task Without_script_a_button_shows_the_fields_that_apply_now()
    {
        await using FormSite site = await FormSite.StartAsync();
        using var visit = new Visit(site.Address);

        (_, IDocument page) = await visit.PostAsync("/static/survey", [("value:DELIVERY", "database"), ("fme-show-again", "")]);

        Assert.False(page.QuerySelector("[data-fme-field=DATABASE]")!.HasAttribute("hidden"));
        Assert.Null(page.QuerySelector(".fme-summary"));
        Assert.Empty(site.Flow.Submissions);
    }

    [Fact]
    public async Task A_box_is_posted_as_its_four_limits()
    {
        await using FormSite site = await FormSite.StartAsync();
        using var visit = new Visit(site.Address);

        await visit.PostAsync(
            "/static/survey",
            [
                ("value:TITLE", "B27"), ("value:LANES", "2"), ("value:LAYERS", "trees"),
                ("value:AREA", ""), ("west:AREA", "9"), ("south:AREA", "48"), ("east:AREA", "10"), ("north:AREA", "49"),
            ],
            ("value:SOURCE", "points.csv", "1\n"));

        Assert.StartsWith("{\"type\":\"Polygon\"", site.Flow.Submissions.Single().Parameters["AREA"].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_path_on_the_server_in_the_place_of_a_file_is_ignored()
    {
        await using FormSite site = await FormSite.StartAsync();
        using var visit = new Visit(site.Address);

        (_, IDocument page) = await visit.PostAsync("/static/survey", [("value:TITLE", "B27"), ("value:LANES", "2"), ("value:SOURCE", "/etc/passwd")]);

        Assert.Contains("Choose a file.", page.QuerySelector("[data-fme-field=SOURCE]")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(site.Flow.Submissions);
    }

    [Fact]
    public async Task A_file_beyond_the_limit_is_refused()
    {
        await using FormSite site = await FormSite.StartAsync();
        using var visit = new Visit(site.Address);

        (_, IDocument page) = await visit.PostAsync(
            "/static/survey", [("value:TITLE", "B27"), ("value:LANES", "2")], ("value:SOURCE", "big.csv", new string('x', (1024 * 1024) + 1)));

        Assert.Equal("big.csv is larger than 1 MB.", page.QuerySelector("[data-fme-field=SOURCE] .fme-problems")!.TextContent.Trim());
        Assert.Empty(site.Flow.Submissions);
    }

    [Theory]
    [InlineData("1")]
    [InlineData("nonsense")]
    public async Task A_job_cannot_be_guessed(string link)
    {
        await using FormSite site = await FormSite.StartAsync();
        using var visit = new Visit(site.Address);

        (HttpStatusCode status, IDocument page) = await visit.OpenAsync($"/static/survey?fme-job={link}");
        (HttpStatusCode download, _) = await visit.OpenAsync($"/_fme/results/{link}");

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.NotFound), (status, download));
        Assert.NotNull(page.QuerySelector("form"));
    }

    [Fact]
    public async Task Two_forms_of_one_workspace_are_two_forms()
    {
        await using FormSite site = await FormSite.StartAsync();
        using var visit = new Visit(site.Address);

        (_, IDocument wrong) = await visit.PostAsync("/twins", "#right", [("value:DISTANCE", "900")]);
        (_, IDocument right) = await visit.PostAsync("/twins", "#right", [("value:PARCEL_ID", "4711")]);

        Assert.NotNull(wrong.QuerySelector("#right .fme-summary"));
        Assert.Null(wrong.QuerySelector("#left .fme-summary"));
        Assert.NotNull(right.QuerySelector("#right .fme-job"));
        Assert.NotNull(right.QuerySelector("#left form"));
        Assert.Equal("4711", site.Flow.Submissions.Single().Parameters["PARCEL_ID"].Text);
    }

    [Fact]
    public async Task A_page_of_its_own_finds_a_job_by_its_link_only()
    {
        await using FormSite site = await FormSite.StartAsync();
        using var visit = new Visit(site.Address);

        (_, IDocument found) = await visit.PostAsync("/linking", [("value:PARCEL_ID", "4711")]);
        long id = site.Flow.Submissions.Single().JobId;
        (_, IDocument guessed) = await visit.OpenAsync($"/jobs/{id}");

        Assert.Equal($"Job {id}", found.QuerySelector(".fme-job h2")!.TextContent);
        Assert.NotNull(found.QuerySelector("[role=status]"));
        Assert.NotNull(guessed.QuerySelector("[role=alert]"));
        Assert.Null(guessed.QuerySelector("[role=status]"));
    }

    [Fact]
    public async Task A_post_without_the_form_is_refused()
    {
        await using FormSite site = await FormSite.StartAsync();
        using var visit = new Visit(site.Address);

        (HttpStatusCode status, _) = await visit.PostAsIsAsync("/static/survey", [("_handler", "fme:Roads/survey.fmw"), ("value:TITLE", "B27")]);

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Empty(site.Flow.Submissions);
    }
}
