using System.Diagnostics.CodeAnalysis;
using FmeTyped.Generated;
using FmeTyped.Metadata;

namespace FmeTyped.Tests.Sample;

/// <summary>Written by hand in the form that the generator gives, so that the runtime's tests need no generator.</summary>
public sealed record AustinDownload : IFmeRequest<AustinDownload>, IFmeDataDownloadRequest, IFmeDataStreamingRequest
{
    public FmeList<ThemesOption>? Themes { get; init; }

    public CoordsysOption? Coordsys { get; init; }

    public double? Minx { get; init; }

    public double? Maxy { get; init; }

    public FmeCoordinateSystem? BboxCoordsys { get; init; }

    public enum ThemesOption
    {
        Airports = 1727530677,
        Cenart = 1948490650,
        Railroad = 1124446277,
        Streetcl = 1720152083,
    }

    public enum CoordsysOption
    {
        Epsg32614 = 1485143747,
        LL84 = 1411347519,
        TX83Cf = 1166061467,
    }

    public static FmeWorkspaceDescriptor Descriptor => Parameters.Descriptor;

    FmeWorkspaceDescriptor IFmeRequest.Descriptor => Parameters.Descriptor;

    public static bool TryRead(
        IReadOnlyDictionary<string, FmeParameterValue> values,
        [NotNullWhen(true)] out AustinDownload? request,
        out IReadOnlyList<FmeValidationError> errors) =>
        FmeRequestReading.TryRead(new FmeParameterReader(values), out request, out errors);

    static AustinDownload IFmeRequest<AustinDownload>.Read(FmeParameterReader reader) => new()
    {
        Themes = reader.ReadOptions<ThemesOption>(Parameters.Themes),
        Coordsys = reader.ReadOption<CoordsysOption>(Parameters.Coordsys),
        Minx = reader.ReadFloat(Parameters.Minx),
        Maxy = reader.ReadFloat(Parameters.Maxy),
        BboxCoordsys = reader.ReadText(Parameters.BboxCoordsys),
    };

    void IFmeRequest.Write(FmeParameterWriter writer)
    {
        writer.WriteOptions(Parameters.Themes, Themes);
        writer.WriteOption(Parameters.Coordsys, Coordsys);
        writer.WriteFloat(Parameters.Minx, Minx);
        writer.WriteFloat(Parameters.Maxy, Maxy);
        writer.WriteText(Parameters.BboxCoordsys, BboxCoordsys?.Name);
    }

    private static class Parameters
    {
        public static readonly FmeParameterDescriptor Themes = new("THEMES", FmeParameterKind.Choice)
        {
            IsList = true,
            Default = (FmeList<string>)["airports"],
            Choices =
            [
                new("airports", "airports", 1727530677),
                new("cenart", "cenart", 1948490650),
                new("railroad", "railroad", 1124446277),
                new("streetcl", "streetcl", 1720152083),
            ],
        };

        public static readonly FmeParameterDescriptor Coordsys = new("COORDSYS", FmeParameterKind.Choice)
        {
            Default = "LL84",
            Choices =
            [
                new("EPSG:32614", "UTM-WGS 1984 datum, Zone 14 North", 1485143747),
                new("LL84", "WGS84 datum, Latitude-Longitude; Degrees [EPSG #4326]", 1411347519),
                new("TX83-CF", "NAD83 Texas State Planes, Central Zone", 1166061467),
            ],
        };

        public static readonly FmeParameterDescriptor Minx = new("MINX", FmeParameterKind.Float) { Default = "-100" };

        public static readonly FmeParameterDescriptor Maxy = new("MAXY", FmeParameterKind.Float) { Default = "35" };

        public static readonly FmeParameterDescriptor BboxCoordsys =
            new("BBOX_COORDSYS", FmeParameterKind.CoordinateSystem) { Default = "LL84", IsOptional = true };

        public static readonly FmeWorkspaceDescriptor Descriptor = new("Samples", "austinDownload.fmw")
        {
            Title = "City of Austin: Data Download",
            Parameters = [Themes, Coordsys, Minx, Maxy, BboxCoordsys],
        };
    }
}
