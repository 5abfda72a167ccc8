using System.Text.Json;
using FmeTyped.Generated;
using FmeTyped.Metadata;
using FmeTyped.Tests.Requests;

namespace FmeTyped.Tests.Values;

public sealed class LocalFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    // File, what lies beside it, and what is taken along.
    [Theory]
    [InlineData(
        "roads.shp", "roads.shx roads.dbf roads.prj roads.cpg roads.shp.xml roads.sbn", "roads.cpg roads.dbf roads.prj roads.sbn roads.shp.xml roads.shx")]
    [InlineData("roads.shp", "roads.SHX roads.Dbf roads.txt roads2.prj other.cpg", "roads.Dbf roads.SHX")]
    [InlineData("ROADS.SHP", "ROADS.SHX ROADS.DBF", "ROADS.DBF ROADS.SHX")]
    [InlineData("town.tab", "town.dat town.map town.id town.ind town.txt", "town.dat town.id town.ind town.map")]
    [InlineData("town.mif", "town.mid", "town.mid")]
    [InlineData("town.mif", "", "")]
    [InlineData("city.gml", "city.xsd city.gfs", "city.gfs city.xsd")]
    [InlineData("map.gpkg", "map.gpkg-wal", "map.gpkg-wal")]
    [InlineData("air.tif", "air.tfw air.tif.aux.xml air.tif.ovr air.wld air.jgw", "air.tfw air.tif.aux.xml air.tif.ovr air.wld")]
    [InlineData("air.jpg", "air.jgw air.jpg.aux.xml air.prj", "air.jgw air.jpg.aux.xml air.prj")]
    [InlineData("grid.flt", "grid.hdr grid.prj", "grid.hdr grid.prj")]
    [InlineData("table.dbf", "table.shp table.shx", "")]
    [InlineData("table.csv", "table.prj", "")]
    public void Siblings_are_taken_along(string name, string beside, string expected)
    {
        string path = _folder.Write([name, .. beside.Split(' ', StringSplitOptions.RemoveEmptyEntries)]);
        var local = new LocalFile(path);

        Assert.Null(local.FindProblem());
        Assert.Equal([name, .. expected.Split(' ', StringSplitOptions.RemoveEmptyEntries)], local.List().Select(file => file.Name));
    }

    [Theory]
    [InlineData("roads.shp", "", "names roads.shp without its .shx and .dbf", "beside the file")]
    [InlineData("roads.shp", "roads.dbf roads.prj", "names roads.shp without its .shx,", "beside the file")]
    [InlineData("roads.shp", "roads.shx other.dbf", "names roads.shp without its .dbf,", "beside the file")]
    [InlineData("roads.shx", "roads.shp roads.dbf", "names roads.shx, which is a part of roads.shp.", "Name that file")]
    [InlineData("town.mid", "town.mif", "names town.mid, which is a part of town.mif.", "Name that file")]
    [InlineData("grid.flt", "", "names grid.flt without its .hdr", "beside the file")]
    public void A_part_that_is_missing_is_a_problem_with_the_fix(string name, string beside, string problem, string fix)
    {
        string path = _folder.Write([name, .. beside.Split(' ', StringSplitOptions.RemoveEmptyEntries)]);

        FmeValidationError found = Assert.Single(new FileRequest { Source = FmeFile.FromPath(path) }.Validate());

        Assert.Equal((FmeValidationErrorKind.UnusableFile, "SOURCE"), (found.Kind, found.Parameter));
        Assert.StartsWith(problem, found.Message, StringComparison.Ordinal);
        Assert.Contains(fix, found.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("FmeFile", found.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("roads.shp")]
    [InlineData("roads.shx")]
    public void A_shapefile_as_one_stream_is_a_problem_that_names_the_zip(string name)
    {
        FmeValidationError found = Assert.Single(new FileRequest { Many = [FileRequest.FileOf(name, "")] }.Validate());

        Assert.Equal("MANY", found.Parameter);
        Assert.Contains("one zip file", found.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("beside", found.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_not_there_is_a_problem_before_anything_is_sent()
    {
        IReadOnlyList<FmeValidationError> problems = new FileRequest
        {
            Source = FmeFile.FromPath(_folder.PathOf("missing.gml")),
            Other = FmeFile.FromPath(_folder.Path),
            Many = [FmeFile.FromFolder(_folder.PathOf("missing"))],
            Folder = FmeFolder.FromPath(_folder.Path),
        }.Validate();

        Assert.Equal(["SOURCE", "OTHER", "MANY", "FOLDER"], problems.Select(problem => problem.Parameter));
        Assert.All(problems, problem => Assert.Equal(FmeValidationErrorKind.UnusableFile, problem.Kind));
        Assert.Contains("cannot be read", problems[0].Message, StringComparison.Ordinal);
        Assert.Contains("FmeFile.FromFolder", problems[1].Message, StringComparison.Ordinal);
        Assert.Contains("cannot be read", problems[2].Message, StringComparison.Ordinal);
        Assert.Contains("without any file", problems[3].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_something_holds_for_itself_is_a_problem()
    {
        string path = _folder.Write("locked.gml");
        using var held = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None);

        Assert.Equal(FmeValidationErrorKind.UnusableFile, Assert.Single(new FileRequest { Source = FmeFile.FromPath(path) }.Validate()).Kind);
    }

    [Theory]
    [InlineData("roads.gml", "roads.gml")]
    [InlineData("C:\\Users\\me\\roads.gml", "roads.gml")]
    [InlineData("../../etc/passwd", "passwd")]
    [InlineData("..", "file")]
    [InlineData("dir/", "file")]
    [InlineData("", "file")]
    [InlineData("a\r\nX-Evil: 1.gml", "a__X-Evil_ 1.gml")]
    [InlineData("a\"; filename=\"b.gml", "a_; filename=_b.gml")]
    [InlineData("Straße 🗺.gml", "Straße 🗺.gml")]
    [InlineData("nul\0.gml", "nul_.gml")]
    [InlineData("dots... ", "dots")]
    public void The_name_of_a_form_file_is_made_harmless(string sent, string name) =>
        Assert.Equal(name, FmeFile.FromFormFile(sent, () => Stream.Null).ToString());

    [Fact]
    public void A_long_name_of_a_form_file_keeps_its_end()
    {
        string name = FmeFile.FromFormFile(new string('a', 300) + ".gml", () => Stream.Null).ToString();

        Assert.Equal(255, name.Length);
        Assert.EndsWith("a.gml", name, StringComparison.Ordinal);
    }

    [Fact]
    public void Half_a_character_is_none()
    {
        Assert.Equal("half_.gml", FmeFile.FromFormFile("half\ud83d.gml", () => Stream.Null).ToString());
        Assert.Throws<ArgumentException>(() => FmeFile.FromStream("half\ud83d.gml", _ => new(Stream.Null)));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData(".")]
    [InlineData("..")]
    [InlineData("a/b.gml")]
    [InlineData("a\\b.gml")]
    [InlineData("a\"b.gml")]
    [InlineData("a\nb.gml")]
    [InlineData("a\u2028b.gml")]
    public void A_stream_needs_the_name_of_a_file(string name)
    {
        var error = Assert.Throws<ArgumentException>(() => FmeFile.FromStream(name, _ => new(Stream.Null)));

        Assert.DoesNotContain('\n', error.Message.Split(" (Parameter", 2)[0]);
    }

    [Fact]
    public void Files_of_this_machine_are_compared_by_value()
    {
        Func<CancellationToken, ValueTask<Stream>> open = _ => new(Stream.Null);

        Assert.Equal(FmeFile.FromPath("a/../b.gml"), FmeFile.FromPath("b.gml"));
        Assert.Equal(FmeFile.FromPath("b.gml").GetHashCode(), FmeFile.FromPath("b.gml").GetHashCode());
        Assert.NotEqual(FmeFile.FromPath("b.gml"), FmeFile.OnServer("b.gml"));
        Assert.NotEqual(FmeFile.FromPath("x/b.gml"), FmeFile.FromPath("y/b.gml"));
        Assert.Equal(FmeFile.FromStream("b.gml", open), FmeFile.FromStream("b.gml", open));
        Assert.NotEqual(FmeFile.FromStream("a.gml", open), FmeFile.FromStream("b.gml", open));
        Assert.Equal(FmeFolder.FromPath("b/"), FmeFolder.FromPath("b/"));
        Assert.NotEqual(FmeFolder.FromPath("b"), FmeFolder.OnServer("b"));
    }

    [Fact]
    public void They_are_shown_by_their_names_only()
    {
        var request = new FileRequest
        {
            Source = FmeFile.FromPath(_folder.PathOf("roads.gml")),
            Folder = FmeFolder.FromPath(_folder.PathOf("data/")),
            Many = FmeFile.FromFolder(_folder.PathOf("in")),
        };

        Assert.Equal("roads.gml", request.Source.ToString());
        Assert.Equal("data", request.Folder.ToString());
        Assert.Equal("in.zip", request.ToParameterValues()["MANY"].Text);
        Assert.Equal("roads.gml", request.ToParameterValues()["SOURCE"].Text);
    }

    [Fact]
    public void They_cannot_be_written_as_JSON()
    {
        var converter = new FmeRequestJsonConverter<Survey>();
        var options = new JsonSerializerOptions { Converters = { converter } };

        Assert.Contains(
            "UploadAsync",
            Assert.Throws<InvalidOperationException>(() => JsonSerializer.Serialize(FmeFile.FromPath("b.gml"))).Message,
            StringComparison.Ordinal);
        Assert.Contains(
            "'in'", Assert.Throws<InvalidOperationException>(() => JsonSerializer.Serialize(FmeFolder.FromPath("in"))).Message, StringComparison.Ordinal);
        Assert.Contains(
            "b.gml",
            Assert.Throws<InvalidOperationException>(() => JsonSerializer.Serialize(new Survey { Sources = FmeFile.FromPath("b.gml") }, options)).Message,
            StringComparison.Ordinal);
        Assert.Contains("b.gml", JsonSerializer.Serialize(new Survey { Sources = FmeFile.OnServer("b.gml") }, options), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_is_zipped_with_its_folders_and_the_zip_goes_with_its_stream()
    {
        _folder.Write("in/a.txt", "in/sub/b.txt", "in/sub/deep/c.txt");
        string[] before = Directory.GetFiles(Path.GetTempPath(), "fmetyped-*.zip");
        LocalContent file = Assert.Single(new LocalZip(_folder.PathOf("in")).List());

        Stream stream = await file.OpenAsync(TestContext.Current.CancellationToken);
        using (var zip = new System.IO.Compression.ZipArchive(stream))
        {
            Assert.Equal(["a.txt", "sub/b.txt", "sub/deep/c.txt"], zip.Entries.Select(entry => entry.FullName));
            using var reader = new StreamReader(zip.Entries[1].Open());
            Assert.Equal("in/sub/b.txt", await reader.ReadToEndAsync(TestContext.Current.CancellationToken));
        }

        Assert.Equal("in.zip", file.Name);
        Assert.Empty(Directory.GetFiles(Path.GetTempPath(), "fmetyped-*.zip").Except(before));
    }

    [Fact]
    public void Links_to_folders_are_not_followed()
    {
        _folder.Write("in/a.txt");
        Directory.CreateSymbolicLink(_folder.PathOf("in/circle"), _folder.PathOf("in"));

        Assert.Equal(["a.txt"], new LocalFolder(_folder.PathOf("in")).List().Select(file => file.Name));
    }
}
