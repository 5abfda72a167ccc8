using CsCheck;
using FmeTyped.Schema.Naming;

namespace FmeTyped.Schema.Tests.Naming;

public class CSharpIdentifierTests
{
    [Theory]
    [InlineData("THEMES", "Themes")]
    [InlineData("BBOX_COORDSYS", "BboxCoordsys")]
    [InlineData("MAXY", "Maxy")]
    [InlineData("PARCEL_ID", "ParcelId")]
    [InlineData("SORT_BY", "SortBy")]
    [InlineData("SourceDataset_POSTGIS", "SourceDatasetPostgis")]
    [InlineData("DestDataset_SAFE.DOCUMENTPDF.DOCUMENTPDF", "DestDatasetSafeDocumentpdfDocumentpdf")]
    [InlineData("EMail", "EMail")]
    [InlineData("DON'T_MOSAIC", "DontMosaic")]
    [InlineData("Author’s name", "AuthorsName")]
    [InlineData("90's maps", "_90sMaps")]
    [InlineData("5'6", "_5_6")]
    [InlineData("'quoted' word'", "QuotedWord")]
    [InlineData("xMin", "XMin")]
    [InlineData("class", "Class")]
    [InlineData("2_layers", "_2Layers")]
    [InlineData("14-14N", "_14_14N")]
    [InlineData("Höjd kurvor", "HöjdKurvor")]
    [InlineData("区域", "区域")]
    [InlineData("***", "AsteriskAsteriskAsterisk")]
    [InlineData("☃", "U2603")]
    [InlineData("_", "Underscore")]
    [InlineData("", "Empty")]
    public void A_parameter_is_named_after_its_words(string wireName, string expected) =>
        Assert.Equal(expected, CSharpIdentifier.FromParameter(wireName));

    [Theory]
    [InlineData("austinDownload.fmw", "AustinDownload")]
    [InlineData("my report (v2).FMW", "MyReportV2")]
    [InlineData("3d.fmw", "_3d")]
    [InlineData(".fmw", "Empty")]
    public void A_workspace_is_named_after_its_file(string fileName, string expected) =>
        Assert.Equal(expected, CSharpIdentifier.FromWorkspace(fileName));

    [Theory]
    [InlineData("LL84", "WGS84", "LL84")]
    [InlineData("TX83-CF", "Texas", "TX83Cf")]
    [InlineData("EPSG:32614", "UTM", "Epsg32614")]
    [InlineData("Don't Mosaic", "", "DontMosaic")]
    [InlineData("SHP", "Esri Shape-fil", "Shp")]
    [InlineData("25", "Medium", "Medium")]
    [InlineData("5", "5 m", "_5")]
    [InlineData("0 1", "Oklassat", "Oklassat")]
    [InlineData("-1", "lower", "Minus1")]
    [InlineData("+1", "upper", "Plus1")]
    [InlineData("", "None", "None")]
    [InlineData("", "", "Empty")]
    public void An_option_is_named_after_its_value_or_else_its_caption(string value, string caption, string expected) =>
        Assert.Equal(expected, CSharpIdentifier.FromOption(value, caption));

    [Fact]
    public void Any_text_makes_a_valid_name_of_bounded_length() => Gen.String.Sample(text =>
    {
        string name = CSharpIdentifier.FromParameter(text);
        return CSharpIdentifier.IsValid(name) && name.Length <= 90;
    });
}
