using CsCheck;
using FmeTyped.Schema.Model;
using FmeTyped.Schema.Naming;

namespace FmeTyped.Schema.Tests.Naming;

/// <summary>A name that callers have compiled against stays theirs when the workspace grows.</summary>
public class NameStabilityTests
{
    private static readonly Gen<string> Wire = Gen.OneOf(
        Gen.Const("layer_a"),
        Gen.OneOfConst("A", "a", "A-B", "A_B", "AB", "Ab", "1", "-1", "+1", "x y", "X.Y", "Descriptor", "Equals", "ThemesOption"),
        Gen.String[Gen.Char["abAB01_- :"], 1, 6]);

    private static readonly Gen<string[]> Values = Wire.HashSet[1, 12].Select(values => values.Order(StringComparer.Ordinal).ToArray());

    [Fact]
    public void Names_within_a_scope_differ() => Values.Sample(values =>
        MemberNames.OfOptions(Options(values), "ModeOption").Distinct(StringComparer.Ordinal).Count() == values.Length);

    [Fact]
    public void The_order_of_the_options_does_not_matter() => Gen.Select(Values, Gen.Int).Sample((values, seed) =>
    {
        string[] shuffled = [.. values];
        new Random(seed).Shuffle(shuffled);
        Assert.Equal(NamesOf(values), NamesOf(shuffled));
    });

    [Fact]
    public void An_option_that_wants_nobody_elses_name_renames_nobody() => Gen.Select(Values, Wire).Sample((values, added) =>
    {
        string wanted = CSharpIdentifier.FromOption(added, added);
        if (values.Contains(added) || values.Any(value => CSharpIdentifier.FromOption(value, value) == wanted))
        {
            return;
        }

        Dictionary<string, string> before = NamesOf(values);
        Dictionary<string, string> after = NamesOf([added, .. values]);
        Assert.All(before, name => Assert.Equal(name.Value, after[name.Key]));
    });

    [Fact]
    public void A_third_in_a_clash_renames_at_most_the_holder_of_the_plain_name() => Values.Sample(values =>
    {
        for (int i = 1; i < values.Length; i++)
        {
            Dictionary<string, string> before = NamesOf(values[..i]);
            Dictionary<string, string> after = NamesOf(values[..(i + 1)]);
            Assert.InRange(before.Count(name => after[name.Key] != name.Value), 0, 1);
        }
    });

    [Fact]
    public void The_number_of_an_option_depends_on_its_value_alone() => Gen.Select(Values, Wire).Sample((values, added) =>
    {
        Dictionary<string, int> before = NumbersOf(values);
        Dictionary<string, int> after = NumbersOf([added, .. values.Where(value => value != added)]);
        Assert.All(before, number => Assert.Equal(number.Value, after[number.Key]));
        Assert.DoesNotContain(0, before.Values);
    });

    [Fact]
    public void The_numbers_of_options_never_change()
    {
        // Compiled into callers: another number here is another option there.
        Dictionary<string, int> numbers = NumbersOf(["airports", "cenart", "EPSG:32614", ""]);
        Assert.Equal(1727530677, numbers["airports"]);
        Assert.Equal(1948490650, numbers["cenart"]);
        Assert.Equal(1485143747, numbers["EPSG:32614"]);
    }

    [Fact]
    public void Of_two_options_with_one_number_the_ordinally_later_one_gets_another()
    {
        Dictionary<string, int> numbers = NumbersOf(["roads", "layer53731", "layer17557"]);
        Assert.Equal(1920629116, numbers["layer17557"]);
        Assert.Equal(677333590, numbers["layer53731"]);
        Assert.Equal(NumbersOf(["roads"])["roads"], numbers["roads"]);
    }

    [Fact]
    public void A_parameter_gives_way_to_members_that_every_record_has()
    {
        var workspace = new Workspace("R", "report.fmw")
        {
            Parameters = EquatableArray.From(
                new Parameter("DESCRIPTOR", ParameterKind.Text),
                new Parameter("TO_STRING", ParameterKind.Text),
                new Parameter("REPORT", ParameterKind.Text),
                new Parameter("REPORT_PARAMETERS", ParameterKind.Text)),
        };

        MemberNames names = MemberNames.From(workspace, "Report");

        Assert.Equal("DescriptorParameter", names.Properties[0]);
        Assert.Equal("ToStringParameter", names.Properties[1]);
        Assert.Equal("ReportParameter", names.Properties[2]);
        Assert.StartsWith("ReportParameters_", names.Properties[3], StringComparison.Ordinal);
    }

    [Fact]
    public void Workspaces_that_differ_by_case_or_by_repository_spelling_get_names_that_differ()
    {
        WorkspaceIdentity[] workspaces =
        [
            new("My Repo", "report.fmw", null, null),
            new("My-Repo", "Report.fmw", null, null),
            new("My Repo", "REPORT.fmw", null, null),
        ];

        TypeNames names = TypeNames.Assign(workspaces, "App");

        string[] given = [.. workspaces.Select(workspace => names.From(new Workspace(workspace.Repository, workspace.Workspace)))
            .Select(name => $"{name.Namespace}.{name.Name}")];
        Assert.Equal(3, given.Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.All(given, name => Assert.StartsWith("App.Fme.MyRepo.Report", name, StringComparison.Ordinal));
    }

    private static Dictionary<string, string> NamesOf(string[] values) =>
        values.Zip(MemberNames.OfOptions(Options(values), "ModeOption")).ToDictionary(pair => pair.First, pair => pair.Second);

    private static Dictionary<string, int> NumbersOf(string[] values) =>
        values.Zip(OptionNumbers.From(Options(values).Choices)).ToDictionary(pair => pair.First, pair => pair.Second);

    private static Parameter Options(string[] values) => new("P", ParameterKind.Choice)
    {
        Choices = new EquatableArray<Choice>([.. values.Select(value => new Choice(value, value))]),
    };
}
