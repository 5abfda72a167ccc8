using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using FmeTyped.Generated;
using FmeTyped.Metadata;

namespace FmeTyped.Tests.Requests;

public sealed class ReadingBackTests
{
    [Fact]
    public void What_the_server_adds_to_a_job_is_passed_over()
    {
        Survey read = Read(new()
        {
            ["TITLE"] = "Roads",
            ["FME_SECURITY_USER"] = "admin",
            ["FME_SECURITY_ROLES"] = "fmeadmin fmeuser",
            ["RETIRED_PARAMETER"] = "x",
        });

        Assert.Equal(new Survey { Title = "Roads" }, read);
    }

    [Fact]
    public void A_value_no_longer_among_the_options_is_reported()
    {
        IReadOnlyList<FmeValidationError> problems = ProblemsOf(new() { ["MODE"] = "slow", ["MODES"] = Several("fast", "slowest") });

        Assert.Equal([FmeValidationErrorKind.UnknownOption, FmeValidationErrorKind.UnknownOption], problems.Select(problem => problem.Kind));
        Assert.Contains("'slow'", problems[0].Message, StringComparison.Ordinal);
        Assert.Contains("'slowest'", problems[1].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Malformed_values_are_all_reported_at_once()
    {
        IReadOnlyList<FmeValidationError> problems = ProblemsOf(new()
        {
            ["COUNT"] = "many",
            ["RATIO"] = "1,5",
            ["START"] = "tomorrow",
            ["DAY"] = "143000",
            ["FILL"] = "red",
            ["AREA"] = "here",
            ["TITLE"] = Several("a", "b"),
        });

        Assert.Equal(["AREA", "COUNT", "DAY", "FILL", "RATIO", "START", "TITLE"], problems.Select(problem => problem.Parameter).Order());
        Assert.All(problems, problem => Assert.Equal(FmeValidationErrorKind.Malformed, problem.Kind));
    }

    [Fact]
    public void Unset_blank_and_value_are_told_apart()
    {
        Survey read = Read(new() { ["COUNT"] = "", ["START"] = "", ["FILL"] = "", ["SOURCES"] = Array.Empty<string>(), ["PASSWORD"] = "" });

        Assert.Equal(FmeBlank.Value, read.Count);
        Assert.True(read.Mode.IsUnset);
        Assert.True(read.Start?.IsBlank);
        Assert.True(read.Fill?.IsBlank);
        Assert.Equal(0, read.Sources?.Count);
        Assert.Equal("", read.Password);
        Assert.Null(read.Layers);
    }

    [Fact]
    public void One_text_is_a_list_of_it() => Assert.Equal([FmeFile.OnServer("a b.gml")], Read(new() { ["SOURCES"] = "a b.gml" }).Sources!);

    [Fact]
    public void A_list_of_one_is_its_text() => Assert.Equal("Roads", Read(new() { ["TITLE"] = Several("Roads") }).Title);

    [Fact]
    public void A_masked_password_leaves_the_default_of_the_server() => Assert.Null(Read(new() { ["PASSWORD"] = "********" }).Password);

    [Fact]
    public void A_required_value_that_is_not_there_is_missing()
    {
        var start = new FmeParameterDescriptor("START", FmeParameterKind.DateTime) { MustBeSet = true };
        var fill = new FmeParameterDescriptor("FILL", FmeParameterKind.Color) { MustBeSet = true };
        var reader = new FmeParameterReader(new Dictionary<string, FmeParameterValue>());
        FmeDateTime date = reader.ReadRequiredDateTime(start);
        FmeColor color = reader.ReadRequiredColor(fill);

        IReadOnlyList<FmeValidationError> problems = FmeRequestReading.Check(reader, new TestRequest(
            writer =>
            {
                writer.WriteDateTime(start, date);
                writer.WriteColor(fill, color);
            },
            start,
            fill));

        Assert.Equal([FmeValidationErrorKind.Missing, FmeValidationErrorKind.Missing], problems.Select(problem => problem.Kind));
    }

    [Fact]
    public void A_value_that_is_JSON_has_no_blank_to_take_the_place_of_a_default()
    {
        var parameter = new FmeParameterDescriptor("ORDER", FmeParameterKind.Text) { IsOptional = true, Default = "[1]" };
        var withoutDefault = new FmeParameterDescriptor("ORDER", FmeParameterKind.Text) { IsOptional = true };

        FmeValidationError problem = Assert.Single(ProblemsOfEmptyJson(parameter));

        Assert.Equal(FmeValidationErrorKind.Blank, problem.Kind);
        Assert.Equal("ORDER: may not be blank. Leave it unset (null) for the workspace's default.", problem.ToString());
        Assert.Empty(ProblemsOfEmptyJson(withoutDefault));
    }

    [Theory]
    [InlineData("many", FmeValidationErrorKind.Malformed)]
    [InlineData("", FmeValidationErrorKind.Blank)]
    public void A_value_that_cannot_be_read_is_told_even_where_nobody_can_say_whether_it_is_visible(string text, FmeValidationErrorKind kind)
    {
        var parameter = new FmeParameterDescriptor("COUNT", FmeParameterKind.Integer) { MustBeSet = true, Visibility = FmeVisibility.Undecidable("$new") };
        var reader = new FmeParameterReader(new Dictionary<string, FmeParameterValue> { ["COUNT"] = text });
        long? count = reader.ReadInteger(parameter);

        var request = new TestRequest(writer => writer.WriteInteger(parameter, count), parameter);

        Assert.Equal(kind, Assert.Single(FmeRequestReading.Check(reader, request)).Kind);
    }

    [Fact]
    public void The_values_of_a_request_show_secrets_only_when_asked_to()
    {
        var survey = new Survey { Title = "Roads", Password = "pw", Modes = [Mode.DeepScan] };

        Assert.Equal(
            new Dictionary<string, FmeParameterValue> { ["TITLE"] = "Roads", ["PASSWORD"] = "***", ["MODES"] = Several("deep scan") },
            survey.ToParameterValues());
        Assert.Equal("pw", survey.ToParameterValues(includeSecrets: true)["PASSWORD"].Text);
    }

    [Fact]
    public void The_values_of_a_request_that_cannot_be_sent_are_refused() =>
        Assert.Contains(
            "MODE", Assert.Throws<InvalidOperationException>(() => new Survey { Mode = default(Mode) }.ToParameterValues()).Message, StringComparison.Ordinal);

    private static IReadOnlyList<FmeValidationError> ProblemsOfEmptyJson(FmeParameterDescriptor parameter)
    {
        var reader = new FmeParameterReader(new Dictionary<string, FmeParameterValue> { ["ORDER"] = "" });
        JsonArray? read = reader.ReadJson(parameter, (JsonTypeInfo<JsonArray>)JsonSerializerOptions.Default.GetTypeInfo(typeof(JsonArray)));
        Assert.Null(read);
        return FmeRequestReading.Check(reader, new TestRequest(_ => { }, parameter));
    }

    private static FmeParameterValue Several(params string[] items) => items;

    private static Survey Read(Dictionary<string, FmeParameterValue> values)
    {
        Assert.True(Survey.TryRead(values, out Survey? survey, out IReadOnlyList<FmeValidationError> problems), string.Join(Environment.NewLine, problems));
        return survey;
    }

    private static IReadOnlyList<FmeValidationError> ProblemsOf(Dictionary<string, FmeParameterValue> values)
    {
        Assert.False(Survey.TryRead(values, out Survey? survey, out IReadOnlyList<FmeValidationError> problems));
        Assert.Null(survey);
        return problems;
    }
}
