using System.Diagnostics.CodeAnalysis;
using FmeTyped.Generated;
using FmeTyped.Metadata;

namespace FmeTyped.Tests.Sample;

/// <summary>A workspace with one parameter of each kind and state.</summary>
public sealed record EveryKind : IFmeRequest<EveryKind>, IFmeDataDownloadRequest, IFmeDataStreamingRequest
{
    public string? Title { get; init; } = "t";

    public FmeList<string>? Files { get; init; }

    public FmeOptional<long> Count { get; init; }

    public long? Level { get; init; }

    public FmeOptional<double> Share { get; init; }

    public bool? Notify { get; init; }

    public FmeOptional<bool> Compress { get; init; }

    public FmeOptional<GradeOption> Grade { get; init; }

    public enum GradeOption
    {
        First = 17,
        Second = 42,
    }

    public static FmeWorkspaceDescriptor Descriptor { get; } = new("Måps & more", "every kind/1.fmw")
    {
        Parameters = [
            Parameters.Title, Parameters.Files, Parameters.Count, Parameters.Level, Parameters.Share, Parameters.Notify, Parameters.Compress, Parameters.Grade,
        ],
    };

    FmeWorkspaceDescriptor IFmeRequest.Descriptor => Descriptor;

    public static bool TryRead(
        IReadOnlyDictionary<string, FmeParameterValue> values,
        [NotNullWhen(true)] out EveryKind? request,
        out IReadOnlyList<FmeValidationError> errors) =>
        FmeRequestReading.TryRead(new FmeParameterReader(values), out request, out errors);

    static EveryKind IFmeRequest<EveryKind>.Read(FmeParameterReader reader) => new()
    {
        Title = reader.ReadText(Parameters.Title),
        Files = reader.ReadTexts(Parameters.Files),
        Count = reader.ReadIntegerOrBlank(Parameters.Count),
        Level = reader.ReadInteger(Parameters.Level),
        Share = reader.ReadFloatOrBlank(Parameters.Share),
        Notify = reader.ReadBoolean(Parameters.Notify),
        Compress = reader.ReadBooleanOrBlank(Parameters.Compress),
        Grade = reader.ReadOptionOrBlank<GradeOption>(Parameters.Grade),
    };

    void IFmeRequest.Write(FmeParameterWriter writer)
    {
        writer.WriteText(Parameters.Title, Title);
        writer.WriteTexts(Parameters.Files, Files);
        writer.WriteInteger(Parameters.Count, Count);
        writer.WriteInteger(Parameters.Level, Level);
        writer.WriteFloat(Parameters.Share, Share);
        writer.WriteBoolean(Parameters.Notify, Notify);
        writer.WriteBoolean(Parameters.Compress, Compress);
        writer.WriteOption(Parameters.Grade, Grade);
    }

    private static class Parameters
    {
        public static readonly FmeParameterDescriptor Title = new("TITLE", FmeParameterKind.Text) { MustBeSet = true };

        public static readonly FmeParameterDescriptor Files = new("SourceDataset_\"GML\"", FmeParameterKind.Text) { IsList = true, IsOptional = true };

        public static readonly FmeParameterDescriptor Count = new("COUNT", FmeParameterKind.Integer) { IsOptional = true, Default = "10" };

        public static readonly FmeParameterDescriptor Level = new("LEVEL", FmeParameterKind.Integer) { Minimum = 0, MinimumIsExclusive = true, Maximum = 9 };

        public static readonly FmeParameterDescriptor Share = new("SHARE", FmeParameterKind.Float) { IsOptional = true, Default = "0.5" };

        public static readonly FmeParameterDescriptor Notify = new("NOTIFY", FmeParameterKind.Boolean) { Choices = [new("Yes", "Yes", 1), new("No", "No", 2)] };

        public static readonly FmeParameterDescriptor Compress = new("COMPRESS", FmeParameterKind.Boolean)
        {
            IsOptional = true,
            Default = "true",
            Choices = [new("true", "true", 1), new("false", "false", 2)],
        };

        public static readonly FmeParameterDescriptor Grade = new("GRADE", FmeParameterKind.Choice)
        {
            IsOptional = true,
            Default = "1 st",
            Choices = [new("1 st", "First", 17), new("2<nd>", "Second", 42)],
        };
    }
}
