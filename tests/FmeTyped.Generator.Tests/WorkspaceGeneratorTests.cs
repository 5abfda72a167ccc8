using FmeTyped.Generator.Tests.Harness;
using FmeTyped.Tests.Shared;

namespace FmeTyped.Generator.Tests;

public class WorkspaceGeneratorTests
{
    [Fact]
    public void The_workspaces_of_the_samples()
    {
        GeneratorRun run = GeneratorRun.Of(File.ReadAllText(Repository.PathOf("workspaces.json")), """
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
                    BboxCoordsys = FmeOptional.Blank,
                };

                public static IFmeRequest Own(PaperSizeOption? paper) => new ParcelReport
                {
                    ParcelId = "1021",
                    PaperSize = paper,
                    WithOwners = true,
                    Distance = 25,
                };

                public static IFmeRequest Blank() => new ParcelReport { ParcelId = "1021", PaperSize = FmeOptional.Blank };

                public static IFmeRequest Text() => new AustinDownload { BboxCoordsys = "EPSG:4326" };
            }
            """);
        Snapshot.Verify(run);
    }
}
