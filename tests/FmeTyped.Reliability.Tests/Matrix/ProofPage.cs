using System.Text;

namespace FmeTyped.Reliability.Tests.Matrix;

/// <summary>A page of the documentation that is written by a test, and has to be as the test would write it now.</summary>
internal static class ProofPage
{
    private const string Switch = "FMETYPED_UPDATE";

    /// <summary>Compares a part of the page, between two marks, or writes it where the environment says so.</summary>
    public static void AssertPart(string name, string text)
    {
        string path = Repository.PathOf("docs", "reference", "fault-matrix.md");
        string page = File.ReadAllText(path);
        string begin = $"<!-- {name}: written by a test -->\n";
        string end = $"<!-- end of {name} -->";
        int from = page.IndexOf(begin, StringComparison.Ordinal) + begin.Length;
        int to = page.IndexOf(end, from, StringComparison.Ordinal);
        if (Environment.GetEnvironmentVariable(Switch) == "1")
        {
            File.WriteAllText(path, new StringBuilder(page).Remove(from, to - from).Insert(from, text).ToString());
            return;
        }

        Assert.True(
            page[from..to] == text,
            $"docs/reference/fault-matrix.md is not what the client does now. Run this test with {Switch}=1 and look at the difference. It would be:\n{text}");
    }
}
