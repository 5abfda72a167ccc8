using FmeTyped.Generator.Tests.Harness;
using FmeTyped.Schema.Emission;
using FmeTyped.Schema.Model;
using FmeTyped.Schema.Naming;
using FmeTyped.Schema.Reading;

namespace FmeTyped.Generator.Tests;

public class WorkspaceGeneratorTests
{
    [Fact]
    public void The_workspaces_of_the_samples()
    {
        GeneratorRun run = GeneratorRun.From(File.ReadAllText(Repository.PathOf("workspaces.json")), """
            using App.Fme.Planning;
            using App.Fme.Samples;
            using FmeTyped;
            using static App.Fme.Planning.ParcelReport;
            using static App.Fme.Samples.AustinDownload;

            internal static class User
            {
                public static IFmeRequest Article() => new AustinDownload
                {
                    Themes = [ThemesOption.Airports, ThemesOption.Cenart],
                    Coordsys = CoordsysOption.LL84,
                    FormatGeneric = FormatGenericOption.Ogckml,
                    Maxy = 42,
                    BboxCoordsys = FmeBlank.Value,
                };

                public static IFmeRequest Own(PaperSizeOption? paper) => new ParcelReport
                {
                    ParcelId = "1021",
                    PaperSize = paper,
                    WithOwners = true,
                    Distance = 25,
                };

                public static IFmeRequest Blank() => new ParcelReport { ParcelId = "1021", PaperSize = FmeBlank.Value };

                public static IFmeRequest Text() => new AustinDownload { BboxCoordsys = "EPSG:4326" };
            }
            """);
        Snapshot.Verify(run);
    }

    // A file with characters beyond U+00FF takes another way.
    [Theory]
    [InlineData(1, "a")]
    [InlineData(200, "a")]
    [InlineData(200, "\u00FF")]
    [InlineData(200, "\u0100")]
    public void The_compiler_gets_the_whole_text_of_a_file_whatever_is_in_it(int parameters, string value)
    {
        string schema = Sample.From(
            Sample.Workspace("long.fmw", [.. Enumerable.Range(0, parameters).Select(number => Sample.Choice($"P{number}", value, "b"))]));
        Workspace workspace = Assert.Single(SchemaFileReader.Read(schema).Workspaces);

        GeneratorRun run = GeneratorRun.From(schema);

        string text = Assert.Single(run.Sources).Value;
        Assert.Equal(SourceFileEmitter.Emit(workspace, new TypeName("App.Fme.Test", "Long")), text);
        Assert.Contains($"<c>{value}</c>", text, StringComparison.Ordinal);
    }
}
