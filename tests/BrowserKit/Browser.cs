using OpenQA.Selenium.Chrome;

namespace FmeTyped.BrowserKit;

/// <summary>Chromium with its driver, from PATH. Tests are skipped where they are missing, unless FMETYPED_BROWSER says that they have to be there.</summary>
public static class Browser
{
    /// <summary>Starts a browser with a window of its own size.</summary>
    public static ChromeDriver Start()
    {
        string browser = Find("chromium");
        string driver = Find("chromedriver");
        var service = ChromeDriverService.CreateDefaultService(Path.GetDirectoryName(driver), Path.GetFileName(driver));
        service.SuppressInitialDiagnosticInformation = true;
        var options = new ChromeOptions { BinaryLocation = browser };

        // Containers run as root, and have little shared memory.
        options.AddArguments("--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--window-size=800,2400");
        var started = new ChromeDriver(service, options);

        // What is looked for may still be on its way.
        started.Manage().Timeouts().ImplicitWait = TimeSpan.FromSeconds(20);
        return started;
    }

    /// <summary>Makes pages look as for a person who prefers a color scheme: light or dark.</summary>
    public static void Prefer(ChromeDriver browser, string scheme)
    {
        var feature = new Dictionary<string, object> { ["name"] = "prefers-color-scheme", ["value"] = scheme };
        browser.ExecuteCdpCommand("Emulation.setEmulatedMedia", new() { ["features"] = new[] { feature } });
    }

    private static string Find(string program)
    {
        string? found =
            Environment.GetEnvironmentVariable("PATH")!.Split(Path.PathSeparator).Select(folder => Path.Combine(folder, program)).FirstOrDefault(File.Exists);
        if (found is null)
        {
            Assert.False(
                Environment.GetEnvironmentVariable("FMETYPED_BROWSER") == "required",
                $"There is no {program} on PATH, and FMETYPED_BROWSER says that there has to be.");
            Assert.Skip($"There is no {program} on PATH. On Debian: apt-get install chromium chromium-driver");
        }

        return found;
    }
}
