namespace FmeTyped.Benchmarks.Orders;

/// <summary>Eight parameters with a colour and a date among them, as somebody writes them down by hand.</summary>
internal sealed class PlotDto
{
    public string? Style01 { get; init; }

    public string? Style02 { get; init; }

    public double? Width01 { get; init; }

    public double? Width02 { get; init; }

    public long? Count { get; init; }

    public string? Title { get; init; }

    public Rgb? Tint { get; init; }

    public DateOnly? Day { get; init; }
}

/// <summary>The same of forty parameters.</summary>
internal sealed class AtlasDto
{
    public string? Style01 { get; init; }

    public string? Style02 { get; init; }

    public string? Style03 { get; init; }

    public string? Style04 { get; init; }

    public string? Style05 { get; init; }

    public string? Style06 { get; init; }

    public string? Style07 { get; init; }

    public string? Style08 { get; init; }

    public string? Style09 { get; init; }

    public string? Style10 { get; init; }

    public double? Width01 { get; init; }

    public double? Width02 { get; init; }

    public double? Width03 { get; init; }

    public double? Width04 { get; init; }

    public double? Width05 { get; init; }

    public double? Width06 { get; init; }

    public double? Width07 { get; init; }

    public double? Width08 { get; init; }

    public double? Width09 { get; init; }

    public double? Width10 { get; init; }

    public long? Count01 { get; init; }

    public long? Count02 { get; init; }

    public long? Count03 { get; init; }

    public long? Count04 { get; init; }

    public long? Count05 { get; init; }

    public long? Count06 { get; init; }

    public long? Count07 { get; init; }

    public long? Count08 { get; init; }

    public long? Count09 { get; init; }

    public string? Title01 { get; init; }

    public string? Title02 { get; init; }

    public string? Title03 { get; init; }

    public string? Title04 { get; init; }

    public string? Title05 { get; init; }

    public string? Title06 { get; init; }

    public string? Title07 { get; init; }

    public string? Title08 { get; init; }

    public string? Title09 { get; init; }

    public Rgb? Tint { get; init; }

    public DateOnly? Day { get; init; }
}

/// <summary>A colour of three bytes.</summary>
internal readonly record struct Rgb(byte Red, byte Green, byte Blue);
