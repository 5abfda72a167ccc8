using System.Text.RegularExpressions;

namespace FmeTyped.Docs.Tests;

/// <summary>A page of the documentation.</summary>
internal sealed partial class DocsPage
{
    private DocsPage(string path)
    {
        Path = path;
        Text = File.ReadAllText(Repository.PathOf(path)).ReplaceLineEndings("\n");
        Blocks = [.. BlockPattern().Matches(Text).Select(match => new CodeBlock(
            LineOf(match.Index), match.Groups["info"].Value, Unindented(match)))];
    }

    /// <summary>All pages, by their path in the repository.</summary>
    public static IEnumerable<string> Paths =>
        Directory.GetFiles(Repository.PathOf("docs"), "*.md", SearchOption.AllDirectories)
            .Concat(PackageReadmes)
            .Select(path => System.IO.Path.GetRelativePath(Repository.Root, path).Replace('\\', '/'))
            .Concat(["README.md", "CONTRIBUTING.md", "CHANGELOG.md"])
            .Order(StringComparer.Ordinal);

    /// <summary>The pages that the packages show in a gallery, where a relative link leads nowhere.</summary>
    public static IEnumerable<string> PackageReadmes => Directory.GetFiles(Repository.PathOf("src"), "README.md", SearchOption.AllDirectories)
        .Where(path => !path.Contains("/obj/", StringComparison.Ordinal) && !path.Contains("/bin/", StringComparison.Ordinal));

    public string Path { get; }

    public string Text { get; }

    public IReadOnlyList<CodeBlock> Blocks { get; }

    public static DocsPage Read(string path) => new(path);

    /// <summary>The lines of the section whose heading, of the third level, starts so.</summary>
    public (int First, int Last) SectionOf(string heading)
    {
        Match start = Assert.Single(Regex.Matches(Text, $@"^### {Regex.Escape(heading)}\b", RegexOptions.Multiline));
        int end = Text.IndexOf("\n### ", start.Index, StringComparison.Ordinal);
        return (LineOf(start.Index), end < 0 ? int.MaxValue : LineOf(end));
    }

    // From 1.
    private int LineOf(int position) => Text.AsSpan(0, position).Count('\n') + 1;

    // A block of a list item is indented as the item's text is.
    private static string Unindented(Match match) =>
        string.Join('\n', match.Groups["code"].Value.Split('\n').Select(line => line.Length == 0 ? line : line[match.Groups["indent"].Length..]));

    [GeneratedRegex("^(?<indent> *)```(?<info>[^\n]*)\n(?<code>.*?)^\\k<indent>```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex BlockPattern();
}

/// <summary>A fenced block of code.</summary>
/// <param name="Line">Where it starts, from 1.</param>
/// <param name="Info">What stands behind the fence, such as <c>csharp</c>.</param>
/// <param name="Code">What it holds.</param>
internal sealed record CodeBlock(int Line, string Info, string Code)
{
    /// <summary>Whether the compiler refuses it, as the block after it quotes.</summary>
    public bool IsWrong => Info == "csharp wrong";

    /// <summary>Whether it is run, and prints what the block after it quotes.</summary>
    public bool Prints => Info is "csharp prints" or "csharp program prints";

    /// <summary>Whether it is complete, so that a reader can copy it as it stands.</summary>
    public bool IsProgram => Info is "csharp program" or "csharp program prints";
}
