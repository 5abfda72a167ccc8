using FmeTyped.Tool.Servers;

namespace FmeTyped.Tool.Probing;

/// <summary>What a server answered, which the probes judge.</summary>
internal sealed record ServerFacts
{
    public required RawAnswer VersionWithoutToken { get; init; }

    public int? Build { get; init; }

    /// <summary>Version 3 of the REST API; null where the server has not got it.</summary>
    public ApiFacts? V3 { get; init; }

    public ApiFacts? V4 { get; init; }

    /// <summary>The addresses of version 4 by what they are for, as far as they are asked for nothing else.</summary>
    public required IReadOnlyDictionary<string, RawAnswer> Discovery { get; init; }

    /// <summary>An address of version 4 with a slash behind it.</summary>
    public required RawAnswer TrailingSlash { get; init; }

    public TimeSpan? ClockDifference { get; init; }

    /// <summary>The log of a job that has ended; null where there is none.</summary>
    public LogFacts? Log { get; init; }

    /// <summary>The job that was submitted for this; null where none was asked for.</summary>
    public JobFacts? Job { get; init; }

    public IEnumerable<ApiFacts> Apis => new[] { V3, V4 }.OfType<ApiFacts>();
}
