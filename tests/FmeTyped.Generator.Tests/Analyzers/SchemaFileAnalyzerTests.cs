using FmeTyped.Generator.Analyzers;
using FmeTyped.Generator.Tests.Harness;

namespace FmeTyped.Generator.Tests.Analyzers;

/// <summary>FME0030: a project that gets no types.</summary>
public class SchemaFileAnalyzerTests
{
    private const string Code = "internal static class User { }";
    private static readonly (string, string) Expected = ("FmeTypedExpectsSchema", "true");

    private static readonly string Order = Sample.From(Sample.Workspace("order.fmw", Sample.Text("NOTE")));

    [Fact]
    public async Task A_project_without_a_schema_file_is_told_once_where_one_was_looked_for()
    {
        Assert.Equal([Found("the project's folder")], await AnalyzerRun.From(new SchemaFileAnalyzer(), null, Code, properties: Expected));
        Assert.Equal(
            [Found("/home/me/MyApp/")],
            await AnalyzerRun.From(new SchemaFileAnalyzer(), null, Code, null, Expected, ("ProjectDir", "/home/me/MyApp/")));
    }

    [Fact]
    public async Task A_project_with_a_schema_file_is_left_alone_even_if_nothing_is_in_it()
    {
        Assert.Empty(await AnalyzerRun.From(new SchemaFileAnalyzer(), Order, Code, properties: Expected));
        Assert.Empty(await AnalyzerRun.From(new SchemaFileAnalyzer(), Sample.From(), Code, properties: Expected));
    }

    [Fact]
    public async Task A_project_that_has_the_types_of_a_library_is_left_alone()
    {
        Assert.Empty(await AnalyzerRun.From(new SchemaFileAnalyzer(), null, Code, [AnalyzerRun.Library(Order)], Expected));
    }

    [Fact]
    public async Task A_project_with_CSharp_that_the_tool_wrote_is_left_alone()
    {
        Assert.Empty(await AnalyzerRun.From(new SchemaFileAnalyzer(), null, GeneratorRun.From(Order).Sources.Values.Single(), properties: Expected));
    }

    [Theory]
    [InlineData("false")]
    [InlineData("False")]
    public async Task A_property_turns_it_off(string value)
    {
        Assert.Empty(await AnalyzerRun.From(new SchemaFileAnalyzer(), null, Code, properties: ("FmeTypedExpectsSchema", value)));
    }

    [Fact]
    public async Task A_project_that_has_the_analyzers_without_the_targets_of_the_package_is_left_alone()
    {
        Assert.Empty(await AnalyzerRun.From(new SchemaFileAnalyzer(), null, Code));
    }

    private static AnalyzerRun.Finding Found(string folder) => new(
        "FME0030",
        "",
        $"No schema file was found, so no types are generated. Looked for workspaces.json and *.workspaces.json in {folder}, and for FmeTypedSchema items in the "
            + "project file. If the project needs none, set the property FmeTypedExpectsSchema to false.");
}
