using FmeTyped.Generated;
using FmeTyped.Metadata;

namespace FmeTyped.Tests.Requests;

/// <summary>Files of this machine beside names and texts, as a form posts them.</summary>
public class ReadFilesTests
{
    private static readonly FmeParameterDescriptor One = new("ONE", FmeParameterKind.File);
    private static readonly FmeParameterDescriptor Many = new("MANY", FmeParameterKind.File) { IsList = true };
    private static readonly FmeFile A = FileRequest.FileOf("a.csv", "a");
    private static readonly FmeFile B = FileRequest.FileOf("b.csv", "b");

    [Fact]
    public void A_file_stands_in_the_place_of_a_text()
    {
        FmeParameterReader reader = Reader(("ONE", [A]), ("MANY", [A, B]));

        Assert.Same(A, reader.ReadFile(One));
        Assert.Equal([A, B], reader.ReadFiles(Many)!);
    }

    [Fact]
    public void Without_files_the_text_is_a_path_on_the_server() =>
        Assert.Equal(FmeFile.OnServer("x"), Reader().ReadFile(One));

    [Fact]
    public void Two_files_for_a_parameter_that_takes_one_are_an_error()
    {
        bool fits = FmeRequestReading.TryRead(
            new FmeWorkspaceDescriptor("R", "w.fmw") { Parameters = [One] }, Reader(("ONE", [A, B])), out _, out IReadOnlyList<FmeValidationError> errors);

        Assert.False(fits);
        Assert.Equal("ONE: takes one file and was given 2.", Assert.Single(errors).ToString());
    }

    [Theory]
    [InlineData("fmedatadownload", true)]
    [InlineData("fmejobsubmitter", false)]
    public void A_request_by_descriptor_can_be_downloaded_if_the_workspace_can(string service, bool expected)
    {
        var workspace = new FmeWorkspaceDescriptor("R", "w.fmw") { Services = [service], Parameters = [One] };

        Assert.True(FmeRequestReading.TryRead(workspace, Reader(), out IFmeRequest? request, out _));
        Assert.Equal(expected, request is IFmeDataDownloadRequest);
    }

    private static FmeParameterReader Reader(params (string Name, FmeList<FmeFile> Files)[] files) =>
        new(new Dictionary<string, FmeParameterValue> { ["ONE"] = "x", ["MANY"] = "x" }, files.ToDictionary(file => file.Name, file => file.Files));
}
