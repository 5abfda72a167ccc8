using System.Text.Json.Nodes;
using FmeTyped.Schema.Comparison;
using FmeTyped.Schema.Model;
using FmeTyped.Schema.Reading;
using FmeTyped.Tool.Tests.Harness;

namespace FmeTyped.Tool.Tests.Comparison;

/// <summary>
/// What the comparer calls breaking stops a caller from compiling, or there is a reason why only what happens at run time differs; and
/// what it calls less leaves a caller that sets everything as it is.
/// </summary>
public class SchemaComparerTests
{
    public static TheoryData<string> Changes => [.. SchemaChange.All.Select(change => change.Name)];

    [Theory]
    [MemberData(nameof(Changes))]
    public void The_class_of_a_change_and_the_compiler_agree(string name)
    {
        SchemaChange change = SchemaChange.All.Single(candidate => candidate.Name == name);
        EquatableArray<Workspace> before = Read(_ => { });
        EquatableArray<Workspace> now = Read(change.Apply);

        IReadOnlyList<Difference> differences = SchemaComparer.Compare([.. before], [.. now]);

        Difference difference = Assert.Single(differences, difference => difference.Kind == change.Kind);
        Assert.Equal(change.Member, difference.Member);
        Assert.Equal(difference.Class, differences.Max(other => other.Class));

        Assert.Empty(CompileCaller(before, change.Code));
        IReadOnlyList<string> errors = CompileCaller(now, change.Code);
        if (difference.Class == DifferenceClass.Breaking && change.StillCompiles is null)
        {
            Assert.NotEmpty(errors);
        }
        else
        {
            Assert.Empty(errors);
        }
    }

    [Fact]
    public void The_table_has_every_kind_of_difference()
    {
        Assert.Equal(Enum.GetValues<DifferenceKind>().Order(), SchemaChange.All.Select(change => change.Kind).Distinct().Order());
        Assert.True(SchemaChange.All.Count >= 40);
    }

    public static TheoryData<string, string, string> Harmless => new()
    {
        { "a secret's default", "\"defaultWithheld\": true", "\"defaultValue\": \"sesame\"" },
        { "choices that only the server knows", "\"value\": \"n\"", "\"value\": \"s\"" },
        { "a type that means the same", "\"LOOKUP_CHOICE\"", "\"CHOICE\"" },
        { "a key that is not known", "\"type\": \"DIRNAME\"", "\"type\": \"DIRNAME\", \"colour\": \"red\"" },
    };

    [Theory]
    [MemberData(nameof(Harmless))]
    public void Some_changes_are_no_difference(string reason, string before, string now)
    {
        string changed = SchemaChange.Before.Replace(before, now, StringComparison.Ordinal);
        Assert.NotEqual(SchemaChange.Before, changed);
        Assert.True(SchemaComparer.Compare([.. Read(_ => { })], [.. Read(changed)]).Count == 0, reason);
    }

    [Fact]
    public void A_parameter_of_the_same_stem_and_type_is_proposed_as_the_new_name()
    {
        IReadOnlyList<Difference> renamed = Compare(SchemaChange.All.Single(change => change.Name == "a parameter has another name"));
        Assert.Contains(
            "Was it renamed to TITLES?", renamed.Single(difference => difference.Kind == DifferenceKind.ParameterRemoved).Hint, StringComparison.Ordinal);

        IReadOnlyList<Difference> gone = Compare(SchemaChange.All.Single(change => change.Name == "a parameter is gone"));
        Assert.Null(Assert.Single(gone).Hint);
    }

    [Theory]
    [InlineData("MAXY", "MAX_Y", true)]
    [InlineData("SourceDataset_SHAPE", "SourceDataset_GML", true)]
    [InlineData("EMail", "EMails", true)]
    [InlineData("EMail", "WIDTH", false)]
    public void Names_are_alike_by_letters_stem_or_few_edits(string before, string now, bool proposed)
    {
        static string From(string name) =>
            $$"""[{ "repository": "R", "workspace": "w.fmw", "parameters": [{ "name": "{{name}}", "type": "TEXT", "model": "string", "optional": true }] }]""";

        IReadOnlyList<Difference> differences = SchemaComparer.Compare([.. Read(From(before))], [.. Read(From(now))]);

        Assert.Equal(proposed, differences.Single(difference => difference.Kind == DifferenceKind.ParameterRemoved).Hint is not null);
    }

    [Fact]
    public void A_new_name_is_guessed_for_the_first_twenty_that_are_gone_and_no_more()
    {
        static string From(string word) =>
            $$"""
            [{ "repository": "R", "workspace": "w.fmw", "parameters": [{{string.Join(',', Enumerable.Range(10, 30).Select(number =>
                $$"""{ "name": "{{word}}_{{number}}", "type": "TEXT", "model": "string", "optional": true }"""))}}] }]
            """;

        IReadOnlyList<Difference> differences = SchemaComparer.Compare([.. Read(From("LAYER"))], [.. Read(From("LAYERS"))]);

        Assert.Equal(20, differences.Count(difference => difference is { Kind: DifferenceKind.ParameterRemoved, Hint: not null }));
        Assert.Equal(30, differences.Count(difference => difference.Kind == DifferenceKind.ParameterRemoved));
    }

    private static IReadOnlyList<Difference> Compare(SchemaChange change) => SchemaComparer.Compare([.. Read(_ => { })], [.. Read(change.Apply)]);

    private static EquatableArray<Workspace> Read(Action<JsonArray> change)
    {
        var workspaces = (JsonArray)JsonNode.Parse(SchemaChange.Before)!;
        change(workspaces);
        return Read(workspaces.ToJsonString());
    }

    private static EquatableArray<Workspace> Read(string workspaces)
    {
        SchemaFile file = SchemaFileReader.Read($$"""{ "format": 1, "workspaces": {{workspaces}} }""");
        Assert.DoesNotContain(file.Problems, problem => problem.Rule.Severity == FmeTyped.Schema.Rules.SchemaSeverity.Error);
        return file.Workspaces;
    }

    private static IReadOnlyList<string> CompileCaller(EquatableArray<Workspace> workspaces, string statements) => Compiler.Compile(
        [.. workspaces],
        $$"""
        #pragma warning disable CS0219
        using FmeTyped;
        using App.Fme.R;
        using static App.Fme.R.W;

        internal static class Caller
        {
            internal static object Call()
            {
                {{statements}}
                return order;
            }
        }
        """);
}
