using System.Diagnostics.CodeAnalysis;
using FmeTyped.Generated;
using FmeTyped.Metadata;

namespace FmeTyped.Testing.Tests;

/// <summary>A request as the generator makes it, cut to the parameters the article sets.</summary>
public sealed record AustinDownload : IFmeRequest<AustinDownload>, IFmeDataDownloadRequest, IFmeDataStreamingRequest
{
    private static readonly FmeParameterDescriptor ThemesParameter = new("THEMES", FmeParameterKind.Choice)
    {
        IsList = true,
        Choices =
        [
            new("airports", "airports", (int)ThemesOption.Airports),
            new("cenart", "cenart", (int)ThemesOption.Cenart),
            new("railroad", "railroad", (int)ThemesOption.Railroad),
            new("streetcl", "streetcl", (int)ThemesOption.Streetcl),
        ],
    };

    private static readonly FmeParameterDescriptor MaxyParameter = new("MAXY", FmeParameterKind.Float);

    public enum ThemesOption
    {
        Airports = 1727530677,
        Cenart = 1948490650,
        Railroad = 1124446277,
        Streetcl = 1720152083,
    }

    public static FmeWorkspaceDescriptor Descriptor { get; } = new("Samples", "austinDownload.fmw") { Parameters = [ThemesParameter, MaxyParameter] };

    FmeWorkspaceDescriptor IFmeRequest.Descriptor => Descriptor;

    public FmeList<ThemesOption>? Themes { get; init; }

    public double? Maxy { get; init; }

    public static bool TryRead(
        IReadOnlyDictionary<string, FmeParameterValue> values,
        [NotNullWhen(true)] out AustinDownload? request,
        out IReadOnlyList<FmeValidationError> errors) =>
        FmeRequestReading.TryRead(new FmeParameterReader(values), out request, out errors);

    static AustinDownload IFmeRequest<AustinDownload>.Read(FmeParameterReader reader) => new()
    {
        Themes = reader.ReadOptions<ThemesOption>(ThemesParameter),
        Maxy = reader.ReadFloat(MaxyParameter),
    };

    void IFmeRequest.Write(FmeParameterWriter writer)
    {
        writer.WriteOptions(ThemesParameter, Themes);
        writer.WriteFloat(MaxyParameter, Maxy);
    }
}
