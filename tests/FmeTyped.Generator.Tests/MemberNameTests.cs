using System.Reflection;
using FmeTyped.Generator.Tests.Harness;
using FmeTyped.Schema.Naming;
using FmeTyped.Schema.Rules;

namespace FmeTyped.Generator.Tests;

/// <summary>Workspaces, parameters and options that are called as a member which every generated type has. Each run compiles.</summary>
public class MemberNameTests
{
    [Theory]
    [InlineData("Clone")]
    [InlineData("Descriptor")]
    [InlineData("EqualityContract")]
    [InlineData("Equals")]
    [InlineData("Finalize")]
    [InlineData("GetHashCode")]
    [InlineData("GetType")]
    [InlineData("MemberwiseClone")]
    [InlineData("PrintMembers")]
    [InlineData("ReferenceEquals")]
    [InlineData("ToString")]
    [InlineData("TryRead")]
    public void A_member_keeps_its_name(string name)
    {
        GeneratorRun run = GeneratorRun.From(Sample.From(Sample.Workspace($"{name}.fmw", Sample.Text(name), Sample.OpenChoice("STYLE", name))));

        string source = Assert.Single(run.Sources).Value;
        Assert.Empty(run.Diagnostics);
        Assert.Contains($"record {name}Workspace ", source, StringComparison.Ordinal);
        Assert.Contains($" {name}Parameter {{ get; init; }}", source, StringComparison.Ordinal);
        Assert.Contains($" {name}Option {{ get; }}", source, StringComparison.Ordinal);
    }

    [Fact]
    public void Who_is_called_like_the_substitute_has_another_name_in_whichever_order_the_two_stand()
    {
        IReadOnlyDictionary<string, string> one =
            GeneratorRun.From(Sample.From(Sample.Workspace("Equals.fmw"), Sample.Workspace("EqualsWorkspace.fmw"))).Sources;
        IReadOnlyDictionary<string, string> other =
            GeneratorRun.From(Sample.From(Sample.Workspace("EqualsWorkspace.fmw"), Sample.Workspace("Equals.fmw"))).Sources;

        Assert.Contains("\"Equals.fmw\"", one["App.Fme.Test.EqualsWorkspace.g.cs"], StringComparison.Ordinal);
        Assert.Single(one.Keys, name => name.StartsWith("App.Fme.Test.EqualsWorkspace_", StringComparison.Ordinal));
        Assert.Equal(one.OrderBy(source => source.Key, StringComparer.Ordinal), other.OrderBy(source => source.Key, StringComparer.Ordinal));
    }

    [Fact]
    public void The_name_of_any_member_compiles_wherever_it_stands()
    {
        string[] names = [.. MemberNames()];
        Assert.All(
            ["Equals", "Write", "Read", "ToText", "Value", "value__", "get_Descriptor", "op_Equality", "Note", "Style"], name => Assert.Contains(name, names));

        GeneratorRun run = GeneratorRun.From(Sample.From(
        [
            .. names.Select(name => Sample.Workspace($"{name}.fmw", Sample.Text(name))),
            Sample.Workspace("all.fmw", [.. names.Select(name => Sample.Text(name)), Sample.Choice("MODE", names), Sample.OpenChoice("STYLE", names)]),
        ]));

        Assert.Empty(run.Diagnostics);
        Assert.Equal(names.Length + 1, run.Sources.Count);
    }

    [Fact]
    public void The_name_of_any_member_compiles_or_is_refused_where_a_team_chooses_it()
    {
        string[] names = [.. MemberNames()];
        string Chosen(string name, int index) =>
            $$"""
            { "repository": "R{{index}}", "workspace": "a.fmw",
              "parameters": [{{Sample.Text("NOTE")}}, {{Sample.Choice("MODE", "a")}}, {{Sample.OpenChoice("STYLE", "a")}}],
              "csharp": { "name": "{{name}}", "parameters": {
                "NOTE": { "name": "{{name}}" }, "MODE": { "options": { "a": "{{name}}" } }, "STYLE": { "options": { "a": "{{name}}" } } } } }
            """;

        GeneratorRun run = GeneratorRun.From(Sample.From([.. names.Select(Chosen)]));

        Assert.All(run.Diagnostics, diagnostic => Assert.Equal(SchemaRuleIds.UnusableName, diagnostic.Id));
        Assert.Equal(names.Length, run.Sources.Count);
    }

    // The members of object, of the contract, and of all that is generated, those the compiler makes included. A member of an interface is implemented
    // under the interface's name, which no name meets; its last part stands for a member that loses that some day.
    private static IEnumerable<string> MemberNames()
    {
        GeneratorRun run = GeneratorRun.From(Sample.From(
            Sample.Workspace("a.fmw", Sample.Text("NOTE"), Sample.Choice("MODE", "a"), Sample.OpenChoice("STYLE", "a"))));
        using var context = new TestLoadContext();
        Type[] generated = [.. context.Load(TestLoadContext.ImageOf(run.Output)).GetTypes().Where(type => type.Namespace == "App.Fme.Test")];
        return
        [
            .. generated.Concat(generated.SelectMany(type => type.GetInterfaces())).Append(typeof(object)).Append(typeof(Enum))
                .SelectMany(type => type.GetMembers(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static))
                .Select(member => member.Name.Split('.')[^1])
                .Where(CSharpIdentifier.IsValid)
                .Distinct()
                .Order(StringComparer.Ordinal),
        ];
    }
}
