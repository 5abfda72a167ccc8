using FmeTyped.Tool.Servers;

namespace FmeTyped.Tool.Probing;

/// <summary>The responses of a server, which the probes judge.</summary>
internal sealed record ServerFacts
{
    public required RawResponse VersionWithoutToken { get; init; }

    public int? Build { get; init; }

    /// <summary>Version 3 of the REST API; null if the server does not have it.</summary>
    public ApiFacts? V3 { get; init; }

    public ApiFacts? V4 { get; init; }

    /// <summary>Responses of version 4 that only one probe needs, by what they list.</summary>
    public required IReadOnlyDictionary<string, RawResponse> Discovery { get; init; }

    /// <summary>An address of version 4 with a trailing slash.</summary>
    public required RawResponse TrailingSlash { get; init; }

    public TimeSpan? ClockDifference { get; init; }

    /// <summary>The log of a job that has ended; null if there is none.</summary>
    public LogFacts? Log { get; init; }

    /// <summary>The job that was submitted for the probe; null if none was requested.</summary>
    public JobFacts? Job { get; init; }

    /// <summary>What came of asking version 4 for a job's end; null if the server has no such call, or if no job was submitted for it.</summary>
    public LongPollFacts? LongPoll { get; init; }

    /// <summary>The parameters that were seen, in both versions.</summary>
    public IEnumerable<SeenParameter> Parameters => Apis.SelectMany(api => api.SeenParameters);

    public IEnumerable<ApiFacts> Apis => new[] { V3, V4 }.OfType<ApiFacts>();
}
