using FmeTyped.Metadata;
using FmeTyped.Tests.Sample;

namespace FmeTyped.Tests.Requests;

public sealed class ValidationTests
{
    [Fact]
    public void A_request_that_fits_has_no_problems()
    {
        Assert.Empty(new AustinDownload().Validate());
        Assert.Empty(new EveryKind { Level = 9 }.Validate());
    }

    [Fact]
    public void A_required_parameter_has_to_be_set() =>
        AssertProblem(
            new EveryKind { Title = null }, FmeValidationErrorKind.Missing, "TITLE: has to be set: it is required and the workspace has no default for it.");

    [Fact]
    public void A_parameter_that_is_not_optional_may_not_be_blank()
    {
        AssertProblem(new EveryKind { Title = "" }, FmeValidationErrorKind.Blank, "TITLE: may not be blank.");
        AssertProblem(
            new AustinDownload { Themes = [] },
            FmeValidationErrorKind.Blank,
            "THEMES: needs at least one value. Leave it unset (null) for the workspace's default.");
    }

    [Fact]
    public void The_default_of_an_enum_is_no_option() =>
        AssertProblem(
            new AustinDownload { Coordsys = default(AustinDownload.CoordsysOption) },
            FmeValidationErrorKind.UnknownOption,
            "COORDSYS: was given the default of the enum, which is not an option. Allowed: 'EPSG:32614', 'LL84', 'TX83-CF'.");

    [Fact]
    public void An_unknown_number_in_a_list_is_no_option() =>
        AssertProblem(
            new AustinDownload { Themes = [AustinDownload.ThemesOption.Cenart, (AustinDownload.ThemesOption)5] },
            FmeValidationErrorKind.UnknownOption,
            "THEMES: was given the enum number 5, which is not an option. Allowed: 'airports', 'cenart', 'railroad', 'streetcl'.");

    [Theory]
    [InlineData(0, "LEVEL: is 0; it has to be greater than 0.")]
    [InlineData(10, "LEVEL: is 10; it has to be at most 9.")]
    public void Limits_are_checked(long level, string message) => AssertProblem(new EveryKind { Level = level }, FmeValidationErrorKind.OutOfRange, message);

    [Fact]
    public void A_number_has_to_be_finite() =>
        AssertProblem(new EveryKind { Share = double.PositiveInfinity }, FmeValidationErrorKind.OutOfRange, "SHARE: takes a finite number.");

    private static void AssertProblem(IFmeRequest request, FmeValidationErrorKind kind, string text)
    {
        FmeValidationError problem = Assert.Single(request.Validate());
        Assert.Equal(kind, problem.Kind);
        Assert.Equal(text, problem.ToString());
    }
}
