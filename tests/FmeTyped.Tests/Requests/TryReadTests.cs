using FmeTyped.Metadata;
using FmeTyped.Tests.Sample;

namespace FmeTyped.Tests.Requests;

public sealed class TryReadTests
{
    [Fact]
    public void Values_become_the_request_they_were_sent_from()
    {
        Assert.True(AustinDownload.TryRead(
            new Dictionary<string, FmeParameterValue>
            {
                ["THEMES"] = (string[])["airports", "cenart"],
                ["MAXY"] = "42",
                ["COORDSYS"] = "LL84",
                ["OTHER"] = "x",
            },
            out AustinDownload? request,
            out IReadOnlyList<FmeValidationError> problems));

        Assert.Empty(problems);
        Assert.Equal(
            new AustinDownload
            {
                Themes = [AustinDownload.ThemesOption.Airports, AustinDownload.ThemesOption.Cenart],
                Maxy = 42,
                Coordsys = AustinDownload.CoordsysOption.LL84,
            },
            request);
    }

    [Fact]
    public void Blank_and_unset_stay_apart()
    {
        Assert.True(EveryKind.TryRead(
            new Dictionary<string, FmeParameterValue> { ["TITLE"] = "t", ["COUNT"] = "", ["COMPRESS"] = "false", ["GRADE"] = "", ["NOTIFY"] = "Yes" },
            out EveryKind? request,
            out _));

        Assert.True(request.Count.IsBlank);
        Assert.True(request.Share.IsUnset);
        Assert.True(request.Grade.IsBlank);
        Assert.False(request.Compress.Value);
        Assert.True(request.Notify);
    }

    [Fact]
    public void All_that_does_not_fit_is_told_at_once()
    {
        Assert.False(EveryKind.TryRead(
            new Dictionary<string, FmeParameterValue>
            {
                ["COUNT"] = "ten",
                ["LEVEL"] = "99",
                ["SHARE"] = "0,5",
                ["NOTIFY"] = "maybe",
                ["GRADE"] = (string[])["1 st", "2<nd>"],
            },
            out EveryKind? request,
            out IReadOnlyList<FmeValidationError> problems));

        Assert.Null(request);
        Assert.Equal(
            [
                "COUNT: takes a whole number; 'ten' is not one.",
                "SHARE: takes a number, with a point for decimals; '0,5' is not one.",
                "NOTIFY: 'maybe' is not one of its options. Allowed: 'Yes', 'No'.",
                "GRADE: takes one value and was given 2.",
                "TITLE: has to be set: it is required and the workspace has no default for it.",
                "LEVEL: is 99; it has to be at most 9.",
            ],
            problems.Select(problem => problem.ToString()));
    }
}
