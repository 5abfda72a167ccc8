using FmeTyped.Generator.Tests.Harness;
using FmeTyped.Schema.Model;
using FmeTyped.Schema.Rules;

namespace FmeTyped.Generator.Tests;

/// <summary>What is read again after an edit of a schema file, and that locations are those in the file all the same.</summary>
public class SchemaReaderTests
{
    private static readonly string[] Workspaces = [.. Enumerable.Range(0, 6).Select(number => Sample.Workspace($"w{number}.fmw", Sample.Text("NOTE")))];
    private static readonly string Other = Sample.Workspace("other.fmw", Sample.Text("NOTE"));

    private readonly SchemaReader _reader = new();

    public static TheoryData<string, string[], string[]> Edits => new()
    {
        { "nothing", Workspaces, [] },
        { "a workspace edited", [.. Workspaces[..2], Workspaces[2].Replace("NOTE", "MEMO", StringComparison.Ordinal), .. Workspaces[3..]], ["w2.fmw"] },
        { "a workspace inserted", [.. Workspaces[..2], Other, .. Workspaces[2..]], ["other.fmw"] },
        { "a workspace put first", [Other, .. Workspaces], ["other.fmw"] },
        { "a workspace appended", [.. Workspaces, Other], ["other.fmw"] },
        { "workspaces removed", [.. Workspaces[..2], .. Workspaces[4..]], [] },
        { "the last one removed", Workspaces[..^1], [] },
        { "two workspaces swapped", [Workspaces[0], Workspaces[2], Workspaces[1], .. Workspaces[3..]], ["w2.fmw", "w1.fmw"] },
    };

    [Theory]
    [MemberData(nameof(Edits))]
    public void An_edit_reads_only_the_workspaces_at_its_place(string edit, string[] edited, string[] expected)
    {
        Assert.NotEmpty(edit);
        ParsedSchema before = Read(_reader, new SchemaText("workspaces.json", Sample.From(Workspaces)));

        ParsedSchema after = Read(_reader, new SchemaText("workspaces.json", "\n" + Sample.From(edited)));

        Assert.Equal(edited.Length, after.Workspaces.Count);
        IEnumerable<Workspace> read = after.Workspaces.Where(workspace => !before.Workspaces.Any(known => ReferenceEquals(known, workspace)));
        Assert.Equal(expected, read.Select(workspace => workspace.Name));
    }

    [Fact]
    public void A_file_that_is_mended_is_read_where_it_was_damaged_only()
    {
        ParsedSchema before = Read(_reader, new SchemaText("workspaces.json", Sample.From(Workspaces)));
        ParsedSchema damaged = Read(_reader, new SchemaText("workspaces.json", Sample.From([.. Workspaces[..5], "{ \"repository\": "])));

        ParsedSchema mended = Read(_reader, new SchemaText("workspaces.json", Sample.From([.. Workspaces[..5], Other])));

        Assert.Empty(damaged.Workspaces);
        Assert.NotEmpty(damaged.Problems);
        Assert.Equal(6, mended.Workspaces.Count);
        Assert.All(Enumerable.Range(0, 5), i => Assert.Same(before.Workspaces[i], mended.Workspaces[i]));
    }

    [Fact]
    public void Files_do_not_share_their_readings()
    {
        Read(_reader, new SchemaText("a.workspaces.json", Sample.From(Sample.Workspace("w.fmw", """{ "name": 1 }"""))));

        ParsedSchema other = Read(_reader, new SchemaText("b.workspaces.json", Sample.From(Sample.Workspace("w.fmw", """{ "name": 1 }"""))));

        Assert.All(other.Problems, problem => Assert.Equal("b.workspaces.json", problem.Place.Path));
        Assert.NotEmpty(other.Problems);
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    [InlineData("\r")]
    public void A_problem_moves_with_its_workspace(string lineBreak)
    {
        string[] workspaces = [Workspaces[0], Sample.Workspace("w.fmw", """{ "name": "A", "type": 7 }"""), Workspaces[1]];
        string schema = Sample.From(workspaces).ReplaceLineEndings(lineBreak);
        LocationInfo before = PlaceOf(schema);

        LocationInfo below = PlaceOf(schema.Replace("\"workspaces\"", lineBreak + "  \"workspaces\"", StringComparison.Ordinal));
        LocationInfo beside = PlaceOf(schema.Replace(workspaces[1], "  " + workspaces[1], StringComparison.Ordinal));

        Assert.Equal(before with { Start = before.Start + lineBreak.Length + 2, StartLine = before.StartLine + 1, EndLine = before.EndLine + 1 }, below);
        Assert.Equal(
            before with { Start = before.Start + 2, StartColumn = before.StartColumn + 2, EndColumn = before.EndColumn + 2 },
            beside);
    }

    [Theory]
    [InlineData(61, 0)]
    [InlineData(62, 1)]
    public void Depth_is_counted_from_the_start_of_the_file(int lists, int problems)
    {
        string nested = new string('[', lists) + new string(']', lists);
        string workspace = $$"""{ "repository": "R", "workspace": "w.fmw", "parameters": [], "other": {{nested}} }""";

        ParsedSchema read = Read(_reader, new SchemaText("workspaces.json", Sample.From(workspace)));

        Assert.Equal(problems, read.Problems.Count);
    }

    [Fact]
    public void A_workspace_that_is_twice_in_a_file_is_reported_after_an_edit_too()
    {
        Read(_reader, new SchemaText("workspaces.json", Sample.From(Workspaces)));

        ParsedSchema read = Read(_reader, new SchemaText("workspaces.json", Sample.From([.. Workspaces, Workspaces[0]])));

        Assert.Equal(SchemaRules.DuplicateWorkspace, Assert.Single(read.Problems).Problem.Rule);
        Assert.Equal(Workspaces.Length, read.Workspaces.Count);
    }

    internal static ParsedSchema Read(SchemaReader reader, SchemaText file) =>
        Assert.Single(reader.Read(file, new TestOptionsProvider(), CancellationToken.None));

    private LocationInfo PlaceOf(string schema)
    {
        ParsedSchema read = Read(_reader, new SchemaText("workspaces.json", schema));
        return Assert.Single(read.Problems, problem => problem.Problem.Rule == SchemaRules.WrongValue).Place;
    }
}
