using System.Net;
using System.Text.RegularExpressions;

namespace WorkspaceForm;

/// <summary>A visitor that fills in the form like a browser, and checks the results.</summary>
internal static partial class Visitor
{
    public static async Task<bool> VisitAsync(Uri site)
    {
        using var http = new HttpClient { BaseAddress = site };
        string list = await http.GetStringAsync("/");
        Console.WriteLine($"{LinkPattern().Count(list)} workspaces have a form");

        (_, string refused) = await RunAsync(http, lanes: "9");
        Console.WriteLine($"nine lanes: {Text(ProblemPattern().Match(refused))}");

        (Uri job, _) = await RunAsync(http, lanes: "2");
        string outcome;
        do
        {
            await Task.Delay(100);
            outcome = await http.GetStringAsync(job);
        }
        while (outcome.Contains("http-equiv=\"refresh\"", StringComparison.Ordinal));

        Console.WriteLine($"two lanes: {Text(OutcomePattern().Match(outcome))}");
        return Text(ProblemPattern().Match(refused)) == "is 9; it has to be at most 8."
            && outcome.Contains("Done, 3 features written", StringComparison.Ordinal);
    }

    // The last page, and its address after all redirects.
    private static async Task<(Uri Address, string Page)> RunAsync(HttpClient http, string lanes)
    {
        string form = await http.GetStringAsync("/Roads/survey.fmw");
        using var filled = new MultipartFormDataContent
        {
            { new StringContent("B27"), "TITLE" },
            { new StringContent(lanes), "LANES" },
            { new StringContent("1\n2\n3\n"), "SOURCE", "points.csv" },
        };
        foreach (Match hidden in HiddenPattern().Matches(form))
        {
            filled.Add(new StringContent(WebUtility.HtmlDecode(hidden.Groups["value"].Value)), hidden.Groups["name"].Value);
        }

        using HttpResponseMessage answer = await http.PostAsync("/Roads/survey.fmw", filled);
        return (answer.RequestMessage!.RequestUri!, await answer.Content.ReadAsStringAsync());
    }

    private static string Text(Match match) => WebUtility.HtmlDecode(match.Groups["text"].Value.Trim());

    [GeneratedRegex("<li>")]
    private static partial Regex LinkPattern();

    [GeneratedRegex("<input type=\"hidden\" name=\"(?<name>_[^\"]*)\" value=\"(?<value>[^\"]*)\"")]
    private static partial Regex HiddenPattern();

    [GeneratedRegex("class=\"problem\">\\s*<p>(?<text>[^<]*)</p>")]
    private static partial Regex ProblemPattern();

    [GeneratedRegex("<p role=\"status\"[^>]*>(?<text>[^<]*)</p>")]
    private static partial Regex OutcomePattern();
}
