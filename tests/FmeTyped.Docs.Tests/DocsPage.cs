using System.Text.RegularExpressions;
using FmeTyped.Tests.Shared;

namespace FmeTyped.Docs.Tests;

/// <summary>A page of the documentation.</summary>
internal sealed partial class DocsPage
{
    private DocsPage(string path)
    {
        Path = path;
        Text = File.ReadAllText(Repository.PathOf(path)).ReplaceLineEndings("\n");
        Blocks = [.. BlockPattern().Matches(Text).Select(match => new CodeBlock(
            Text.AsSpan(0, match.Index).Count('\n') + 1, match.Groups["info"].Value, match.Groups["code"].Value))];
    }

    /// <summary>All pages, by their path in the repository.</summary>
    public static IEnumerable<string> Paths =>
        Directory.GetFiles(Repository.PathOf("docs"), "*.md", SearchOption.AllDirectories)
            .Select(path => System.IO.Path.GetRelativePath(Repository.Root, path).Replace('\\', '/'))
            .Append("README.md")
            .Order(StringComparer.Ordinal);

    public string Path { get; }

    public string Text { get; }

    public IReadOnlyList<CodeBlock> Blocks { get; }

    public static DocsPage Read(string path) => new(path);

    [GeneratedRegex("^```(?<info>[^\n]*)\n(?<code>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex BlockPattern();
}

/// <summary>A fenced block of code.</summary>
/// <param name="Line">Where it starts, from 1.</param>
/// <param name="Info">What stands behind the fence, such as <c>csharp</c>.</param>
/// <param name="Code">What it holds.</param>
internal sealed record CodeBlock(int Line, string Info, string Code);
