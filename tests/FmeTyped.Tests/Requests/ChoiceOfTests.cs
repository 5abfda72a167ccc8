using FmeTyped.Metadata;

namespace FmeTyped.Tests.Requests;

public sealed class ChoiceOfTests
{
    private enum Format
    {
        Gml = 7,
        Shape = 9,
        Unpublished = 11,
    }

    private static readonly FmeWorkspaceDescriptor Workspace = new("Samples", "convert.fmw")
    {
        Parameters =
        [
            new("NAME", FmeParameterKind.Text),
            new("FORMAT", FmeParameterKind.Choice)
            {
                OptionType = typeof(Format),
                Choices = [new("GML", "OGC GML", 7), new("ESRISHAPE", "Esri Shape", 9)],
            },
        ],
    };

    [Fact]
    public void An_enum_member_leads_to_its_value_and_caption()
    {
        FmeChoice choice = Workspace.GetChoice(Format.Shape);

        Assert.Equal("ESRISHAPE", choice.Value);
        Assert.Equal("Esri Shape", choice.Caption);
    }

    [Fact]
    public void The_default_of_the_enum_is_no_option()
    {
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => Workspace.GetChoice(default(Format)));

        Assert.Contains("FORMAT was given the default of the enum", error.Message, StringComparison.Ordinal);
        Assert.Contains("'GML', 'ESRISHAPE'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_number_without_an_option_is_named() =>
        Assert.Contains("11", Assert.Throws<ArgumentOutOfRangeException>(() => Workspace.GetChoice(Format.Unpublished)).Message, StringComparison.Ordinal);

    [Fact]
    public void Another_enum_is_refused()
    {
        Assert.Contains(nameof(DayOfWeek), Assert.Throws<ArgumentException>(() => Workspace.GetChoice(DayOfWeek.Friday)).Message, StringComparison.Ordinal);
        Assert.Contains(
            nameof(Format),
            Assert.Throws<ArgumentException>(() => Workspace.FindParameter("FORMAT")!.GetChoice(DayOfWeek.Friday)).Message,
            StringComparison.Ordinal);
        Assert.Contains(
            "NAME has no enum",
            Assert.Throws<ArgumentException>(() => Workspace.FindParameter("NAME")!.GetChoice(DayOfWeek.Friday)).Message,
            StringComparison.Ordinal);
    }
}
