using FmeTyped.Generated;
using FmeTyped.Metadata;

namespace FmeTyped.Tests.Requests;

public sealed class VisibilityTests
{
    private static readonly FmeParameterDescriptor Kind = new("KIND", FmeParameterKind.Text) { Default = "file" };

    private static readonly FmeParameterDescriptor Mode = new("MODE", FmeParameterKind.Choice)
    {
        Choices = [new("fast", "Fast", 11), new("deep scan", "Deep", 22)],
    };

    private static readonly FmeVisibility IsDatabase = FmeVisibility.WhenEquals("KIND", "database");

    private static readonly FmeVisibility IsDeep = FmeVisibility.WhenEquals("MODE", "deep scan");

    [Theory]
    [InlineData("database", 1)]
    [InlineData("file", 0)]
    [InlineData("", 0)]
    [InlineData(null, 0)]
    public void Only_what_is_visible_is_checked(string? kind, int problems) => Assert.Equal(problems, ProblemsOf(IsDatabase, kind));

    [Fact]
    public void An_unset_parameter_counts_with_its_default() => Assert.Equal(1, ProblemsOf(FmeVisibility.WhenEquals("KIND", "file"), kind: null));

    [Fact]
    public void A_parameter_left_blank_does_not_count_with_its_default()
    {
        Assert.Equal(0, ProblemsOf(FmeVisibility.WhenEquals("KIND", "file"), kind: ""));
        Assert.Equal(1, ProblemsOf(FmeVisibility.WhenEquals("KIND", ""), kind: ""));
    }

    [Fact]
    public void What_is_unset_and_has_no_default_is_blank()
    {
        var host = new FmeParameterDescriptor("HOST", FmeParameterKind.Text) { MustBeSet = true, Visibility = FmeVisibility.WhenEquals("MODE", "") };
        var mode = new FmeParameterDescriptor("MODE", FmeParameterKind.Text);

        Assert.Single(new TestRequest(writer => writer.WriteText(host, null), mode, host).Validate());
    }

    [Theory]
    [InlineData("10", 1, 0, 0)]
    [InlineData("9", 0, 0, 0)]
    [InlineData("9.0", 0, 0, 0)]
    [InlineData("-100", 0, 1, 0)]
    [InlineData("apple", 1, 0, 1)]
    [InlineData("$(FME_HOME)", 0, 1, 0)]
    [InlineData("", 0, 0, 0)]
    [InlineData(null, 1, 0, 1)] // "file", the default
    public void A_value_can_be_compared_and_matched(string? kind, int greater, int less, int matches)
    {
        Assert.Equal(greater, ProblemsOf(FmeVisibility.WhenGreater("KIND", "9"), kind));
        Assert.Equal(less, ProblemsOf(FmeVisibility.WhenLess("KIND", "9"), kind));
        Assert.Equal(matches, ProblemsOf(FmeVisibility.WhenMatches("KIND", "^[a-z]+$"), kind));
    }

    [Theory]
    [InlineData("$(FME_HOME)/a", 1)]
    [InlineData("/home/a", 0)]
    [InlineData("", 0)]
    public void A_value_that_refers_to_the_server_is_known_at_run_time_only(string kind, int problems) =>
        Assert.Equal(problems, ProblemsOf(FmeVisibility.WhenRuntimeValue("KIND"), kind));

    public static TheoryData<FmeVisibility> Undecidable =>
    [
        FmeVisibility.Undecidable("$phaseOfMoon"),
        FmeVisibility.Not(FmeVisibility.Undecidable("$phaseOfMoon")),
        FmeVisibility.WhenEquals("PRIVATE", "x"),
        FmeVisibility.Not(FmeVisibility.WhenEquals("PRIVATE", "x")),
        FmeVisibility.Not(FmeVisibility.WhenLess("PRIVATE", "5")),
        FmeVisibility.Not(FmeVisibility.WhenMatches("PRIVATE", "x")),
        FmeVisibility.Not(FmeVisibility.WhenMatches("KIND", "(")),
        FmeVisibility.Not(FmeVisibility.WhenMatches("KIND", "^(a+)+$")),
        FmeVisibility.Not(FmeVisibility.WhenRuntimeValue("PRIVATE")),
        FmeVisibility.AllOf(FmeVisibility.WhenEquals("KIND", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!"), FmeVisibility.Undecidable("$x")),
        FmeVisibility.AnyOf(FmeVisibility.WhenEquals("KIND", "b"), FmeVisibility.Undecidable("$x")),
    ];

    [Theory]
    [MemberData(nameof(Undecidable))]
    public void What_cannot_be_decided_demands_nothing_and_is_shown_in_forms(FmeVisibility visibility)
    {
        const string Kind = "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!";
        var workspace = new FmeWorkspaceDescriptor("R", "w.fmw")
        {
            Parameters = [new("KIND", FmeParameterKind.Text), new("HOST", FmeParameterKind.Text) { Visibility = visibility }],
        };

        Assert.Equal(0, ProblemsOf(visibility, Kind));
        Assert.True(workspace.IsVisible("HOST", new Dictionary<string, FmeParameterValue> { ["KIND"] = Kind }));
    }

    [Fact]
    public void What_decides_alone_needs_no_other_condition()
    {
        Assert.Equal(1, ProblemsOf(FmeVisibility.AnyOf(FmeVisibility.Undecidable("$x"), IsDatabase), "database"));
        Assert.Equal(1, ProblemsOf(FmeVisibility.Not(FmeVisibility.AllOf(FmeVisibility.Undecidable("$x"), IsDatabase)), "file"));
    }

    [Fact]
    public void Options_count_with_their_values()
    {
        Assert.Equal(1, ProblemsOf(IsDeep, mode: Requests.Mode.DeepScan));
        Assert.Equal(0, ProblemsOf(IsDeep, mode: Requests.Mode.Fast));
    }

    [Theory]
    [InlineData("database", Requests.Mode.DeepScan, 1, 1)]
    [InlineData("database", Requests.Mode.Fast, 1, 0)]
    [InlineData("file", Requests.Mode.DeepScan, 1, 0)]
    [InlineData("file", Requests.Mode.Fast, 0, 0)]
    public void Conditions_combine(string kind, Mode mode, int any, int all)
    {
        Assert.Equal(any, ProblemsOf(FmeVisibility.AnyOf(IsDatabase, IsDeep), kind, mode));
        Assert.Equal(all, ProblemsOf(FmeVisibility.AllOf(IsDatabase, IsDeep), kind, mode));
        Assert.Equal(1 - any, ProblemsOf(FmeVisibility.Not(FmeVisibility.AnyOf(IsDatabase, IsDeep)), kind, mode));
    }

    [Theory]
    [InlineData("database", 2)]
    [InlineData("file", 0)]
    public void A_condition_can_ask_whether_another_parameter_is_visible(string kind, int problems)
    {
        var host = new FmeParameterDescriptor("HOST", FmeParameterKind.Text) { MustBeSet = true, Visibility = IsDatabase };
        var port = new FmeParameterDescriptor("PORT", FmeParameterKind.Text) { MustBeSet = true, Visibility = FmeVisibility.WhenEnabled("HOST") };
        var request = new TestRequest(
            writer =>
            {
                writer.WriteText(Kind, kind);
                writer.WriteText(host, null);
                writer.WriteText(port, null);
            },
            Kind,
            host,
            port);

        Assert.Equal(problems, request.Validate().Count);
    }

    [Fact]
    public void A_condition_that_leads_back_to_itself_ends()
    {
        var one = new FmeParameterDescriptor("ONE", FmeParameterKind.Text) { MustBeSet = true, Visibility = FmeVisibility.WhenEnabled("TWO") };
        var two = new FmeParameterDescriptor("TWO", FmeParameterKind.Text) { Visibility = FmeVisibility.WhenEnabled("ONE") };
        var request = new TestRequest(
            writer =>
            {
                writer.WriteText(one, null);
                writer.WriteText(two, null);
            },
            one,
            two);

        Assert.Single(request.Validate());
    }

    [Fact]
    public void A_value_that_cannot_be_sent_meets_no_condition()
    {
        var ratio = new FmeParameterDescriptor("RATIO", FmeParameterKind.Float) { Visibility = IsDeep };
        var request = new TestRequest(
            writer =>
            {
                writer.WriteOption<Mode>(Mode, default(Mode));
                writer.WriteFloat(ratio, double.NaN);
            },
            Mode,
            ratio);

        Assert.Equal("MODE", Assert.Single(request.Validate()).Parameter);
    }

    [Theory]
    [InlineData("database", 1)]
    [InlineData("file", 0)]
    public void Reading_back_checks_only_what_is_visible_too(string kind, int problems)
    {
        var port = new FmeParameterDescriptor("PORT", FmeParameterKind.Integer) { Visibility = IsDatabase };
        var reader = new FmeParameterReader(new Dictionary<string, FmeParameterValue> { ["PORT"] = "many" });
        long? read = reader.ReadInteger(port);

        Assert.Null(read);
        Assert.Equal(problems, FmeRequestReading.Check(reader, new TestRequest(
            writer =>
            {
                writer.WriteText(Kind, kind);
                writer.WriteInteger(port, read);
            },
            Kind,
            port)).Count);
    }

    [Fact]
    public void A_form_can_ask_what_is_visible_with_its_values()
    {
        var workspace = new FmeWorkspaceDescriptor("Test", "test.fmw")
        {
            Parameters = [Kind, new("HOST", FmeParameterKind.Text) { Visibility = IsDatabase }],
        };

        Assert.False(workspace.IsVisible("HOST", new Dictionary<string, FmeParameterValue>()));
        Assert.True(workspace.IsVisible("HOST", new Dictionary<string, FmeParameterValue> { ["KIND"] = "database" }));
        Assert.True(workspace.IsVisible("KIND", new Dictionary<string, FmeParameterValue>()));
        Assert.True(workspace.IsVisible("UNKNOWN", new Dictionary<string, FmeParameterValue>()));
    }

    [Fact]
    public void A_condition_can_be_read_by_a_person() => Assert.Equal(
        "(KIND = 'database' and not (MODE is visible or MODE = 'deep scan'))",
        FmeVisibility.AllOf(IsDatabase, FmeVisibility.Not(FmeVisibility.AnyOf(FmeVisibility.WhenEnabled("MODE"), IsDeep))).ToString());

    // A request with one missing parameter, which is a problem where the condition holds.
    private static int ProblemsOf(FmeVisibility visibility, string? kind = null, Mode? mode = null)
    {
        var host = new FmeParameterDescriptor("HOST", FmeParameterKind.Text) { MustBeSet = true, Visibility = visibility };
        var blankableKind = new FmeParameterDescriptor("KIND", FmeParameterKind.Text) { IsOptional = true, Default = "file" };
        var request = new TestRequest(
            writer =>
            {
                writer.WriteText(blankableKind, kind);
                writer.WriteOption(Mode, mode);
                writer.WriteText(host, null);
            },
            blankableKind,
            Mode,
            host);
        return request.Validate().Count;
    }
}
