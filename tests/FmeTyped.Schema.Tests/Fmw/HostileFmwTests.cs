using System.Text;
using CsCheck;
using FmeTyped.Schema.Json;
using FmeTyped.Schema.Reading.Fmw;
using FmeTyped.Schema.Rules;

namespace FmeTyped.Schema.Tests.Fmw;

[Trait("Suite", "fuzz")]
public class HostileFmwTests
{
    private const string Declaration = "#! <?xml version=\"1.0\" encoding=\"UTF-8\" ?>\n";

    [Theory]
    [InlineData("", "it is empty")]
    [InlineData("PK\u0003\u0004abc", "templates (.fmwt)")]
    [InlineData("FMW0001\n#    Command line", "protected by a password")]
    [InlineData("\0\u0005\u0016\u0007\0\u0002", "AppleDouble")]
    [InlineData("version https://git-lfs.github.com/spec/v1\noid sha256:0", "Git LFS pointer")]
    [InlineData("<html><body>Log in</body></html>", "does not start with the header")]
    [InlineData("# Dummy", "does not start with the header")]
    [InlineData("\0\0\0\0", "does not start with the header")]
    public void Other_files_are_named(string content, string words)
    {
        SchemaProblem problem = ProblemOf(Encoding.Latin1.GetBytes(content));

        Assert.Equal(SchemaRules.NotAWorkspaceFile, problem.Rule);
        Assert.Contains(words, problem.Message, StringComparison.Ordinal);
        Assert.StartsWith("trees.fmw ", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_header_of_something_else_is_named()
    {
        SchemaProblem problem = ProblemOf(Encoding.UTF8.GetBytes(Declaration + "#! <TRANSFORMER>\n#! </TRANSFORMER>"));

        Assert.Equal(SchemaRules.NotAWorkspaceFile, problem.Rule);
        Assert.Contains("TRANSFORMER", problem.Message, StringComparison.Ordinal);
        Assert.Equal(Declaration.Length + "#! <".Length, problem.Span.Start);
    }

    [Fact]
    public void A_truncated_file_says_so_at_its_end()
    {
        string text = new WorkspaceText().With("GUI TEXT A Prompt").ToString();
        string truncated = text[..text.IndexOf("DEFAULT_VALUE", StringComparison.Ordinal)];

        SchemaProblem problem = ProblemOf(Encoding.UTF8.GetBytes(truncated));

        Assert.Contains("it is truncated", problem.Message, StringComparison.Ordinal);
        Assert.Equal(truncated.Length, problem.Span.Start);
    }

    /// <summary>A file may be damaged in its middle, and its end gone as well: that the header is not closed is the smaller news.</summary>
    [Theory]
    [InlineData("\0\0\0\0")]
    [InlineData("<")]
    public void A_damaged_file_without_an_end_is_reported_where_the_damage_begins(string damage)
    {
        string text = new WorkspaceText().With("GUI TEXT A Prompt").With("GUI TEXT B Prompt").ToString();
        string start = text[..text.IndexOf("Prompt", StringComparison.Ordinal)];
        string damaged = (start + damage + text[start.Length..]).Replace("</WORKSPACE>", "", StringComparison.Ordinal);

        SchemaProblem problem = ProblemOf(Encoding.UTF8.GetBytes(damaged));

        Assert.Contains("damaged here", problem.Message, StringComparison.Ordinal);
        Assert.Equal(start.Length, problem.Span.Start);
    }

    [Fact]
    public void Bytes_that_are_not_of_the_encoding_are_reported_by_line_and_column()
    {
        string text = new WorkspaceText().With("GUI TEXT A Prompt").ToString();
        string start = text[..text.IndexOf("Prompt", StringComparison.Ordinal)];
        byte[] content = [.. Encoding.UTF8.GetBytes(start), 0xFF, .. Encoding.UTF8.GetBytes(text[start.Length..])];

        FmwFile file = FmwReader.Read(content, "Samples", "trees.fmw");

        SchemaProblem problem = Assert.Single(file.Problems);
        Assert.Contains("it says that it is UTF-8", problem.Message, StringComparison.Ordinal);
        Assert.Equal((start.Count(letter => letter == '\n') + 1, start.Length - start.LastIndexOf('\n')), file.PlaceOf(problem.Span));
    }

    [Fact]
    public void Damaged_XML_is_reported_where_it_is()
    {
        string text = new WorkspaceText { Title = "a<b" }.ToString();

        SchemaProblem problem = ProblemOf(Encoding.UTF8.GetBytes(text));

        Assert.Equal(SchemaRules.UnreadableWorkspaceFile, problem.Rule);
        Assert.Equal(text.IndexOf("<b", StringComparison.Ordinal), problem.Span.Start);
    }

    [Fact]
    public void Bytes_that_are_not_of_the_declared_encoding_are_reported_where_they_are()
    {
        string text = new WorkspaceText().With("GUI TEXT A é~").ToString();
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        bytes[Array.IndexOf(bytes, (byte)'~')] = 0xFF;

        SchemaProblem problem = ProblemOf(bytes);

        Assert.Contains("UTF-8", problem.Message, StringComparison.Ordinal);
        Assert.Equal(text.IndexOf('~', StringComparison.Ordinal), problem.Span.Start);
    }

    [Fact]
    public void An_unknown_encoding_is_named()
    {
        SchemaProblem problem = ProblemOf(new WorkspaceText { Encoding = "Shift_JIS" }.ToBytes());

        Assert.Contains("it is written in Shift_JIS", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_document_type_is_refused_unread()
    {
        string bomb = Declaration + """
            #! <!DOCTYPE WORKSPACE [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/hostname">]>
            #! <WORKSPACE TITLE="&b;&c;">
            #! </WORKSPACE>
            """;

        Assert.Equal(SchemaRules.UnreadableWorkspaceFile, ProblemOf(Encoding.UTF8.GetBytes(bomb)).Rule);
    }

    [Fact]
    public void Size_and_depth_are_read_in_one_pass()
    {
        string deep = string.Concat(Enumerable.Repeat("#! <A>\n", 100_000)) + string.Concat(Enumerable.Repeat("#! </A>\n", 100_000));
        string wide = string.Concat(Enumerable.Range(0, 20_000).Select(number => $" A{number}=\"\""));
        FmwFile file = new WorkspaceText { Title = new string('x', 4_000_000), Blocks = deep + $"#! <A{wide}/>" }
            .With("GUI CHOICE A " + new string('%', 100_000) + " Prompt")
            .With("GUI MULTIFILE B " + string.Concat(Enumerable.Repeat("a |", 100_000)) + " Prompt")
            .With("GUI LISTBOX C a%b Prompt", string.Concat(Enumerable.Repeat("a \"", 100_000)))
            .With("GUI TEXT_EDIT D \"\" Prompt", new string('<', 100_000))
            .Read();

        Assert.Equal(4, file.Workspace?.Parameters.Count);
    }

    [Fact]
    public void A_deep_FORM_is_passed_over()
    {
        string json = "{\"parameters\":" + new string('[', 100_000) + new string(']', 100_000) + "}";

        FmwFile file = new WorkspaceText().With("GUI TEXT A Prompt").WithForm(json).Read();

        Assert.Equal(SchemaRules.UnreadableForm, Assert.Single(file.Problems).Rule);
        Assert.Equal(1, file.Workspace?.Parameters.Count);
    }

    [Fact]
    public void Whatever_the_bytes_are_there_is_a_workspace_or_a_problem()
    {
        byte[][] seeds =
        [
            new WorkspaceText { Title = "Trees é" }
                .With("GUI OPTIONAL LOOKUP_CHOICE A None,0%Not<space>much,25 Prompt", "25")
                .With("GUI RANGE_SLIDER B \"RANGE:(0,51)%PRECISION:0\" Prompt", "1")
                .With("GUI MULTIFILE C All_files|*.* Prompt", "\"\"a\" \"b\"\"")
                .WithForm("""{"parameters":[{"name":"A","type":"dropdown","choices":[{"display":"None","value":"0"}]}]}""")
                .ToBytes(),
            new WorkspaceText { Encoding = "windows-1252", LineEnd = "\r\n" }.With("GUI LISTBOX_ENCODED A a<space>b%c Prompt", "a<space>b c").ToBytes(),
        ];
        Gen<byte[]> gen =
            from seed in Gen.OneOfConst(seeds)
            from edits in Gen.Select(Gen.Int[0, 2], Gen.Int[0, seed.Length - 1], Gen.Byte).Array[1, 6]
            select Mutate(seed, edits);

        gen.Sample(HoldsTogether, iter: 20_000);
    }

    [CorpusFact]
    public void Damaged_real_files_give_a_workspace_or_a_problem()
    {
        var random = new Random(1);
        foreach (string fileName in FmwCorpus.FileNames())
        {
            byte[] content = FmwCorpus.Bytes(fileName);
            for (int i = 0; i < 6; i++)
            {
                (int, int, byte)[] edits = [.. Enumerable.Range(0, random.Next(1, 6))
                    .Select(_ => (random.Next(20) == 0 ? 0 : random.Next(1, 3), random.Next(content.Length), (byte)random.Next(256)))];
                byte[] mutated = Mutate(content, edits);
                Assert.True(HoldsTogether(mutated), $"{fileName}, round {i}");
            }
        }
    }

    /// <summary>Truncates (0), changes a byte (1) or puts one in (2).</summary>
    private static byte[] Mutate(byte[] content, IEnumerable<(int Kind, int Place, byte Value)> edits)
    {
        byte[] mutated = [.. content];
        foreach ((int kind, int anyPlace, byte value) in edits)
        {
            int place = Math.Min(anyPlace, mutated.Length - 1);
            switch (kind)
            {
                case 0 when place > 0:
                    mutated = mutated[..place];
                    break;
                case 1:
                    mutated[place] = value;
                    break;
                case 2:
                    mutated = [.. mutated[..place], value, .. mutated[place..]];
                    break;
            }
        }

        return mutated;
    }

    private static bool HoldsTogether(byte[] content)
    {
        FmwFile file = FmwReader.Read(content, "Samples", "trees.fmw");
        return (file.Workspace is not null || file.Problems.Count > 0)
            && file.Problems.All(problem => IsWithin(problem.Span, content.Length) && problem.Message.Length > 0);
    }

    private static bool IsWithin(TextSpan span, int length) => span.Start >= 0 && span.Length >= 0 && span.End <= length;

    private static SchemaProblem ProblemOf(byte[] content)
    {
        FmwFile file = FmwReader.Read(content, "Samples", "trees.fmw");
        Assert.Null(file.Workspace);
        return Assert.Single(file.Problems);
    }
}
