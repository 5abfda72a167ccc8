using System.Net;
using AngleSharp.Dom;
using FmeTyped.Metadata;

namespace FmeTyped.Forms.Tests;

/// <summary>The pages over HTTP, without a browser.</summary>
public class PageTests
{
    private const string Survey = "/Roads/survey.fmw";

    private static readonly (string Name, string Value)[] Filled =
    [
        ("TITLE", "B27"), ("SURVEYED", "2026-05-04"), ("LANES", "2"), ("WIDTH", "3.25"), ("SURFACE", "2"), ("LIT", "Yes"),
        ("LAYERS", ""), ("LAYERS", "trees"), ("LAYERS", "kerbs"), ("BACKGROUND", "#8000ff"), ("AREA", ""), ("SYSTEM", "EPSG:25832"),
        ("KEYWORDS", "north\r\nsouth, and more\r\n"), ("DELIVERY", "file"), ("FORMAT", "GPKG"),
    ];

    private static readonly (string Name, string File, string Text) Points = ("SOURCE", "points.csv", "1\n2\n3\n");

    [Fact]
    public async Task Every_workspace_has_a_form_with_a_field_for_each_parameter()
    {
        await using FormSite site = await FormSite.StartAsync();
        using var visit = new Visit(site.Address);

        (_, IDocument list) = await visit.OpenAsync("/");

        string[] links = [.. list.QuerySelectorAll("li a").Select(link => link.GetAttribute("href")!)];
        Assert.Equal(["/Planning/parcelReport.fmw", Survey, "/Samples/austinDownload.fmw"], links);
        foreach ((string link, FmeWorkspaceDescriptor workspace) in links.Zip([
            WorkspaceForm.Fme.Planning.ParcelReport.Descriptor,
            WorkspaceForm.Fme.Roads.Survey.Descriptor,
            WorkspaceForm.Fme.Samples.AustinDownload.Descriptor]))
        {
            (HttpStatusCode status, IDocument form) = await visit.OpenAsync(link);
            Assert.Equal(HttpStatusCode.OK, status);
            Assert.Equal(workspace.Title, form.QuerySelector("h1")!.TextContent);
            Assert.Equal(
                workspace.Parameters.Select(parameter => parameter.Name),
                form.QuerySelectorAll("[data-field]").Select(field => field.GetAttribute("data-field")));
        }
    }

    [Fact]
    public async Task Groups_are_fieldsets_and_their_fields_stand_in_them()
    {
        await using FormSite site = await FormSite.StartAsync();
        using var visit = new Visit(site.Address);

        (_, IDocument form) = await visit.OpenAsync(Survey);

        IElement road = form.QuerySelector("fieldset:not([data-field])")!;
        Assert.Equal("The road", road.QuerySelector("legend")!.TextContent);
        Assert.Equal(["LANES", "WIDTH", "SURFACE", "LIT"], road.QuerySelectorAll("[data-field]").Select(field => field.GetAttribute("data-field")));
    }

    [Fact]
    public async Task What_is_filled_in_is_submitted_and_the_outcome_is_shown()
    {
        await using FormSite site = await FormSite.StartAsync();
        using var visit = new Visit(site.Address);

        await visit.PostAsync(Survey, Filled, Points);

        Testing.FmeSubmission job = Assert.Single(site.Flow.Submissions);
        Assert.Equal(
            [
                "TITLE=B27", "SURVEYED=20260504", "LANES=2", "WIDTH=3.25", "SURFACE=2", "LIT=Yes", "LAYERS=trees, kerbs", "BACKGROUND=128,0,255",
                "SYSTEM=EPSG:25832", "KEYWORDS=north, south, and more", "DELIVERY=file", "FORMAT=GPKG",
            ],
            job.Parameters.Where(value => value.Key != "SOURCE").Select(value => $"{value.Key}={value.Value}"));
        Assert.Equal("1\n2\n3\n", await ReadAsync(site, job.Parameters["SOURCE"]));
        Assert.Equal("Done, 3 features written", await OutcomeAsync(site, visit, job.JobId));
    }

    [Fact]
    public async Task A_job_that_fails_is_shown_as_failed()
    {
        await using FormSite site = await FormSite.StartAsync();
        using var visit = new Visit(site.Address);

        await visit.PostAsync(Survey, Filled, ("SOURCE", "points.csv", "\n"));

        Assert.Contains("There are no points in the files", await OutcomeAsync(site, visit, 1), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Several_files_of_one_name_are_all_handed_over()
    {
        await using FormSite site = await FormSite.StartAsync();
        using var visit = new Visit(site.Address);

        await visit.PostAsync(Survey, Filled, Points, ("SOURCE", "points.csv", "4\n"));

        Assert.Equal(2, site.Flow.Submissions.Single().Parameters["SOURCE"].Items.Distinct().Count());
        Assert.Equal("Done, 4 features written", await OutcomeAsync(site, visit, 1));
    }

    [Fact]
    public async Task What_does_not_fit_is_told_at_its_field_and_nothing_reaches_the_server()
    {
        await using FormSite site = await FormSite.StartAsync();
        using var visit = new Visit(site.Address);

        (_, IDocument form) = await visit.PostAsync(
            Survey, With(("LANES", "9"), ("SURVEYED", "yesterday"), ("SURFACE", "3"), ("BACKGROUND", "red"), ("TITLE", "")), Points);

        Assert.Equal("has to be set: it is required and the workspace has no default for it.", Problem(form, "TITLE"));
        Assert.Equal("is 9; it has to be at most 8.", Problem(form, "LANES"));
        Assert.Equal("'3' is not one of its options. Allowed: '1', '2'.", Problem(form, "SURFACE"));
        Assert.StartsWith("'yesterday' is not a date or time.", Problem(form, "SURVEYED"), StringComparison.Ordinal);
        Assert.StartsWith("'red' is not a colour.", Problem(form, "BACKGROUND"), StringComparison.Ordinal);
        Assert.Equal("5 values do not fit. Nothing was submitted.", form.QuerySelector("p[role=alert]")!.TextContent);
        Assert.Equal("true", form.GetElementById("field-LANES")!.GetAttribute("aria-invalid"));
        Assert.Equal("9", form.GetElementById("field-LANES")!.GetAttribute("value"));
        Assert.Empty(Problem(form, "WIDTH"));
        Assert.Equal("3.25", form.GetElementById("field-WIDTH")!.GetAttribute("value"));
        Assert.Empty(site.Flow.Requests);
    }

    [Fact]
    public async Task A_file_that_has_to_be_there_is_asked_for()
    {
        await using FormSite site = await FormSite.StartAsync();
        using var visit = new Visit(site.Address);

        (_, IDocument form) = await visit.PostAsync(Survey, [.. Filled, ("SOURCE", "")]);

        Assert.StartsWith("has to be set", Problem(form, "SOURCE"), StringComparison.Ordinal);
        Assert.Empty(site.Flow.Requests);
    }

    [Fact]
    public async Task An_emptied_field_takes_the_default_away()
    {
        await using FormSite site = await FormSite.StartAsync();
        using var visit = new Visit(site.Address);

        (_, IDocument refused) = await visit.PostAsync(Survey, [.. Filled.Where(value => value.Name != "LAYERS"), ("LAYERS", "")], Points);
        await visit.PostAsync(Survey, With(("SURFACE", ""), ("SYSTEM", "")), Points);

        Assert.StartsWith("needs at least one value.", Problem(refused, "LAYERS"), StringComparison.Ordinal);
        IReadOnlyDictionary<string, FmeParameterValue> sent = site.Flow.Submissions.Single().Parameters;
        Assert.True(sent["SURFACE"].IsBlank);
        Assert.True(sent["SYSTEM"].IsBlank);
    }

    [Fact]
    public async Task A_secret_is_sent_and_never_shown()
    {
        await using FormSite site = await FormSite.StartAsync();
        using var visit = new Visit(site.Address);
        (string, string)[] values = [.. With(("DELIVERY", "database")), ("DATABASE", "roads"), ("PASSPHRASE", "hush-hush")];

        (_, IDocument refused) = await visit.PostAsync(Survey, [.. values, ("LANES", "3")], Points);
        await visit.PostAsync(Survey, values, Points);

        Assert.Contains("takes one value", Problem(refused, "LANES"), StringComparison.Ordinal);
        Assert.DoesNotContain("hush-hush", refused.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.Equal("hush-hush", site.Flow.Submissions.Single().Parameters["PASSPHRASE"].Text);
    }

    [Fact]
    public async Task Fields_that_do_not_apply_are_off_and_come_with_the_value_that_asks_for_them()
    {
        await using FormSite site = await FormSite.StartAsync();
        using var visit = new Visit(site.Address);

        (_, IDocument form) = await visit.OpenAsync(Survey);
        (_, IDocument again) = await visit.PostAsync(Survey, [.. With(("DELIVERY", "database"), ("LANES", "9")), ("_show_again", "")]);

        Assert.Equal(["DATABASE", "PASSPHRASE"], Off(form));
        Assert.Equal(["FORMAT"], Off(again));
        Assert.Equal("9", again.GetElementById("field-LANES")!.GetAttribute("value"));
        Assert.All(again.QuerySelectorAll("div.problem"), place => Assert.Empty(place.Children));

        static IEnumerable<string?> Off(IDocument page) =>
            page.QuerySelectorAll("[data-field][hidden][disabled]").Select(field => field.GetAttribute("data-field"));
    }

    [Fact]
    public async Task Text_is_text_whatever_it_holds()
    {
        await using FormSite site = await FormSite.StartAsync();
        using var visit = new Visit(site.Address);
        const string Hostile = "\"><script>alert(1)</script>";

        (_, IDocument form) = await visit.PostAsync(Survey, With(("TITLE", Hostile), ("AREA", "</textarea>" + Hostile), ("FORMAT", Hostile)));

        Assert.Equal(Hostile, form.GetElementById("field-TITLE")!.GetAttribute("value"));
        Assert.Equal("</textarea>" + Hostile, form.GetElementById("field-AREA")!.TextContent);
        Assert.Single(form.Scripts);
    }

    [Fact]
    public async Task A_post_that_comes_from_elsewhere_is_refused()
    {
        await using FormSite site = await FormSite.StartAsync();
        using var visit = new Visit(site.Address);

        (HttpStatusCode status, _) = await visit.PostAsIsAsync(Survey, [.. Filled, ("_handler", "run")], Points);

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Empty(site.Flow.Requests);
    }

    [Theory]
    [InlineData("/Roads/unknown.fmw")]
    [InlineData("/roads/survey.fmw")]
    [InlineData("/jobs/99")]
    public async Task What_is_not_there_is_not_found(string path)
    {
        await using FormSite site = await FormSite.StartAsync();
        using var visit = new Visit(site.Address);

        (HttpStatusCode status, IDocument page) = await visit.OpenAsync(path);

        Assert.Equal(HttpStatusCode.NotFound, status);
        Assert.Contains("no such", page.QuerySelector("main")!.TextContent, StringComparison.OrdinalIgnoreCase);
        Assert.Null(page.QuerySelector("meta[http-equiv=refresh]"));
    }

    [Fact]
    public async Task What_the_server_refuses_is_told_above_the_form()
    {
        await using FormSite site = await FormSite.StartAsync();
        using var visit = new Visit(site.Address);
        site.Flow.RevokeToken(site.Flow.Token);

        (HttpStatusCode status, IDocument form) = await visit.PostAsync(Survey, Filled, Points);

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("token", form.QuerySelector("p[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(site.Flow.Token, form.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.Equal("B27", form.GetElementById("field-TITLE")!.GetAttribute("value"));
    }

    private static (string, string)[] With(params (string Name, string Value)[] others) =>
        [.. Filled.Where(value => others.All(other => other.Name != value.Name)), .. others];

    private static string Problem(IDocument page, string parameter) => page.GetElementById($"field-{parameter}-problem")!.TextContent.Trim();

    private static async Task<string> OutcomeAsync(FormSite site, Visit visit, long job)
    {
        using var fme = new FmeFlowClient(new FmeFlowOptions { ServerUrl = site.Flow.ServerUrl, Token = site.Flow.Token });
        await fme.GetJob(job).WaitAsync(new FmeWaitOptions { ThrowOnFailure = false }, TestContext.Current.CancellationToken);
        (_, IDocument page) = await visit.OpenAsync($"/jobs/{job}");
        return page.QuerySelector("[role=status]")!.TextContent;
    }

    private static async Task<string> ReadAsync(FormSite site, FmeParameterValue path)
    {
        using var reader = new StreamReader(site.Flow.Files.OpenRead(path.Text));
        return await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
    }
}
