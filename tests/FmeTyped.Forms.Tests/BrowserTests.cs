using FmeTyped.Metadata;
using OpenQA.Selenium;
using OpenQA.Selenium.Chrome;

namespace FmeTyped.Forms.Tests;

/// <summary>The form in a browser, as a person fills it in.</summary>
[Trait("Suite", "browser")]
public class BrowserTests
{
    [Fact]
    public async Task A_form_is_filled_in_submitted_and_its_outcome_seen()
    {
        await using FormSite site = await FormSite.StartAsync();
        using ChromeDriver browser = Browser.Start();

        Open(browser, site);
        Fill(browser);
        Control(browser, "LIT", "[value=Yes]").Click();
        Control(browser, "LAYERS", "[value=trees]").Click();
        Run(browser);

        Assert.Equal("Done, 3 features written", browser.FindElement(By.CssSelector(".success")).Text);
        IReadOnlyDictionary<string, FmeParameterValue> sent = site.Flow.Submissions.Single().Parameters;
        Assert.Equal(
            ("B27", "2", "3.5", "Yes", "1,1,1"), (sent["TITLE"].Text, sent["LANES"].Text, sent["WIDTH"].Text, sent["LIT"].Text, sent["BACKGROUND"].Text));
        Assert.Equal(["signs", "trees"], sent["LAYERS"].Items.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("TITLE", "")]
    [InlineData("LANES", "9")]
    public async Task The_browser_does_not_submit_what_it_can_see_is_wrong(string name, string value)
    {
        await using FormSite site = await FormSite.StartAsync();
        using ChromeDriver browser = Browser.Start();

        Open(browser, site);
        Fill(browser);
        Type(browser, name, value);
        Run(browser);

        Assert.Equal(
            [name], browser.FindElements(By.CssSelector("input:invalid, select:invalid, textarea:invalid")).Select(control => control.GetAttribute("name")));
        Assert.NotEmpty(Control(browser, name).GetDomProperty("validationMessage")!);
        Assert.Empty(site.Flow.Submissions);
    }

    [Fact]
    public async Task What_the_browser_cannot_see_the_server_tells_at_the_field()
    {
        await using FormSite site = await FormSite.StartAsync();
        using ChromeDriver browser = Browser.Start();

        Open(browser, site);
        Fill(browser);
        Type(browser, "WIDTH", "0");
        Run(browser);

        Assert.Equal("is 0; it has to be greater than 0.", browser.FindElement(By.CssSelector("[data-field=WIDTH] .problem p")).Text);
        Assert.Equal("B27", Control(browser, "TITLE").GetDomProperty("value"));
        Assert.Empty(site.Flow.Submissions);
    }

    [Fact]
    public async Task Fields_come_and_go_with_the_value_that_asks_for_them_and_the_rest_stays()
    {
        await using FormSite site = await FormSite.StartAsync();
        using ChromeDriver browser = Browser.Start();

        Open(browser, site);
        Fill(browser);
        Assert.False(Control(browser, "DATABASE").Displayed);
        Control(browser, "DELIVERY", "[value=database]").Click();
        browser.FindElement(By.CssSelector("[data-field=DATABASE]:not([hidden])"));
        Assert.False(Control(browser, "FORMAT").Displayed);
        Type(browser, "DATABASE", "roads");
        Type(browser, "PASSPHRASE", "hush-hush");
        Run(browser);

        browser.FindElement(By.CssSelector(".success"));
        IReadOnlyDictionary<string, FmeParameterValue> sent = site.Flow.Submissions.Single().Parameters;
        Assert.Equal(("roads", "hush-hush"), (sent["DATABASE"].Text, sent["PASSPHRASE"].Text));
    }

    [Fact]
    public async Task Every_control_has_a_name_that_is_read_out()
    {
        await using FormSite site = await FormSite.StartAsync();
        using ChromeDriver browser = Browser.Start();

        Open(browser, site);
        Control(browser, "DELIVERY", "[value=database]").Click();
        browser.FindElement(By.CssSelector("[data-field=DATABASE]:not([hidden])"));

        IWebElement[] controls = [.. browser.FindElements(By.CssSelector("fieldset:enabled :is(input:not([type=hidden]), select, textarea), button"))
            .Where(control => control.Displayed)];
        Assert.Equal(17, controls.Length);
        Assert.All(controls, control => Assert.NotEmpty(((WebElement)control).ComputedAccessibleLabel));
    }

    private static void Open(ChromeDriver browser, FormSite site) => browser.Navigate().GoToUrl(new Uri(site.Address, "/Roads/survey.fmw"));

    // What has to be filled in by hand.
    private static void Fill(ChromeDriver browser)
    {
        Type(browser, "TITLE", "B27");
        Type(browser, "LANES", "2");
        Control(browser, "SOURCE").SendKeys(Path.Combine(AppContext.BaseDirectory, "points.csv"));
    }

    private static void Type(ChromeDriver browser, string name, string value)
    {
        IWebElement control = Control(browser, name);
        control.Clear();
        control.SendKeys(value);
    }

    private static void Run(ChromeDriver browser) => browser.FindElement(By.XPath("//button[.='Run']")).Click();

    private static IWebElement Control(ChromeDriver browser, string name, string which = ":is(input:not([type=hidden]), select, textarea)") =>
        browser.FindElement(By.CssSelector($"[data-field={name}] {which}"));
}
