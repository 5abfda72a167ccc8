using System.Diagnostics.CodeAnalysis;
using System.Text;
using FmeTyped.Generated;
using FmeTyped.Metadata;

namespace FmeTyped.Tests.Requests;

/// <summary>A request with a parameter of every kind, in the form that generated code has.</summary>
internal sealed record Survey : IFmeRequest<Survey>
{
    public string? Title { get; init; }

    public FmeList<string>? Layers { get; init; }

    public FmeOptional<long> Count { get; init; }

    public double? Ratio { get; init; }

    public FmeOptional<Mode> Mode { get; init; }

    public FmeList<Mode>? Modes { get; init; }

    public bool? Clip { get; init; }

    public FmeCoordinateSystem? System { get; init; }

    public FmeConnectionName? Database { get; init; }

    public FmeFile? Source { get; init; }

    public FmeList<FmeFile>? Sources { get; init; }

    public FmeFolder? Output { get; init; }

    public FmeList<FmeFolder>? Outputs { get; init; }

    public FmeDateTime? Start { get; init; }

    public FmeDateTime? Day { get; init; }

    public FmeSecret? Password { get; init; }

    public FmeColor? Fill { get; init; }

    public FmeGeometry? Area { get; init; }

    public FmeGeometry? Outline { get; init; }

    public static FmeWorkspaceDescriptor Descriptor => Parameters.Descriptor;

    FmeWorkspaceDescriptor IFmeRequest.Descriptor => Parameters.Descriptor;

    public static bool TryRead(
        IReadOnlyDictionary<string, FmeParameterValue> values,
        [NotNullWhen(true)] out Survey? request,
        out IReadOnlyList<FmeValidationError> problems) =>
        FmeRequestReading.TryRead(new FmeParameterReader(values), out request, out problems);

    static Survey IFmeRequest<Survey>.Read(FmeParameterReader reader) => new()
    {
        Title = reader.ReadText(Parameters.Title),
        Layers = reader.ReadTexts(Parameters.Layers),
        Count = reader.ReadIntegerOrBlank(Parameters.Count),
        Ratio = reader.ReadFloat(Parameters.Ratio),
        Mode = reader.ReadOptionOrBlank<Mode>(Parameters.Mode),
        Modes = reader.ReadOptions<Mode>(Parameters.Modes),
        Clip = reader.ReadBoolean(Parameters.Clip),
        System = reader.ReadText(Parameters.System),
        Database = reader.ReadText(Parameters.Database),
        Source = reader.ReadFile(Parameters.Source),
        Sources = reader.ReadFiles(Parameters.Sources),
        Output = reader.ReadFolder(Parameters.Output),
        Outputs = reader.ReadFolders(Parameters.Outputs),
        Start = reader.ReadDateTime(Parameters.Start),
        Day = reader.ReadDateTime(Parameters.Day),
        Password = reader.ReadSecret(Parameters.Password),
        Fill = reader.ReadColor(Parameters.Fill),
        Area = reader.ReadGeometry(Parameters.Area),
        Outline = reader.ReadGeometry(Parameters.Outline),
    };

    private bool PrintMembers(StringBuilder builder) => FmeRequestReading.PrintMembers(this, builder);

    void IFmeRequest.Write(FmeParameterWriter writer)
    {
        writer.WriteText(Parameters.Title, Title);
        writer.WriteTexts(Parameters.Layers, Layers);
        writer.WriteInteger(Parameters.Count, Count);
        writer.WriteFloat(Parameters.Ratio, Ratio);
        writer.WriteOption(Parameters.Mode, Mode);
        writer.WriteOptions(Parameters.Modes, Modes);
        writer.WriteBoolean(Parameters.Clip, Clip);
        writer.WriteText(Parameters.System, System?.Name);
        writer.WriteText(Parameters.Database, Database?.Name);
        writer.WriteFile(Parameters.Source, Source);
        writer.WriteFiles(Parameters.Sources, Sources);
        writer.WriteFolder(Parameters.Output, Output);
        writer.WriteFolders(Parameters.Outputs, Outputs);
        writer.WriteDateTime(Parameters.Start, Start);
        writer.WriteDateTime(Parameters.Day, Day);
        writer.WriteSecret(Parameters.Password, Password);
        writer.WriteColor(Parameters.Fill, Fill);
        writer.WriteGeometry(Parameters.Area, Area);
        writer.WriteGeometry(Parameters.Outline, Outline);
    }

    private static class Parameters
    {
        private static readonly FmeChoice[] Choices = [new("fast", "Fast", 11), new("deep scan", "Deep", 22)];

        internal static readonly FmeParameterDescriptor Title = new("TITLE", FmeParameterKind.Text) { IsOptional = true };

        internal static readonly FmeParameterDescriptor Layers = new("LAYERS", FmeParameterKind.Text) { IsOptional = true, IsList = true };

        internal static readonly FmeParameterDescriptor Count = new("COUNT", FmeParameterKind.Integer) { IsOptional = true, Default = "5" };

        internal static readonly FmeParameterDescriptor Ratio = new("RATIO", FmeParameterKind.Float);

        internal static readonly FmeParameterDescriptor Mode = new("MODE", FmeParameterKind.Choice)
        {
            IsOptional = true,
            Default = "fast",
            OptionType = typeof(Mode),
            Choices = Choices,
        };

        internal static readonly FmeParameterDescriptor Modes = new("MODES", FmeParameterKind.Choice)
        {
            IsOptional = true,
            IsList = true,
            OptionType = typeof(Mode),
            Choices = Choices,
        };

        internal static readonly FmeParameterDescriptor Clip = new("CLIP", FmeParameterKind.Boolean)
        {
            Choices = [new("YES", "Yes", 1), new("NO", "No", 2)],
        };

        internal static readonly FmeParameterDescriptor System = new("SYSTEM", FmeParameterKind.CoordinateSystem) { IsOptional = true };

        internal static readonly FmeParameterDescriptor Database = new("DATABASE", FmeParameterKind.Connection) { IsOptional = true };

        internal static readonly FmeParameterDescriptor Source = new("SOURCE", FmeParameterKind.File) { IsOptional = true };

        internal static readonly FmeParameterDescriptor Sources = new("SOURCES", FmeParameterKind.File) { IsOptional = true, IsList = true };

        internal static readonly FmeParameterDescriptor Output = new("OUTPUT", FmeParameterKind.Folder) { IsOptional = true };

        internal static readonly FmeParameterDescriptor Outputs = new("OUTPUTS", FmeParameterKind.Folder) { IsOptional = true, IsList = true };

        internal static readonly FmeParameterDescriptor Start = new("START", FmeParameterKind.DateTime) { IsOptional = true };

        internal static readonly FmeParameterDescriptor Day = new("DAY", FmeParameterKind.DateTime) { DateTimeForm = FmeDateTimeForm.Date };

        internal static readonly FmeParameterDescriptor Password = new("PASSWORD", FmeParameterKind.Secret) { IsOptional = true };

        internal static readonly FmeParameterDescriptor Fill = new("FILL", FmeParameterKind.Color) { IsOptional = true };

        internal static readonly FmeParameterDescriptor Area = new("AREA", FmeParameterKind.Geometry) { IsOptional = true, GeometryEncoding = "geoJSON" };

        internal static readonly FmeParameterDescriptor Outline = new("OUTLINE", FmeParameterKind.Geometry) { GeometryEncoding = "wkt" };

        internal static readonly FmeWorkspaceDescriptor Descriptor = new("Samples", "survey.fmw")
        {
            Parameters =
            [
                Title, Layers, Count, Ratio, Mode, Modes, Clip, System, Database, Source, Sources, Output, Outputs, Start, Day, Password, Fill,
                Area, Outline,
            ],
        };
    }
}
