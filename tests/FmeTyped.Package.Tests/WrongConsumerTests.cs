using FmeTyped.Package.Tests.Harness;

namespace FmeTyped.Package.Tests;

/// <summary>Each mistake is an error where it was made, and the message names it.</summary>
public class WrongConsumerTests(WrongConsumers consumers) : IClassFixture<WrongConsumers>
{
    [Fact]
    public void A_misspelt_parameter()
    {
        AssertErrorAt("Calls/MisspeltParameter.cs", "Maxyy", "CS0117", "'AustinDownload' does not contain a definition for 'Maxyy'");
    }

    [Fact]
    public void A_misspelt_option()
    {
        AssertErrorAt("Calls/MisspeltOption.cs", "LL48", "CS0117", "'AustinDownload.CoordsysOption' does not contain a definition for 'LL48'");
    }

    [Fact]
    public void An_option_of_another_parameter()
    {
        AssertErrorAt(
            "Calls/OptionOfAnotherParameter.cs",
            "FormatGenericOption.Acad",
            "CS0266",
            "'Calls.Fme.Samples.AustinDownload.FormatGenericOption' to 'Calls.Fme.Samples.AustinDownload.CoordsysOption?'");
    }

    [Fact]
    public void An_option_of_another_parameter_in_a_list()
    {
        AssertErrorAt(
            "Calls/OptionOfAnotherParameter.cs",
            "CoordsysOption.LL84",
            "CS0029",
            "'Calls.Fme.Samples.AustinDownload.CoordsysOption' to 'Calls.Fme.Samples.AustinDownload.ThemesOption'");
    }

    [Fact]
    public void A_number_for_an_option()
    {
        AssertErrorAt("Calls/NumberForAnOption.cs", "84", "CS0266", "'int' to 'Calls.Fme.Samples.AustinDownload.CoordsysOption?'");
    }

    [Fact]
    public void A_number_for_an_option_in_a_list()
    {
        AssertErrorAt("Calls/NumberForAnOption.cs", "929", "CS0029", "'int' to 'Calls.Fme.Samples.AustinDownload.ThemesOption'");
    }

    [Fact]
    public void A_missing_required_member()
    {
        AssertErrorAt("Calls/MissingRequiredMember.cs", "new()", "CS9035", "Required member 'ParcelReport.ParcelId' must be set");
    }

    [Fact]
    public void A_service_the_workspace_is_not_registered_for()
    {
        AssertErrorAt(
            "Calls/ServiceThatIsNotRegistered.cs",
            "report);",
            "CS1503",
            "cannot convert from 'Calls.Fme.Planning.ParcelReport' to 'FmeTyped.IFmeDataDownloadRequest'");
    }

    [Fact]
    public void No_mistake_has_a_second_error()
    {
        Assert.Equal(8, consumers.Errors.Count(error => error.Project == "Calls"));
    }

    [Fact]
    public void A_schema_file_that_is_not_JSON()
    {
        AssertErrorAt("BrokenJson/workspaces.json", "\"workspace\"", "FME0001", "a comma is missing");
        AssertOnlyErrorOf("BrokenJson");
    }

    [Fact]
    public void A_workspace_in_two_schema_files()
    {
        (int line, int column) = PlaceOf("Twice/other.workspaces.json", "\"austinDownload.fmw\"");
        AssertErrorAt("Twice/workspaces.json", "\"austinDownload.fmw\"", "FME0005", $"{consumers.PathOf("Twice", "other.workspaces.json")}({line},{column})");
        AssertOnlyErrorOf("Twice");
    }

    [Fact]
    public void A_C_sharp_version_that_is_too_low()
    {
        BuildError error = AssertOnlyErrorOf("OldCSharp");
        Assert.Equal("FME0011", error.Code);
        Assert.Contains("set LangVersion to 12 or higher", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_compiler_that_is_too_old()
    {
        BuildError error = AssertOnlyErrorOf("OldCompiler");
        Assert.Equal("net8.0/FmeTyped.targets", error.File);
        Assert.Contains("needs the C# compiler 4.8 or newer, and this build uses 4.7", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Requests_beside_the_generators_of_others()
    {
        AssertErrorAt("OneProject/Program.cs", "report)", "FME1001", "the validation generator does not see it");
        AssertErrorAt("OneProject/Program.cs", "typeof", "FME1001", "the System.Text.Json generator does not see it");
        Assert.Equal(2, consumers.Errors.Count(error => error.Project == "OneProject"));
    }

    [Fact]
    public void Values_and_URLs_in_an_app_whose_types_come_from_a_library()
    {
        AssertErrorAt("BindingsUser/Program.cs", "900", "FME1010", "DISTANCE of Planning/parcelReport.fmw takes at least 0 and at most 500");
        AssertErrorAt("BindingsUser/Program.cs", "\"\"", "FME1011", "PARCEL_ID of Planning/parcelReport.fmw may not be blank");
        AssertErrorAt("BindingsUser/Program.cs", "options.ServerUrl +", "FME1020", "Use its type Bindings.Fme.Planning.ParcelReport");
        AssertErrorAt("BindingsUser/Program.cs", "\"Planing\"", "FME1015", "Did you mean 'Planning'?");
        Assert.Equal(4, consumers.Errors.Count(error => error.Project == "BindingsUser"));
        Assert.DoesNotContain(consumers.Errors, error => error.Project == "Bindings");
    }

    [Fact]
    public void A_project_without_a_schema_file()
    {
        BuildError error = AssertOnlyErrorOf("NoSchema");
        Assert.Equal("FME0030", error.Code);
        Assert.Contains($"in {consumers.PathOf("NoSchema")}{Path.DirectorySeparatorChar}, and", error.Message, StringComparison.Ordinal);
    }

    /// <summary>There is one error at the culprit's place in the file, and it has the code and names the culprit.</summary>
    private void AssertErrorAt(string file, string culprit, string code, string message)
    {
        (int line, int column) = PlaceOf(file, culprit);
        BuildError error = Assert.Single(consumers.Errors, error => (error.File, error.Line, error.Column) == (file, line, column));
        Assert.Equal(code, error.Code);
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    private BuildError AssertOnlyErrorOf(string project) => Assert.Single(consumers.Errors, error => error.Project == project);

    /// <summary>Where a text first stands in a file, counted as the compiler counts.</summary>
    private (int Line, int Column) PlaceOf(string file, string text)
    {
        string[] lines = File.ReadAllLines(consumers.PathOf(file));
        int line = Array.FindIndex(lines, candidate => candidate.Contains(text, StringComparison.Ordinal));
        return (line + 1, lines[line].IndexOf(text, StringComparison.Ordinal) + 1);
    }
}
