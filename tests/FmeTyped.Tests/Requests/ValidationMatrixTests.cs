using FmeTyped.Generated;
using FmeTyped.Metadata;

namespace FmeTyped.Tests.Requests;

public sealed class ValidationMatrixTests
{
    private static readonly FmeParameterDescriptor Ratio = new("RATIO", FmeParameterKind.Float)
    {
        Minimum = 0,
        MinimumIsExclusive = true,
        Maximum = 10,
        DecimalPlaces = 2,
    };

    private static readonly FmeParameterDescriptor Choice = new("MODE", FmeParameterKind.Choice)
    {
        Choices = [new("fast", "Fast", 11), new("deep scan", "Deep", 22)],
    };

    public static TheoryData<FmeParameterKind> ScalarKinds => [.. Enum.GetValues<FmeParameterKind>()];

    [Theory]
    [MemberData(nameof(ScalarKinds))]
    public void What_must_be_set_and_is_not_is_missing(FmeParameterKind kind)
    {
        var parameter = new FmeParameterDescriptor("P", kind) { MustBeSet = true };

        Assert.Equal(FmeValidationErrorKind.Missing, TestRequest.ProblemOf(parameter, Unset).Kind);
    }

    [Theory]
    [MemberData(nameof(ScalarKinds))]
    public void Unset_is_fine_where_nothing_must_be_set(FmeParameterKind kind) =>
        TestRequest.HasNoProblem(new FmeParameterDescriptor("P", kind), Unset);

    [Theory]
    [MemberData(nameof(ScalarKinds))]
    public void Blank_is_for_optional_parameters_only(FmeParameterKind kind)
    {
        var required = new FmeParameterDescriptor("P", kind);
        var optional = new FmeParameterDescriptor("P", kind) { IsOptional = true };

        Assert.Equal(FmeValidationErrorKind.Blank, TestRequest.ProblemOf(required, Blank).Kind);
        TestRequest.HasNoProblem(optional, Blank);
    }

    [Fact]
    public void An_empty_list_is_for_optional_parameters_only()
    {
        var required = new FmeParameterDescriptor("P", FmeParameterKind.File) { IsList = true };
        var optional = new FmeParameterDescriptor("P", FmeParameterKind.File) { IsList = true, IsOptional = true };

        Assert.Equal(FmeValidationErrorKind.Blank, TestRequest.ProblemOf(required, (writer, parameter) => writer.WriteFiles(parameter, [])).Kind);
        TestRequest.HasNoProblem(optional, (writer, parameter) => writer.WriteFiles(parameter, []));
    }

    [Fact]
    public void Blank_is_a_value_where_it_is_an_option() =>
        TestRequest.HasNoProblem(new("P", FmeParameterKind.OpenChoice) { Choices = [new("", "None")] }, (writer, parameter) => writer.WriteText(parameter, ""));

    [Theory]
    [InlineData(0, FmeValidationErrorKind.OutOfRange)]
    [InlineData(-3, FmeValidationErrorKind.OutOfRange)]
    [InlineData(10.01, FmeValidationErrorKind.OutOfRange)]
    [InlineData(double.NaN, FmeValidationErrorKind.OutOfRange)]
    [InlineData(double.PositiveInfinity, FmeValidationErrorKind.OutOfRange)]
    [InlineData(0.125, FmeValidationErrorKind.TooPrecise)]
    [InlineData(1e-7, FmeValidationErrorKind.TooPrecise)]
    public void A_number_keeps_to_its_limits(double value, FmeValidationErrorKind kind) =>
        Assert.Equal(kind, TestRequest.ProblemOf(Ratio, (writer, parameter) => writer.WriteFloat(parameter, value)).Kind);

    [Theory]
    [InlineData(0.01)]
    [InlineData(10)]
    [InlineData(9.5)]
    public void A_number_within_its_limits_is_fine(double value) =>
        TestRequest.HasNoProblem(Ratio, (writer, parameter) => writer.WriteFloat(parameter, value));

    [Fact]
    public void A_number_can_be_wrong_in_two_ways() => Assert.Equal(
        [FmeValidationErrorKind.OutOfRange, FmeValidationErrorKind.TooPrecise],
        new TestRequest(writer => writer.WriteFloat(Ratio, 10.001), Ratio).Validate().Select(problem => problem.Kind));

    [Theory]
    [InlineData(0)]
    [InlineData(12)]
    public void A_number_that_is_no_option_is_a_problem(int number)
    {
        FmeValidationError problem = TestRequest.ProblemOf(Choice, (writer, parameter) => writer.WriteOption<Mode>(parameter, (Mode)number));

        Assert.Equal(FmeValidationErrorKind.UnknownOption, problem.Kind);
        Assert.Contains("'fast', 'deep scan'", problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(FmeDateTimeForm.Date, "20260131143000")]
    [InlineData(FmeDateTimeForm.Date, "143000")]
    [InlineData(FmeDateTimeForm.Time, "20260131")]
    [InlineData(FmeDateTimeForm.DateTime, "20260131")]
    public void A_date_time_of_another_form_is_a_problem(FmeDateTimeForm form, string value)
    {
        var parameter = new FmeParameterDescriptor("WHEN", FmeParameterKind.DateTime) { DateTimeForm = form };

        Assert.Equal(FmeValidationErrorKind.Malformed, TestRequest.ProblemOf(parameter, (writer, p) => writer.WriteDateTime(p, FmeDateTime.Parse(value))).Kind);
    }

    [Fact]
    public void All_problems_are_reported_at_once_in_the_workspaces_order()
    {
        var text = new FmeParameterDescriptor("TITLE", FmeParameterKind.Text) { MustBeSet = true };
        var request = new TestRequest(
            writer =>
            {
                writer.WriteText(text, null);
                writer.WriteFloat(Ratio, -1);
                writer.WriteOption<Mode>(Choice, default(Mode));
            },
            text,
            Ratio,
            Choice);

        Assert.Equal(["TITLE", "RATIO", "MODE"], request.Validate().Select(problem => problem.Parameter));
    }

    [Fact]
    public void A_withheld_default_is_a_default()
    {
        Assert.True(new FmeParameterDescriptor("P", FmeParameterKind.Secret) { DefaultIsWithheld = true }.HasDefault);
        Assert.True(new FmeParameterDescriptor("P", FmeParameterKind.Text) { Default = "x" }.HasDefault);
        Assert.False(new FmeParameterDescriptor("P", FmeParameterKind.Text) { Default = "" }.HasDefault);
    }

    private static void Unset(FmeParameterWriter writer, FmeParameterDescriptor parameter) => Write(writer, parameter, isBlank: false);

    private static void Blank(FmeParameterWriter writer, FmeParameterDescriptor parameter) => Write(writer, parameter, isBlank: true);

    private static void Write(FmeParameterWriter writer, FmeParameterDescriptor parameter, bool isBlank)
    {
        switch (parameter.Kind)
        {
            case FmeParameterKind.Integer: writer.WriteInteger(parameter, isBlank ? FmeBlank.Value : default(FmeOptional<long>)); break;
            case FmeParameterKind.Float: writer.WriteFloat(parameter, isBlank ? FmeBlank.Value : default(FmeOptional<double>)); break;
            case FmeParameterKind.Boolean: writer.WriteBoolean(parameter, isBlank ? FmeBlank.Value : default(FmeOptional<bool>)); break;
            case FmeParameterKind.Choice: writer.WriteOption(parameter, isBlank ? FmeBlank.Value : default(FmeOptional<Mode>)); break;
            case FmeParameterKind.File: writer.WriteFile(parameter, isBlank ? FmeBlank.Value : null); break;
            case FmeParameterKind.Folder: writer.WriteFolder(parameter, isBlank ? FmeBlank.Value : null); break;
            case FmeParameterKind.DateTime: writer.WriteDateTime(parameter, isBlank ? FmeBlank.Value : null); break;
            case FmeParameterKind.Secret: writer.WriteSecret(parameter, isBlank ? FmeBlank.Value : null); break;
            case FmeParameterKind.Color: writer.WriteColor(parameter, isBlank ? FmeBlank.Value : null); break;
            case FmeParameterKind.Geometry: writer.WriteGeometry(parameter, isBlank ? FmeBlank.Value : null); break;
            default: writer.WriteText(parameter, isBlank ? FmeBlank.Value : null); break;
        }
    }
}
