using CsCheck;
using FmeTyped.Generator.Tests.Harness;
using FmeTyped.Schema.Model;
using FmeTyped.Schema.Rules;
using Microsoft.CodeAnalysis;

namespace FmeTyped.Generator.Tests.Slow;

/// <summary>A file that is read workspace by workspace, after any edits, gives what it gives when it is read as a whole.</summary>
[Trait("Suite", "fuzz")]
public class PiecewiseReadingTests
{
    private const int WorkspacesOfAProject = 4;
    private const int Edits = 8;

    [Fact]
    public void Reading_what_changed_gives_what_reading_everything_gives()
    {
        int texts = 0;
        int piecewise = 0;
        Gen.Select(SchemaGen.Workspaces(WorkspacesOfAProject), Gen.Int).Sample(
            (workspaces, seed) =>
            {
                var reader = new SchemaReader();
                foreach (string text in Versions(Sample.From(workspaces), new Random(seed)))
                {
                    var file = new SchemaText("workspaces.json", text);
                    ParsedSchema read = SchemaReaderTests.Read(reader, file);
                    ParsedSchema whole = SchemaReader.ReadWhole(file.Path, file.GetText(), read.Options);

                    Assert.Equal<Workspace>(whole.Workspaces, read.Workspaces);
                    Assert.Equal<LocationInfo>(whole.Places, read.Places);
                    Assert.Equal(whole.Problems.Select(Shown), read.Problems.Select(Shown));
                    texts++;
                    piecewise += WorkspaceReadings.Read(file.Path, file.GetText(), last: null, CancellationToken.None) is null ? 0 : 1;
                }
            },
            iter: SchemaGen.Count / WorkspacesOfAProject,
            threads: 1);

        // Otherwise one way was compared with itself.
        Assert.InRange((double)piecewise / texts, 0.3, 0.9);
    }

    private static (SchemaRule Rule, string Message, LocationInfo Place, Location Location) Shown(DiagnosticInfo problem) =>
        (problem.Problem.Rule, problem.Problem.Message, problem.Place, problem.Place.ToLocation());

    // As an editor sees a file: each version is the one before with an edit, and now and then the first one again.
    private static IEnumerable<string> Versions(string schema, Random random)
    {
        string first = random.Next(3) switch
        {
            0 => schema.ReplaceLineEndings("\r\n"),
            1 => schema.ReplaceLineEndings("\r"),
            _ => schema,
        };
        string text = first;
        yield return text;
        for (int edit = 0; edit < Edits; edit++)
        {
            text = random.Next(6) switch
            {
                0 => first,
                1 or 2 => SchemaDamage.OfValues(first, random),
                _ => SchemaDamage.OfText(text, random),
            };
            yield return text;
        }
    }
}
