using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace FmeTyped.Generator.Tests.Harness;

/// <summary>
/// Compares with a file beside the test, by the conventions of Verify: Name.verified.cs is the expectation, Name.received.cs is written
/// where the text differs. To accept, rename the one to the other.
/// </summary>
internal static partial class Snapshot
{
    public static void Verify(GeneratorRun run, [CallerFilePath] string file = "", [CallerMemberName] string test = "")
    {
        foreach ((string hintName, string source) in run.Sources)
        {
            Verify(source, $"{test}#{Path.ChangeExtension(hintName, null)}", "cs", file);
        }

        if (!run.Diagnostics.IsEmpty)
        {
            Verify(string.Concat(run.Diagnostics.Select(diagnostic => diagnostic + "\n").Order(StringComparer.Ordinal)), test, "txt", file);
        }
    }

    public static void Verify(string text, string name, string extension, [CallerFilePath] string file = "")
    {
        string path = Path.Combine(Path.GetDirectoryName(file)!, $"{Path.GetFileNameWithoutExtension(file)}.{name}");
        string verified = $"{path}.verified.{extension}";
        string received = $"{path}.received.{extension}";
        string scrubbed = VersionPattern().Replace(text, "GeneratedCode(\"FmeTyped\", \"{version}\")");
        string expected = File.Exists(verified) ? File.ReadAllText(verified).ReplaceLineEndings("\n") : "";
        if (scrubbed == expected)
        {
            File.Delete(received);
            return;
        }

        File.WriteAllText(received, scrubbed);
        Assert.Fail($"Differs from the snapshot. Compare {received} with {verified}.");
    }

    [GeneratedRegex("""GeneratedCode\("FmeTyped", "[^"]*"\)""")]
    private static partial Regex VersionPattern();
}
