using FmeTyped.Metadata;
using FmeTyped.Tests.Requests;

namespace FmeTyped.Tests.Values;

public sealed class FmeFileTests
{
    private const string Path = "$(FME_SHAREDRESOURCE_DATA)/roads.gml";

    private static readonly FmeParameterDescriptor Source = new("SOURCE", FmeParameterKind.File);

    private static readonly FmeParameterDescriptor Sources = new("SOURCES", FmeParameterKind.File) { IsList = true };

    [Fact]
    public void A_path_on_the_server_is_sent_as_it_is() =>
        Assert.Equal(Path, TestRequest.SentOf(Source, (writer, parameter) => writer.WriteFile(parameter, FmeFile.OnServer(Path))).Text);

    [Fact]
    public void A_URL_is_sent_escaped() => Assert.Equal(
        "https://example.com/my%20roads.zip?key=1",
        TestRequest.SentOf(Source, (writer, parameter) => writer.WriteFile(parameter, FmeFile.FromUrl(new("https://example.com/my roads.zip?key=1")))).Text);

    [Fact]
    public void One_file_is_a_list_where_a_list_is_taken()
    {
        FmeParameterValue sent = TestRequest.SentOf(Sources, (writer, parameter) => writer.WriteFiles(parameter, FmeFile.OnServer(Path)));

        Assert.True(sent.IsList);
        Assert.Equal([Path], sent.Items);
    }

    [Fact]
    public void One_folder_is_a_list_where_a_list_is_taken() =>
        Assert.Equal(["data"], TestRequest.SentOf(Sources, (writer, parameter) => writer.WriteFolders(parameter, FmeFolder.OnServer("data"))).Items);

    [Fact]
    public void No_file_is_no_list()
    {
        FmeFile? none = null;

        Assert.Null((FmeList<FmeFile>?)none);
    }

    [Fact]
    public void A_file_of_this_machine_is_no_URL_for_the_server()
    {
        Assert.Throws<ArgumentException>(() => FmeFile.FromUrl(new("file:///data/roads.gml")));
        Assert.Throws<ArgumentException>(() => FmeFile.FromUrl(new("roads.gml", UriKind.Relative)));
        Assert.Throws<ArgumentException>(() => FmeFile.OnServer(""));
        Assert.Throws<ArgumentException>(() => FmeFolder.OnServer(""));
    }

    [Fact]
    public void A_URL_is_shown_without_what_can_be_secret()
    {
        Assert.Equal("https://example.com/a%20b.zip", FmeFile.FromUrl(new("https://me:pw@example.com/a b.zip?sig=secret")).ToString());
        Assert.Equal(Path, FmeFile.OnServer(Path).ToString());
    }

    [Fact]
    public void Files_are_compared_by_what_is_sent()
    {
        Assert.Equal(FmeFile.OnServer("https://example.com/a.zip"), FmeFile.FromUrl(new("https://example.com/a.zip")));
        Assert.NotEqual(FmeFile.OnServer("a"), FmeFile.OnServer("b"));
        Assert.Equal(FmeFolder.OnServer("a"), FmeFolder.OnServer("a"));
        Assert.Equal(FmeFolder.OnServer("a").GetHashCode(), FmeFolder.OnServer("a").GetHashCode());
    }

    [Fact]
    public void A_blank_entry_of_a_list_is_a_problem() => Assert.Equal(
        FmeValidationErrorKind.Blank,
        TestRequest.ProblemOf(Sources, (writer, parameter) => writer.WriteFiles(parameter, [FmeFile.OnServer(Path), FmeBlank.Value])).Kind);
}
