using FmeTyped.Blazor.Tests.Site;
using FmeTyped.BrowserKit;
using FmeTyped.Metadata;
using FmeTyped.Testing;
using OpenQA.Selenium;
using OpenQA.Selenium.Chrome;
using OpenQA.Selenium.Support.UI;

namespace FmeTyped.Blazor.Tests;

/// <summary>The forms in a browser, as a person fills them in.</summary>
[Trait("Suite", "browser")]
public class BrowserTests
{
    public static TheoryData<string> Modes => ["static", "interactive"];

    [Theory]
    [MemberData(nameof(Modes))]
    public async Task Every_kind_is_filled_in_submitted_followed_and_downloaded(string mode)
    {
        await using FormSite site = await FormSite.StartAsync();
        string uploaded = "";
        site.Flow.OnRun("Kinds", "kinds.fmw", submission =>
        {
            uploaded = site.ReadFile(submission.Parameters["SOURCE"].Text);
            return FmeJobOutcome.Success(("Parcel", 3)) with { Files = [FmeResultFile.From("parcels.csv", "1\n2\n3\n")] };
        });
        using ChromeDriver browser = Browser.Start();
        Open(browser, site, mode, "kinds");

        Type(browser, "TITLE", "Parcels");
        Type(browser, "CODE", "AREA > 10");
        Type(browser, "COUNT", "45");
        Set(browser, "SHARE", "input[type=range]", "0.25");
        Set(browser, "DAY", "input", "2026-05-04");
        Set(browser, "WHEN", "input[type=datetime-local]", "2026-05-04T14:30:00");
        Set(browser, "GLASS", "input[type=color]", "#ff0000");
        Set(browser, "GLASS", "input[type=range]", "50");
        Type(browser, "SECRET", "hush-hush");
        Control(browser, "SOURCE").SendKeys(Path.Combine(AppContext.BaseDirectory, "points.csv"));
        Control(browser, "FLAG", "[type=checkbox]").Click();
        Control(browser, "ANSWER", "[value=YES]").Click();
        Control(browser, "FEW", "[value=A3]").Click();
        Control(browser, "PICK", "option[value=GPKG]").Click();
        Control(browser, "LAYERS", "[value=trees]").Click();
        Control(browser, "AREAS", "summary").Click();
        Control(browser, "AREAS", "[value=n2]").Click();
        Type(browser, "STYLE", "fancy");
        Type(browser, "WORDS", "one\ntwo");
        Type(browser, "SYSTEM", "EPSG:4326");
        Type(browser, "MAXY", "50");
        Control(browser, "REGION", "summary").Click();
        foreach ((string side, string limit) in new[] { ("West", "9"), ("South", "48"), ("East", "10"), ("North", "49") })
        {
            Set(browser, "REGION", $".fme-{side.ToLowerInvariant()} input", limit);
        }

        Control(browser, "ARROW", "[type=checkbox]").Click();
        WaitFor(browser, "[data-fme-field=ARROW_SIZE]:not([hidden])");
        Type(browser, "ARROW_SIZE", "12");
        Control(browser, "DELIVERY", "[value=SHARE_NAME]").Click();
        WaitFor(browser, "[data-fme-field=SHARE_NAME]:not([hidden])");
        Type(browser, "SHARE_NAME", "maps");
        Run(browser);

        Assert.Equal("Done, 3 features written", WaitFor(browser, ".fme-succeeded").Text);
        IReadOnlyDictionary<string, FmeParameterValue> sent = site.Flow.Submissions.Single().Parameters;
        Assert.Equal(
            [
                "ANSWER = YES", "AREAS = n2", "ARROW = YES", "ARROW_SIZE = 12", "CODE = AREA > 10", "COUNT = 45", "DAY = 20260504", "DELIVERY = SHARE_NAME",
                "FEW = A3", "FLAG = off", "GLASS = 255,0,0,128", "LAYERS = signs, trees", "MAXX = 10", "MAXY = 50", "MINX = 9", "MINY = 48", "PICK = GPKG",
                "REGION = {\"type\":\"Polygon\",\"coordinates\":[[[9,48],[10,48],[10,49],[9,49],[9,48]]]}",
                "SHARE = 0.25", "SHARE_NAME = maps", "STYLE = fancy", "SYSTEM = EPSG:4326", "TITLE = Parcels",
                "WHEN = 2026-05-04T14:30:00+00:00", "WORDS = one, two",
            ],
            sent.Where(value => value.Key is not ("SOURCE" or "SECRET")).Select(value => $"{value.Key} = {value.Value}").Order(StringComparer.Ordinal));
        Assert.Equal(await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "points.csv"), TestContext.Current.CancellationToken), uploaded);

        using var http = new HttpClient();
        using HttpResponseMessage result = await http.GetAsync(WaitFor(browser, "a[download]").GetDomProperty("href"), TestContext.Current.CancellationToken);
        Assert.True(result.IsSuccessStatusCode);
        Assert.Equal("PK", System.Text.Encoding.ASCII.GetString(await result.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken), 0, 2));
    }

    [Theory]
    [MemberData(nameof(Modes))]
    public async Task The_browser_does_not_submit_what_it_can_see_is_wrong(string mode)
    {
        await using FormSite site = await FormSite.StartAsync();
        using ChromeDriver browser = Browser.Start();
        Open(browser, site, mode, "survey");

        Type(browser, "TITLE", "B27");
        Type(browser, "LANES", "9");
        Control(browser, "SOURCE").SendKeys(Path.Combine(AppContext.BaseDirectory, "points.csv"));
        Run(browser);

        Assert.Equal(
            ["value:LANES"],
            browser.FindElements(By.CssSelector("input:invalid, select:invalid, textarea:invalid")).Select(control => control.GetAttribute("name")));
        Assert.Empty(site.Flow.Submissions);
    }

    [Theory]
    [MemberData(nameof(Modes))]
    public async Task What_the_browser_cannot_see_the_server_tells_at_the_field_and_the_summary_leads_there(string mode)
    {
        await using FormSite site = await FormSite.StartAsync();
        using ChromeDriver browser = Browser.Start();
        Open(browser, site, mode, "survey");

        Type(browser, "TITLE", "B27");
        Type(browser, "LANES", "2");
        Type(browser, "WIDTH", "0");
        Control(browser, "SOURCE").SendKeys(Path.Combine(AppContext.BaseDirectory, "points.csv"));
        Run(browser);

        Assert.Equal("Width (m): Enter a number greater than 0.", WaitFor(browser, ".fme-summary a").Text);
        Assert.Equal("Enter a number greater than 0.", WaitFor(browser, "[data-fme-field=WIDTH] .fme-problems p").Text);
        Assert.Equal("B27", Control(browser, "TITLE").GetDomProperty("value"));
        browser.FindElement(By.CssSelector(".fme-summary a")).Click();
        Assert.Contains($"/{mode}/survey#", browser.Url, StringComparison.Ordinal);
        Assert.Empty(site.Flow.Submissions);
    }

    [Theory]
    [MemberData(nameof(Modes))]
    public async Task A_form_is_filled_in_by_keyboard_alone(string mode)
    {
        await using FormSite site = await FormSite.StartAsync();
        using ChromeDriver browser = Browser.Start();
        Open(browser, site, mode, "parcelReport");

        var keys = new OpenQA.Selenium.Interactions.Actions(browser);
        browser.ExecuteScript("document.querySelector('[data-fme-field=PARCEL_ID] input').focus()");
        keys.SendKeys("4711").SendKeys(Keys.Tab).SendKeys(Keys.ArrowDown).SendKeys(Keys.Tab).SendKeys(" ")
            .SendKeys(Keys.Tab).SendKeys(Keys.Tab).SendKeys(Keys.Enter).Perform();

        WaitFor(browser, ".fme-succeeded");
        IReadOnlyDictionary<string, FmeParameterValue> sent = site.Flow.Submissions.Single().Parameters;
        Assert.Equal(("4711", "A3", "Yes", "50"), (sent["PARCEL_ID"].Text, sent["PAPER_SIZE"].Text, sent["WITH_OWNERS"].Text, sent["DISTANCE"].Text));
    }

    [Fact]
    public async Task What_a_person_types_while_a_change_is_on_its_way_stays()
    {
        await using FormSite site = await FormSite.StartAsync();
        using ChromeDriver browser = Browser.Start();
        Open(browser, site, "interactive", "kinds");
        (string Field, string First, string Second)[] quick =
        [
            ("TITLE", "one", "one, two"), ("CODE", "a", "a\nb"), ("COUNT", "45", "50"), ("SHARE", "0.25", "0.5"), ("DAY", "2026-05-04", "2026-05-05"),
            ("GLASS", "#ff0000", "#00ff00"), ("STYLE", "fancy", "fancy one"), ("WORDS", "one", "one\ntwo"), ("SYSTEM", "EPSG:4326", "EPSG:3857"),
            ("PICK", "GPKG", "OGCKML"), ("REGION", "{}", "{ }"), ("MAXY", "50", "51"),
        ];

        // The second text is there before the server has answered to the first.
        foreach ((string field, string first, string second) in quick)
        {
            browser.ExecuteScript(
                """
                arguments[0].value = arguments[1];
                arguments[0].dispatchEvent(new Event('change', { bubbles: true }));
                arguments[0].value = arguments[2];
                """,
                Control(browser, field, ":is(input:not([type=hidden]), select, textarea)"),
                first,
                second);
        }

        // What the server answers comes in turn: this is the last answer.
        Control(browser, "DELIVERY", "[value=SHARE_NAME]").Click();
        WaitFor(browser, "[data-fme-field=SHARE_NAME]:not([hidden])");

        Assert.Equal(
            quick.Select(one => $"{one.Field} {one.Second}"),
            quick.Select(one => $"{one.Field} {Control(browser, one.Field).GetDomProperty("value")}"));
    }

    [Fact]
    public async Task A_request_of_a_generated_type_reaches_the_page()
    {
        await using FormSite site = await FormSite.StartAsync();
        using ChromeDriver browser = Browser.Start();
        browser.Navigate().GoToUrl(new Uri(site.Address, "/typed"));
        WaitFor(browser, "form[data-fme-form=interactive]");

        Type(browser, "PARCEL_ID", "4711");
        Run(browser);

        new WebDriverWait(browser, TimeSpan.FromSeconds(20)).Until(driver => driver.FindElement(By.Id("parcel")).Text == "4711");
    }

    [Fact]
    public async Task Nothing_keeps_people_from_using_the_forms()
    {
        await using FormSite site = await FormSite.StartAsync();
        using ChromeDriver browser = Browser.Start();
        List<string> found = [];
        foreach (string scheme in new[] { "light", "dark" })
        {
            Browser.Prefer(browser, scheme);
            foreach (string mode in Modes.Select(mode => mode.Data))
            {
                foreach (string name in SiteWorkspaces.Own.Select(workspace => Path.GetFileNameWithoutExtension(workspace.Workspace)))
                {
                    Open(browser, site, mode, name);
                    found.AddRange(Axe.Find(browser).Select(violation => $"{scheme} {mode} {name} {violation}"));
                    browser.ExecuteScript("document.querySelector('form').noValidate = true");
                    browser.ExecuteScript("document.querySelectorAll('details').forEach(one => one.open = true)");
                    Run(browser);
                    WaitFor(browser, name == "austinDownload" ? ".fme-succeeded" : ".fme-summary");
                    found.AddRange(Axe.Find(browser).Select(violation => $"{scheme} {mode} {name}, submitted, {violation}"));
                }
            }
        }

        Assert.Empty(found);
    }

    [CorpusFact]
    public async Task Nothing_keeps_people_from_using_the_forms_of_real_workspaces()
    {
        await using FormSite site = await FormSite.StartAsync();
        using ChromeDriver browser = Browser.Start();
        List<string> found = [];
        FmeWorkspaceDescriptor[] richest =
        [
            .. CorpusForms.All()
                .OrderByDescending(workspace => workspace.Parameters.DistinctBy(parameter => (parameter.Kind, parameter.IsList)).Count())
                .Take(20),
        ];
        for (int i = 0; i < richest.Length; i++)
        {
            site.Workspaces.Add($"corpus{i}", richest[i]);
            Open(browser, site, "static", $"corpus{i}");
            found.AddRange(Axe.Find(browser).Select(violation => $"{richest[i]} {violation}"));
        }

        Assert.Equal(20, richest.Length);
        Assert.Empty(found);
    }

    private static void Open(ChromeDriver browser, FormSite site, string mode, string name)
    {
        browser.Navigate().GoToUrl(new Uri(site.Address, $"/{mode}/{name}"));
        WaitFor(browser, $"form[data-fme-form={mode}]");
    }

    private static void Type(ChromeDriver browser, string name, string value)
    {
        IWebElement control = Control(browser, name);

        // As a person does. Clearing by the driver is a change of its own, whose response could arrive after the new text.
        control.SendKeys(Keys.Control + "a" + Keys.Null + Keys.Delete + value);
    }

    // What no keyboard of a driver writes alike in all languages: dates, colors and sliders.
    private static void Set(ChromeDriver browser, string name, string which, string value) => browser.ExecuteScript(
        """
        arguments[0].value = arguments[1];
        arguments[0].dispatchEvent(new Event('input', { bubbles: true }));
        arguments[0].dispatchEvent(new Event('change', { bubbles: true }));
        """,
        Control(browser, name, which),
        value);

    private static void Run(ChromeDriver browser) => browser.FindElement(By.CssSelector("button.fme-primary")).Click();

    private static IWebElement WaitFor(ChromeDriver browser, string selector) => browser.FindElement(By.CssSelector(selector));

    private static IWebElement Control(ChromeDriver browser, string name, string which = ":is(input:not([type=hidden]), select, textarea)") =>
        browser.FindElement(By.CssSelector($"[data-fme-field={name}] {which}"));
}
