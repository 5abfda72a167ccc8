namespace FmeTyped.Docs.Tests;

/// <summary>The folders show the architecture: no folder and no file of a project depends on itself in a circle.</summary>
public sealed class ArchitectureTests
{
    private static readonly string Source = Repository.PathOf("src");

    public static TheoryData<string> Projects => [.. Directory.GetDirectories(Source).Select(folder => Path.GetFileName(folder)!)];

    [Theory]
    [MemberData(nameof(Projects))]
    public void No_folder_depends_on_itself_in_a_circle(string project) => AssertNoCircle(project, file => Path.GetDirectoryName(file)!);

    [Theory]
    [MemberData(nameof(Projects))]
    public void No_file_depends_on_itself_in_a_circle(string project) =>
        // The parts of one type count as one file: FmeFlowClient.Jobs.cs is of FmeFlowClient.cs.
        AssertNoCircle(project, file => Path.Combine(Path.GetDirectoryName(file)!, Path.GetFileName(file).Split('.')[0]));

    [Fact]
    public void No_two_types_have_one_name()
    {
        // The rooms of the two dialects have the same furniture.
        IEnumerable<string> names =
            from type in SourceModel.Current.Types
            where type.ContainingType is null && !type.IsFileLocal
            let folders = type.DeclaringSyntaxReferences.Select(reference => Path.GetDirectoryName(reference.SyntaxTree.FilePath)!)
            where folders.All(folder => folder.StartsWith(Source, StringComparison.Ordinal) && Path.GetFileName(folder) is not ("V3" or "V4"))
            group type by type.Name into named
            where named.DistinctBy(type => type.ContainingNamespace.ToDisplayString()).Count() > 1
            select named.Key;

        Assert.Empty(names);
    }

    private static void AssertNoCircle(string project, Func<string, string> nodeOf)
    {
        string folder = Path.Combine(Source, project) + Path.DirectorySeparatorChar;
        ILookup<string, string> edges = SourceModel.Current.FileUses
            .Where(uses => uses.Key.StartsWith(folder, StringComparison.Ordinal))
            .SelectMany(uses => uses.Select(used => (From: nodeOf(uses.Key), To: nodeOf(used))))
            .Where(edge => edge.From != edge.To && edge.To.StartsWith(folder[..^1], StringComparison.Ordinal))
            .Distinct()
            .ToLookup(edge => edge.From, edge => edge.To);
        HashSet<string> left = [.. edges.Select(edge => edge.Key)];

        // Whatever uses nothing that is left is in no circle.
        while (left.RemoveWhere(node => !edges[node].Any(left.Contains)) > 0)
        {
        }

        Assert.True(left.Count == 0, string.Join('\n', left.Order(StringComparer.Ordinal).Select(node =>
            $"{Path.GetRelativePath(Source, node)} uses "
                + $"{string.Join(", ", edges[node].Where(left.Contains).Select(used => Path.GetRelativePath(Source, used)))}")));
    }
}
