namespace FmeTyped.Tests.Files;

public sealed class ResourcePathTests
{
    [Theory]
    [InlineData("", "/", "")]
    [InlineData("/", "/", "")]
    [InlineData("a", "/a", "/a")]
    [InlineData("/a//b/", "/a/b", "/a/b")]
    [InlineData("Å & ö/x y.gml", "/Å & ö/x y.gml", "/%C3%85%20%26%20%C3%B6/x%20y.gml")]
    [InlineData("a?b#c%d", "/a?b#c%d", "/a%3Fb%23c%25d")]
    public void A_path_is_read_and_encoded(string path, string text, string escaped)
    {
        var place = ResourcePath.From("DATA", path);

        Assert.Equal((text, escaped), (place.Text, place.Escaped()));
        Assert.Equal("$(DATA)" + text, place.Macro);
        Assert.Equal("DATA" + text, place.ToString());
    }

    [Theory]
    [InlineData("..")]
    [InlineData("a/../b")]
    [InlineData("a/./b")]
    [InlineData("a\\..\\b")]
    [InlineData("a\r\nb")]
    [InlineData("a/ /b")]
    public void A_path_that_leads_elsewhere_is_refused(string path) => Assert.Throws<ArgumentException>(() => ResourcePath.From("DATA", path));

    [Theory]
    [InlineData("")]
    [InlineData("..")]
    [InlineData("A/B")]
    public void So_is_a_connection_that_is_none(string connection) => Assert.Throws<ArgumentException>(() => ResourcePath.From(connection, "a"));

    [Fact]
    public void The_text_form_of_an_upload_folder_is_read_back()
    {
        var folder = UploadedFolder.New(ResourcePath.From("FME_SHAREDRESOURCE_TEMP", "fmetyped"));

        Assert.True(UploadedFolder.TryParse(folder.ToString(), out UploadedFolder? read));
        Assert.Equal(folder, read);
    }

    // What is read will be deleted.
    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("FME_SHAREDRESOURCE_DATA")]
    [InlineData("FME_SHAREDRESOURCE_DATA/important")]
    [InlineData("FME_SHAREDRESOURCE_DATA/../0123456789abcdef0123456789abcdef")]
    [InlineData("FME_SHAREDRESOURCE_DATA/fmetyped/0123456789abcdef0123456789abcdef/")]
    [InlineData("/fmetyped/0123456789abcdef0123456789abcdef")]
    public void A_folder_that_this_library_cannot_have_made_is_refused(string? text) => Assert.False(UploadedFolder.TryParse(text, out _));

    [Fact]
    public void A_route_needs_a_connection_and_a_folder_that_can_be_some()
    {
        Assert.Throws<ArgumentException>(() => FmeUploadRoute.Connection("a/b"));
        Assert.Throws<ArgumentException>(() => FmeUploadRoute.Connection("DATA", "../x"));
        Assert.Equal(("FME_SHAREDRESOURCE_TEMP", "fmetyped"), (FmeUploadRoute.SharedTemporary.ConnectionName, FmeUploadRoute.SharedTemporary.Folder));
        Assert.Equal(("DATA", "x"), (FmeUploadRoute.Connection("DATA", "x").ConnectionName, FmeUploadRoute.Connection("DATA", "x").Folder));
        Assert.Null(FmeUploadRoute.DataUpload.ConnectionName);
    }
}
