using FmeTyped.BrowserKit;
using Microsoft.Extensions.Time.Testing;
using OpenQA.Selenium;
using OpenQA.Selenium.Chrome;
using OpenQA.Selenium.Interactions;
using OpenQA.Selenium.Support.UI;

namespace FmeTyped.Testing.Tests;

/// <summary>The emulator's page in a browser.</summary>
[Trait("Suite", "browser")]
public sealed class PageBrowserTests
{
    private const string Unknown = """{"publishedParameters":[{"name":"MAX_Y","value":"1"}]}""";

    [Fact]
    public async Task Nothing_keeps_people_from_using_it_in_light_and_dark_wide_and_narrow()
    {
        await using Flow flow = await Flow.StartAsync();
        await flow.SubmitAsync();
        await flow.SubmitAsync(Unknown);
        flow.Emulator.OnRun("Samples", "austinDownload.fmw", _ => FmeJobOutcome.Failure("No such layer") with { Warnings = ["Empty box"] });
        await flow.SubmitAsync();
        using ChromeDriver browser = Browser.Start();
        List<string> found = [];
        foreach ((string scheme, int width) in new[] { ("light", 1200), ("dark", 1200), ("light", 500), ("dark", 500) })
        {
            Browser.Prefer(browser, scheme);
            browser.Manage().Window.Size = new System.Drawing.Size(width, 1200);
            foreach ((string view, string shown) in new[]
            {
                ("jobs", "#jobs tbody tr"), ("jobs/2", "#jobs article .problems"), ("jobs/3", "#jobs article .ERROR"),
                ("workspaces", "#workspaces .links a"), ("workspaces/Samples/austinDownload.fmw", "#workspaces form button"),
                ("requests", "#requests tbody tr"), ("connect", "#connect pre"),
            })
            {
                Open(browser, flow, view);
                WaitFor(browser, shown);
                found.AddRange(Axe.Find(browser).Select(violation => $"{scheme} {width} {view}: {violation}"));
                if ((bool)browser.ExecuteScript("return document.documentElement.scrollWidth > innerWidth")!)
                {
                    found.Add($"{scheme} {width} {view}: is wider than the window");
                }
            }

            browser.ExecuteScript("sessionStorage.clear()");
            browser.Navigate().GoToUrl(new Uri(flow.Emulator.ServerUrl, $"?{scheme}{width}"));
            WaitFor(browser, "#sign-in button");
            found.AddRange(Axe.Find(browser).Select(violation => $"{scheme} {width} token: {violation}"));
        }

        Assert.Empty(found);
    }

    [Fact]
    public async Task Jobs_appear_and_end_without_a_reload_and_a_problem_is_told_beside_the_success()
    {
        var time = new FakeTimeProvider();
        await using Flow flow = await Flow.StartAsync(time, runTime: TimeSpan.FromMinutes(2));
        using ChromeDriver browser = Browser.Start();
        browser.Manage().Window.Size = new System.Drawing.Size(1200, 1200);
        Open(browser, flow, "jobs");
        Assert.StartsWith("No job yet.", WaitFor(browser, "#jobs .empty").Text, StringComparison.Ordinal);

        await flow.SubmitAsync(Unknown);
        WaitFor(browser, "#jobs .busy");
        WaitFor(browser, "#jobs tbody a").Click();
        Assert.Contains("publishes no such parameter", WaitFor(browser, "article .problems").Text, StringComparison.Ordinal);
        time.Advance(TimeSpan.FromMinutes(2));

        WaitFor(browser, "article .good");
        Assert.Equal("Succeeded 1 problem", WaitFor(browser, "#jobs tbody .badges").Text.ReplaceLineEndings(" "));
        Assert.Contains("Translation was SUCCESSFUL", WaitFor(browser, "article .log").Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_workspace_is_run_by_keyboard_alone_and_a_refusal_stands_at_its_field()
    {
        await using Flow flow = await Flow.StartAsync();
        using ChromeDriver browser = Browser.Start();
        Open(browser, flow, "workspaces/Samples/austinDownload.fmw");
        WaitFor(browser, "form.fields button");
        var keys = new Actions(browser);
        browser.ExecuteScript("document.querySelector('.fields [value=cenart]').focus()");
        keys.SendKeys(" ").Perform();
        browser.ExecuteScript("[...document.querySelectorAll('.field')].find(one => one.textContent.includes('MAXY')).querySelector('input').focus()");
        keys = new Actions(browser);
        keys.SendKeys("north").SendKeys(Keys.Enter).Perform();

        Assert.Contains("'north' is no number", WaitFor(browser, ".field .error:not(:empty)").Text, StringComparison.OrdinalIgnoreCase);
        Assert.Empty(flow.Emulator.Submissions);
        keys = new Actions(browser);
        keys.KeyDown(Keys.Control).SendKeys("a").KeyUp(Keys.Control).SendKeys("42").SendKeys(Keys.Enter).Perform();

        WaitFor(browser, "#jobs article .good");
        FmeSubmission job = Assert.Single(flow.Emulator.Submissions);
        Assert.Equal(["MAXY = 42", "THEMES = cenart"], job.Parameters.Select(value => $"{value.Key} = {value.Value}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_token_is_asked_for_where_the_address_has_none_and_leaves_the_address_where_it_has_one()
    {
        await using Flow flow = await Flow.StartAsync();
        using ChromeDriver browser = Browser.Start();
        browser.Navigate().GoToUrl(flow.Emulator.ServerUrl);
        WaitFor(browser, "#token").SendKeys("wrong" + Keys.Enter);
        Assert.Contains("does not accept", WaitFor(browser, "#trouble").Text, StringComparison.Ordinal);
        WaitFor(browser, "#token").Clear();
        WaitFor(browser, "#token").SendKeys(Flow.Token + Keys.Enter);
        WaitFor(browser, "#jobs .empty");

        Open(browser, flow, "connect");
        Assert.Contains(
            $"curl -H \"Authorization: fmetoken token={Flow.Token}\" {flow.Emulator.ServerUrl}fmeapiv4/repositories",
            WaitFor(browser, "#connect").Text,
            StringComparison.Ordinal);
        Assert.EndsWith("#/connect", browser.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_text_with_markup_is_text()
    {
        await using Flow flow = await Flow.StartAsync();
        flow.Emulator.OnRun("Samples", "austinDownload.fmw", _ => FmeJobOutcome.Failure("<img src=x onerror=alert(1)>") with
        {
            LogLines = ["<script>alert(1)</script>"],
        });
        await flow.SubmitAsync("""{"publishedParameters":[{"name":"<b>n</b>","value":"<img src=x onerror=alert(1)>"}]}""");
        using ChromeDriver browser = Browser.Start();
        Open(browser, flow, "jobs/1");

        string shown = WaitFor(browser, "#jobs article").Text;

        Assert.Contains("<img src=x onerror=alert(1)>", shown, StringComparison.Ordinal);
        Assert.Contains("<script>alert(1)</script>", shown, StringComparison.Ordinal);
        Assert.Equal(0L, browser.ExecuteScript("return document.querySelectorAll('article :is(img, b, script)').length"));
    }

    [Fact]
    public async Task An_emulator_that_stopped_is_said_to_have_stopped()
    {
        await using Flow flow = await Flow.StartAsync();
        using ChromeDriver browser = Browser.Start();
        Open(browser, flow, "jobs");
        WaitFor(browser, "#jobs .empty");
        await flow.Emulator.DisposeAsync();
        Assert.Contains("does not respond", WaitFor(browser, "#trouble").Text, StringComparison.Ordinal);
    }

    // A query of its own makes the browser load the page again, rather than move within it.
    private static void Open(ChromeDriver browser, Flow flow, string view) =>
        browser.Navigate().GoToUrl(new Uri(flow.Emulator.ServerUrl, $"?{Guid.NewGuid():N}#token={Flow.Token}/{view}"));

    private static IWebElement WaitFor(ChromeDriver browser, string selector) => new WebDriverWait(browser, TimeSpan.FromSeconds(20))
        .Until(driver => driver.FindElements(By.CssSelector(selector)).FirstOrDefault(element => element.Displayed));
}
