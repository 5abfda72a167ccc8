using FmeTyped.Schema.Reading;
using FmeTyped.Schema.Rules;

namespace FmeTyped.Schema.Tests.Reading;

public sealed class SchemaFileReaderTests
{
    private const string MissingParameters =
        "A workspace has no \"parameters\"; it is the answer of the server's parameters endpoint, [] if there are none";

    [Fact]
    public void A_format_in_quotes_is_reported_as_such_and_hides_no_other_problem()
    {
        SchemaFile file = SchemaFileReader.Read("""{ "format": "1", "workspaces": [{ "repository": "R", "workspace": "w.fmw" }] }""");

        Assert.Equal(
            ["\"format\" has to be the number 1, without quotes; found a text", MissingParameters],
            file.Problems.Select(problem => problem.Message));
    }

    [Theory]
    [InlineData("\"2\"", "\"format\" has to be the number 1, without quotes; found a text")]
    [InlineData("null", "\"format\" has to be the number 1, without quotes; found null")]
    [InlineData("2", "The schema file has format 2; this version of FmeTyped reads format 1. Update the FmeTyped package, or pull the file again")]
    public void A_file_of_another_layout_is_not_read(string format, string message)
    {
        SchemaFile file = SchemaFileReader.Read($$"""{ "format": {{format}}, "workspaces": [{}] }""");

        Assert.Equal(message, Assert.Single(file.Problems).Message);
    }

    [Theory]
    [InlineData("""{ "format": 1, "workspace": [] }""", "The schema file has no \"workspaces\". Is \"workspace\" meant?")]
    [InlineData(
        """{ "Format": 1, "workspaces": [] }""",
        "The schema file has no \"format\"; this version of FmeTyped writes \"format\": 1. Is \"Format\" meant?")]
    [InlineData("""{ "format": 1, "templates": [] }""", "The schema file has no \"workspaces\"")]
    public void A_missing_key_is_told_with_the_one_that_looks_like_it(string json, string message)
    {
        SchemaProblem problem = Assert.Single(SchemaFileReader.Read(json).Problems);

        Assert.Equal(SchemaRules.MissingKey, problem.Rule);
        Assert.Equal(message, problem.Message);
    }
}
