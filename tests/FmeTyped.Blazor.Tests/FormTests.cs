using System.Globalization;
using AngleSharp.Dom;
using Bunit;
using FmeTyped.Blazor.Tests.Fme.Kinds;
using FmeTyped.Blazor.Tests.Fme.Planning;
using FmeTyped.Blazor.Tests.Fme.Roads;
using FmeTyped.Metadata;
using FmeTyped.Testing;
using TestContext = Xunit.TestContext;

namespace FmeTyped.Blazor.Tests;

/// <summary>A form as a whole, on an interactive page.</summary>
public sealed class FormTests : IDisposable
{
    private readonly FormContext _context = new();

    [Fact]
    public void The_request_that_is_submitted_has_the_values_of_the_fields()
    {
        IRenderedComponent<FmeDescriptorForm> form = _context.Render(ParcelReport.Descriptor);

        Field(form, "PARCEL_ID").Change("4711");
        Field(form, "DISTANCE").Change("75");
        form.Find("[data-fme-field=WITH_OWNERS] input[type=checkbox]").Change(true);
        form.Find("form").Submit();

        Assert.Equal(
            [("DISTANCE", "75"), ("PAPER_SIZE", "A4"), ("PARCEL_ID", "4711"), ("WITH_OWNERS", "Yes")],
            _context.Submitted!.ToParameterValues().Select(value => (value.Key, value.Value.Text)).Order());
    }

    [Fact]
    public void The_form_of_a_generated_type_gives_a_request_of_it()
    {
        ParcelReport? submitted = null;
        IRenderedComponent<FmeWorkspaceForm<ParcelReport>> form =
            _context.Render<FmeWorkspaceForm<ParcelReport>>(parameters => parameters.Add(one => one.OnSubmit, report => submitted = report));

        form.Find("[data-fme-field=PARCEL_ID] input").Change("4711");
        form.Find("form").Submit();

        Assert.Equal(("4711", 50L), (submitted!.ParcelId, submitted.Distance));
    }

    [Fact]
    public void What_does_not_fit_is_told_at_its_field_and_in_a_summary_and_nothing_is_submitted()
    {
        IRenderedComponent<FmeDescriptorForm> form = _context.Render(ParcelReport.Descriptor);

        Field(form, "DISTANCE").Change("501");
        form.Find("form").Submit();

        Assert.Null(_context.Submitted);
        Assert.Equal("Enter a number of at least 0. Enter a number of at most 500.", form.Find("[data-fme-field=DISTANCE] .fme-problems p").TextContent);
        Assert.Equal("true", Field(form, "DISTANCE").GetAttribute("aria-invalid"));
        Assert.Equal(
            ["Parcel: Fill in this field.", "Distance to look around (m): Enter a number of at least 0. Enter a number of at most 500."],
            form.FindAll(".fme-summary li").Select(item => item.TextContent));
        Assert.EndsWith("#" + Field(form, "PARCEL_ID").Id, form.Find(".fme-summary a").GetAttribute("href"), StringComparison.Ordinal);
    }

    [Fact]
    public void What_nobody_filled_in_yet_is_no_problem_before_the_form_is_submitted()
    {
        IRenderedComponent<FmeDescriptorForm> form = _context.Render(ParcelReport.Descriptor);

        Field(form, "DISTANCE").Change("501");

        Assert.Equal(["DISTANCE"], form.FindAll("[data-fme-field]:has(.fme-problems p)").Select(field => field.GetAttribute("data-fme-field")));
    }

    [Fact]
    public void Fields_come_and_go_with_the_value_that_asks_for_them()
    {
        IRenderedComponent<FmeDescriptorForm> form = _context.Render(Survey.Descriptor);
        Assert.True(form.Find("[data-fme-field=DATABASE]").HasAttribute("hidden"));

        form.Find("[data-fme-field=DELIVERY] input[value=database]").Change("database");

        Assert.False(form.Find("[data-fme-field=DATABASE]").HasAttribute("hidden"));
        Assert.True(form.Find("[data-fme-field=FORMAT]").HasAttribute("disabled"));
    }

    [Fact]
    public void The_members_of_a_group_that_can_be_checked_are_there_while_it_is()
    {
        IRenderedComponent<FmeDescriptorForm> form = _context.Render(Kinds.Descriptor);
        Assert.True(form.Find(".fme-members:has([data-fme-field=ARROW_SIZE])").HasAttribute("hidden"));

        form.Find("[data-fme-field=ARROW] input[type=checkbox]").Change(true);

        Assert.False(form.Find(".fme-members:has([data-fme-field=ARROW_SIZE])").HasAttribute("hidden"));
    }

    [Theory]
    [InlineData(true, true, "", "")]
    [InlineData(true, false, "", null)]
    [InlineData(false, true, "", null)]
    public void An_empty_field_is_blank_where_that_means_something(bool isOptional, bool hasDefault, string text, string? sent)
    {
        IRenderedComponent<FmeDescriptorForm> form = _context.Render(
            new FmeParameterDescriptor("P", FmeParameterKind.Text) { IsOptional = isOptional, Default = hasDefault ? "x" : default(FmeParameterValue?) });

        Field(form, "P").Change(text);
        form.Find("form").Submit();

        Assert.Equal(sent, _context.Submitted!.ToParameterValues().TryGetValue("P", out FmeParameterValue value) ? value.Text : null);
    }

    [Fact]
    public void Help_says_what_an_empty_field_means() =>
        Assert.Equal(
            "At least 1. If empty: 3.",
            _context.Render(new FmeParameterDescriptor("P", FmeParameterKind.Integer) { Minimum = 1, Default = "3" }).Find(".fme-help").TextContent);

    [Fact]
    public void A_secret_is_never_rendered()
    {
        IRenderedComponent<FmeDescriptorForm> form = _context.Render(
            new FmeParameterDescriptor("P", FmeParameterKind.Secret) { Default = "opensesame" },
            new FmeParameterDescriptor("Q", FmeParameterKind.Text) { MustBeSet = true });

        Field(form, "P").Change("hush-hush");
        form.Find("form").Submit();
        Assert.DoesNotContain("hush", form.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain("opensesame", form.Markup, StringComparison.Ordinal);

        Field(form, "Q").Change("x");
        form.Find("form").Submit();
        Assert.Equal("hush-hush", _context.Submitted!.ToParameterValues(includeSecrets: true)["P"].Text);
    }

    [Fact]
    public void A_file_is_uploaded_from_the_browser()
    {
        IRenderedComponent<FmeDescriptorForm> form = _context.Render(new FmeParameterDescriptor("P", FmeParameterKind.File) { MustBeSet = true });

        form.FindComponent<Microsoft.AspNetCore.Components.Forms.InputFile>().UploadFiles(InputFileContent.CreateFromText("1\n2", "points.csv"));
        form.Find("form").Submit();

        Assert.Equal("points.csv (1 KB)", form.Find(".fme-files li").TextContent);
        Assert.Equal("points.csv", _context.Submitted!.ToParameterValues()["P"].Text);
    }

    [Fact]
    public void A_file_beyond_the_limit_is_refused()
    {
        IRenderedComponent<FmeDescriptorForm> form = _context.Render(
            new FmeWorkspaceDescriptor("R", "w.fmw") { Parameters = [new("P", FmeParameterKind.File) { MustBeSet = true }] },
            parameters => parameters.Add(one => one.MaximumFileSize, 2 * 1024 * 1024));

        form.FindComponent<Microsoft.AspNetCore.Components.Forms.InputFile>().UploadFiles(
            InputFileContent.CreateFromBinary(new byte[(2 * 1024 * 1024) + 1], "big.csv"));
        form.Find("form").Submit();

        Assert.Null(_context.Submitted);
        Assert.Equal("big.csv is larger than 2 MB.", form.Find(".fme-problems p").TextContent);
    }

    [Fact]
    public void A_template_shows_a_parameter_in_its_own_way()
    {
        IRenderedComponent<FmeDescriptorForm> form = _context.Render(ParcelReport.Descriptor, parameters => parameters
            .Add(one => one.FieldTemplate, field => field.Parameter.Name == "PARCEL_ID"
                ? $"<input id=\"own\" name=\"{field.Name}\" value=\"{field.Text}\" />"
                : "")
            .Add(one => one.SectionTemplate, section => builder => builder.AddContent(0, section.Content))
            .Add(one => one.ButtonsTemplate, buttons => $"<button id=\"go\">{buttons.IsBusy}</button>"));

        Assert.Equal("value:PARCEL_ID", form.Find("#own").GetAttribute("name"));
        Assert.Equal("False", form.Find("#go").TextContent);
        Assert.Empty(form.FindAll(".fme-button"));
    }

    [Fact]
    public void A_form_speaks_German()
    {
        CultureInfo before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("de-AT");
        try
        {
            IRenderedComponent<FmeDescriptorForm> form = _context.Render(ParcelReport.Descriptor);
            form.Find("form").Submit();

            Assert.Equal("Bitte ausfüllen.", form.Find("[data-fme-field=PARCEL_ID] .fme-problems p").TextContent);
            Assert.Equal("Ausführen", form.Find("button[type=submit]").TextContent.Trim());
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }

    [Fact]
    public void Both_languages_have_the_same_texts_with_the_same_places()
    {
        string[] Texts(string culture) =>
        [
            .. new System.Resources.ResourceManager("FmeTyped.Blazor.Resources.FormText", typeof(FmeDescriptorForm).Assembly)
                .GetResourceSet(CultureInfo.GetCultureInfo(culture), createIfNotExists: true, tryParents: false)!.Cast<System.Collections.DictionaryEntry>()
                .Select(entry => $"{entry.Key}{(((string)entry.Value!).Contains('{', StringComparison.Ordinal) ? " has places" : "")}")
                .Order(StringComparer.Ordinal),
        ];

        Assert.NotEmpty(Texts(""));
        Assert.Equal(Texts(""), Texts("de"));
    }

    [Fact]
    public async Task Without_a_handler_the_form_submits_and_shows_the_job()
    {
        await using FmeFlowEmulator flow = await StartFlowAsync("workspaces.json");
        using FmeFlowClient fme = ClientOf(flow);
        IRenderedComponent<FmeWorkspaceForm<ParcelReport>> form =
            _context.Render<FmeWorkspaceForm<ParcelReport>>(parameters => parameters.Add(one => one.Client, fme));

        form.Find("[data-fme-field=PARCEL_ID] input").Change("4711");
        form.Find("form").Submit();
        form.WaitForAssertion(() => Assert.StartsWith("Done", form.Find(".fme-succeeded").TextContent, StringComparison.Ordinal), TimeSpan.FromSeconds(30));

        Assert.Equal("4711", flow.Submissions.Single().Parameters["PARCEL_ID"].Text);
        form.Find("button[type=button]").Click();
        Assert.Equal("4711", form.WaitForElement("[data-fme-field=PARCEL_ID] input").GetAttribute("value"));
    }

    [Fact]
    public async Task A_failed_job_is_explained()
    {
        await using FmeFlowEmulator flow = await StartFlowAsync("workspaces.json");
        flow.OnRun("Planning", "parcelReport.fmw", _ => FmeJobOutcome.Failure("There is no such parcel"));
        using FmeFlowClient fme = ClientOf(flow);
        FmeJob job = await fme.SubmitAsync(new ParcelReport { ParcelId = "4711" }, TestContext.Current.CancellationToken);

        IRenderedComponent<FmeJobView> view = _context.Render<FmeJobView>(parameters => parameters.Add(one => one.Job, job));
        view.WaitForElement("pre", TimeSpan.FromSeconds(30));

        Assert.Equal("Failed", view.Find("[role=status]").TextContent);
        Assert.Contains("There is no such parcel", view.Find(".fme-facts").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refusal_of_the_server_is_told_and_the_values_stay()
    {
        await using FmeFlowEmulator flow = await StartFlowAsync("roads.workspaces.json");
        using FmeFlowClient fme = ClientOf(flow);
        IRenderedComponent<FmeWorkspaceForm<ParcelReport>> form =
            _context.Render<FmeWorkspaceForm<ParcelReport>>(parameters => parameters.Add(one => one.Client, fme));

        form.Find("[data-fme-field=PARCEL_ID] input").Change("4711");
        form.Find("form").Submit();
        form.WaitForElement("[role=alert]", TimeSpan.FromSeconds(30));

        Assert.Equal("4711", form.Find("[data-fme-field=PARCEL_ID] input").GetAttribute("value"));
        Assert.False(form.Find("button").HasAttribute("disabled"));
    }

    [Fact]
    public void Suggestions_are_no_text_of_the_page()
    {
        IRenderedComponent<FmeDescriptorForm> form = _context.Render(new FmeParameterDescriptor("P", FmeParameterKind.CoordinateSystem));

        Assert.Equal("", form.Find("datalist").TextContent.Trim());
        Assert.Equal("WGS 84", form.Find("datalist option[value='EPSG:4326']").GetAttribute("label"));
    }

    [Fact]
    public void Forms_of_one_workspace_have_ids_of_their_own()
    {
        IRenderedComponent<FmeDescriptorForm> one = _context.Render(ParcelReport.Descriptor, parameters => parameters.Add(form => form.Name, "one"));
        IRenderedComponent<FmeDescriptorForm> other = _context.Render(ParcelReport.Descriptor, parameters => parameters.Add(form => form.Name, "other"));

        Assert.NotEmpty(IdsOf(one));
        Assert.Empty(IdsOf(one).Intersect(IdsOf(other)));
    }

    public void Dispose() => _context.Dispose();

    private static Task<FmeFlowEmulator> StartFlowAsync(string schemaFile) => FmeFlowEmulator.StartAsync(
        new FmeFlowEmulatorOptions { SchemaFiles = [Path.Combine(AppContext.BaseDirectory, schemaFile)] }, TestContext.Current.CancellationToken);

    private static FmeFlowClient ClientOf(FmeFlowEmulator flow) => new(new FmeFlowOptions { ServerUrl = flow.ServerUrl, Token = flow.Token });

    private static string[] IdsOf(IRenderedComponent<FmeDescriptorForm> form) => [.. form.FindAll("[id]").Select(element => element.Id!)];

    private static IElement Field(IRenderedComponent<FmeDescriptorForm> form, string name) =>
        form.Find($"[data-fme-field={name}] :is(input:not([type=hidden]), select, textarea)");
}
