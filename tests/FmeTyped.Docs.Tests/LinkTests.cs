using System.Text.RegularExpressions;

namespace FmeTyped.Docs.Tests;

/// <summary>Links into the repository lead somewhere, and the code they name is there.</summary>
public partial class LinkTests
{
    private const string Web = "https://github.com/fmetyped/fmetyped/blob/main/";

    public static TheoryData<string> Pages => [.. DocsPage.Paths];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_link_into_the_repository_leads_to_a_file(string path)
    {
        foreach ((string _, string file) in LinksOf(path))
        {
            Assert.True(File.Exists(file) || Directory.Exists(file), $"{path} links to {file}");
        }
    }

    /// <summary>A link such as [`WorkspaceReader.Read`](...) names a type, which the file is called after, and perhaps a member of it.</summary>
    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_type_and_member_that_a_link_names_stands_in_its_file(string path)
    {
        foreach ((string text, string file) in LinksOf(path).Where(link => link.File.EndsWith(".cs", StringComparison.Ordinal)))
        {
            string code = File.ReadAllText(file);
            foreach (string name in text.Trim('`').Split('.', '<', '>', ' '))
            {
                Assert.True(name.Length == 0 || Regex.IsMatch(code, $@"\b{Regex.Escape(name)}\b"), $"{path}: {file} has no {name}");
            }
        }
    }

    [Fact]
    public void A_package_s_page_has_absolute_links_only() => Assert.All(
        DocsPage.PackageReadmes.SelectMany(path => LinkPattern().Matches(File.ReadAllText(path))),
        link => Assert.StartsWith("https://", link.Groups["target"].Value, StringComparison.Ordinal));

    private static IEnumerable<(string Text, string File)> LinksOf(string path)
    {
        string folder = Path.GetDirectoryName(Repository.PathOf(path))!;
        foreach (Match match in LinkPattern().Matches(DocsPage.Read(path).Text))
        {
            string target = match.Groups["target"].Value.Split('#')[0];
            if (target.StartsWith(Web, StringComparison.Ordinal))
            {
                yield return (match.Groups["text"].Value, Repository.PathOf(target[Web.Length..]));
            }
            else if (target.Length > 0 && !target.Contains("://", StringComparison.Ordinal))
            {
                yield return (match.Groups["text"].Value, Path.GetFullPath(Path.Combine(folder, target)));
            }
        }
    }

    [GeneratedRegex(@"\[(?<text>[^\]\n]+)\]\((?<target>[^)\s]+)\)")]
    private static partial Regex LinkPattern();
}
