using OpenQA.Selenium.Chrome;

namespace FmeTyped.BrowserKit;

/// <summary>Looks for what keeps people from using a page, with axe-core.</summary>
public static class Axe
{
    private static readonly Lazy<string> Script = new(() =>
    {
        System.Reflection.Assembly assembly = typeof(Deque.AxeCore.Commons.AxeResult).Assembly;
        string name = assembly.GetManifestResourceNames().Single(name => name.EndsWith("axe.min.js", StringComparison.Ordinal));
        using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    });

    /// <summary>What axe-core finds, a line each.</summary>
    public static IEnumerable<string> Find(ChromeDriver browser)
    {
        browser.ExecuteScript(Script.Value);
        browser.Manage().Timeouts().AsynchronousJavaScript = TimeSpan.FromSeconds(60);
        var found = (IEnumerable<object>)browser.ExecuteAsyncScript("""
            const done = arguments[arguments.length - 1];
            axe.run().then(result => done(result.violations.flatMap(violation =>
                violation.nodes.map(node => `${violation.id}: ${node.html.slice(0, 200)} ${node.failureSummary}`))), error => done([String(error)]));
            """)!;
        return found.Cast<string>();
    }
}
