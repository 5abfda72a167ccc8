using FmeTyped.Generator.Tests.Harness;
using FmeTyped.Schema.Emission;
using FmeTyped.Schema.Rules;

namespace FmeTyped.Generator.Tests;

/// <summary>Names that the compiler would refuse or warn of where they end up. Each run compiles.</summary>
public class NameClashTests
{
    [Fact]
    public void An_open_option_is_not_named_like_what_its_type_has_already()
    {
        GeneratorRun run = GeneratorRun.From(Sample.From(Sample.Workspace("a.fmw", Sample.OpenChoice("style", "value", "style option", "to string", "clone"))));

        string source = Assert.Single(run.Sources).Value;
        Assert.Contains("ValueOption { get; } = new(\"value\")", source, StringComparison.Ordinal);
        Assert.Contains("StyleOption_", source, StringComparison.Ordinal);
    }

    [Fact]
    public void An_open_option_keeps_its_name_where_type_and_member_would_meet()
    {
        GeneratorRun run = GeneratorRun.From(Sample.From(Sample.Workspace("a.fmw", Sample.OpenChoice("value", "value"))));

        Assert.Contains("ValueOption_", Assert.Single(run.Sources).Value, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("parcels")]
    [InlineData("async")]
    [InlineData("file")]
    [InlineData("__arglist")]
    public void A_type_can_have_any_name_its_team_chooses(string name)
    {
        GeneratorRun run = GeneratorRun.From(Chosen(name, "Note"));

        Assert.Empty(run.Diagnostics);
        Assert.Contains($"record @{name} ", Assert.Single(run.Sources).Value, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("get_Note")]
    [InlineData("set_Other")]
    [InlineData("op_Equality")]
    [InlineData("EqualityContract")]
    [InlineData("a\u200Db")]
    public void A_member_cannot_be_named_as_the_compiler_names_its_own(string name)
    {
        GeneratorRun run = GeneratorRun.From(Chosen("Report", name));

        Assert.Equal([SchemaRuleIds.UnusableName], run.Diagnostics.Select(diagnostic => diagnostic.Id));
        Assert.Contains("string? Note { get; init; }", Assert.Single(run.Sources).Value, StringComparison.Ordinal);
    }

    [Fact]
    public void A_chosen_namespace_may_be_named_like_a_type()
    {
        string inner = """{ "repository": "Test", "workspace": "inner.fmw", "parameters": [], "csharp": { "namespace": "App.Fme.Test.Outer.Deep" } }""";

        GeneratorRun run = GeneratorRun.From(Sample.From(Sample.Workspace("outer.fmw"), inner));

        Assert.Equal(2, run.Sources.Count);
    }

    [Fact]
    public void Workspaces_may_be_called_like_the_descriptors_of_others_even_where_files_are_shared()
    {
        string[] ends = ["", "Parameters", "ParametersParameters"];
        string[] names = [.. Enumerable.Range(0, 200).SelectMany(number => ends.Select(end => $"Roads{number}{end}"))];

        GeneratorRun run = GeneratorRun.From(Sample.From([.. names.Select(name => Sample.Workspace($"{name}.fmw", Sample.Text("NOTE")))]));

        Assert.Empty(run.Diagnostics);
        Assert.InRange(run.Sources.Count, 1, GeneratedFiles.MostFiles);
    }

    private static string Chosen(string type, string member) =>
        $$"""
        { "format": 1, "workspaces": [ { "repository": "Test", "workspace": "a.fmw", "parameters": [{{Sample.Text("NOTE")}}],
          "csharp": { "name": "{{type}}", "parameters": { "NOTE": { "name": "{{member}}" } } } } ] }
        """;
}
