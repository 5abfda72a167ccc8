using System.Text.RegularExpressions;

namespace FmeTyped.Package.Tests.Harness;

/// <summary>The project that the first page of the documentation has somebody make in ten minutes: its files are those that stand there.</summary>
public sealed partial class Newcomer(PackedPackages packages) : Consumers(packages, "Newcomer")
{
    private static readonly string Page = File.ReadAllText(Repository.PathOf("docs", "index.md")).ReplaceLineEndings("\n");

    /// <summary>What the page says that the program prints.</summary>
    public string Promised { get; } = BlockAfter("`dotnet run` prints:");

    private protected override void Prepare()
    {
        File.WriteAllText(PathOf("MyApp", "workspaces.json"), BlockAfter("next to the project file, describes the parameters of your workspaces:"));
        File.WriteAllText(PathOf("MyApp", "Program.cs"), BlockAfter("an emulator in the same process plays the server:"));
    }

    private static string BlockAfter(string text) => BlockPattern().Match(Page, Page.IndexOf(text, StringComparison.Ordinal)).Groups["code"].Value;

    [GeneratedRegex("^```\\w*\n(?<code>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex BlockPattern();
}
