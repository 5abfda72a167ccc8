using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using FmeTyped.Tool.Recording;
using FmeTyped.Tool.Servers;

namespace FmeTyped.Tool.Probing;

/// <summary>What a recording shows of a server. It has what some client asked for, so that what it lacks says nothing about the server.</summary>
internal static partial class RecordedFacts
{
    // The other entries are about requests that no client sends, or about what a server does not have.
    private static readonly HashSet<string> Decidable =
    [
        "A008", "A009", "A010", "A011", "A015", "A016", "A027", "A032", "A041", "A060", "A095", "A096", "A110", "A180",
    ];

    private static readonly RawResponse NotSeen = new(0, null);

    /// <summary>Judges the ledger by a recording.</summary>
    public static IReadOnlyList<(Probe Probe, Finding Finding)> Judge(ServerFacts facts, bool hasValues) =>
    [
        .. Probes.All.Select(probe => (probe, OrUnknown(Decidable.Contains(probe.Id) ? probe.Find(facts) : null))),
        .. ParameterProbes.All.Select(probe => (probe, hasValues
            ? OrUnknown(probe.Find(facts))
            : Finding.Unknown("values are masked in the recording; record with --with-values"))),
    ];

    public static ServerFacts Read(RecordedExchanges recording)
    {
        RecordedExchange[] gets = [.. recording.Exchanges.Where(exchange => exchange is { Method: "GET", Status: not null, BrokenOff: null })];
        RecordedExchange[] versions = [.. gets.Where(exchange => exchange.Path == "/fmeinfo/version")];
        long? build = versions.Select(version => version.ResponseJson?.NumberOf("buildNumber")).FirstOrDefault(number => number is > 0 and < int.MaxValue);
        RecordedExchange? sample = gets.FirstOrDefault(exchange => V4Workspace().IsMatch(exchange.Path));
        return new ServerFacts
        {
            VersionWithoutToken = versions.FirstOrDefault(IsAnonymous) is { } anonymous ? ResponseOf(anonymous) : NotSeen,
            Build = (int?)build,
            V3 = ReadApi(ApiAddresses.V3, "/fmerest/v3/", V3Job(), gets, recording.HasValues) is { } v3
                ? v3 with { Workspace = sample is null ? null : FindSameWorkspace(gets, sample) }
                : null,
            V4 = ReadApi(ApiAddresses.V4, "/fmeapiv4/", V4Job(), gets, recording.HasValues) is { } v4
                ? v4 with { Workspace = sample is null ? null : ResponseOf(sample) }
                : null,
            Discovery = new Dictionary<string, RawResponse>(),
            TrailingSlash = NotSeen,
            Log = LogFacts.From(gets.Where(exchange => exchange.Status == 200 && Log().IsMatch(exchange.Path)).SelectMany(LinesOf)),
            LongPoll = ReadLongPoll(recording.Exchanges),
        };
    }

    // What the probes say of a server that they asked does not fit a recording.
    private static Finding OrUnknown(Finding? finding) =>
        finding is null or { Verdict: Verdict.CannotTell } ? Finding.Unknown("the recording does not show it") : finding;

    private static ApiFacts? ReadApi(ApiAddresses addresses, string root, Regex job, RecordedExchange[] gets, bool hasValues)
    {
        RecordedExchange[] own = [.. gets.Where(exchange => exchange.Path.StartsWith(root, StringComparison.Ordinal))];
        if (!own.Any(exchange => ResponseOf(exchange).IsSuccess))
        {
            return null;
        }

        (string Id, RecordedExchange Exchange)[] records =
        [
            .. from exchange in own
               let match = job.Match(exchange.Path)
               where match.Success && exchange.Status == 200
               select (match.Groups[1].Value, exchange),
        ];
        RecordedExchange? unfinished = records.Select(record => record.Exchange).FirstOrDefault(IsUnfinished);
        RecordedExchange? finished = records.Select(record => record.Exchange).LastOrDefault(record => !IsUnfinished(record));
        return new ApiFacts(addresses.Version)
        {
            WrongToken = NotSeen,
            FirstRepository = NotSeen,
            SecondRepository = NotSeen,
            NoRepositories = NotSeen,
            Tokens = Find(own, exchange => exchange.Target == addresses.Tokens.ToString(CultureInfo.InvariantCulture)) ?? NotSeen,
            Finished = Find(own, exchange => exchange.Target == addresses.Finished.ToString(CultureInfo.InvariantCulture)) ?? NotSeen,
            FinishedJob = finished is null ? null : ResponseOf(finished),
            UnfinishedJob = unfinished is null ? null : ResponseOf(unfinished),
            UnfinishedResult = FindEarlyResult(own, records),
            Parameters = Find(own, exchange => Parameters().IsMatch(exchange.Path)),
            File = Find(own, exchange => V4WorkspaceFile().IsMatch(exchange.Path)
                || V3Item().IsMatch(exchange.Path) && exchange.Target.EndsWith("?accept=contents", StringComparison.Ordinal)),
            SeenParameters = hasValues
                ? [.. SeenParameter.From(own.Where(exchange => Parameters().IsMatch(exchange.Path)).SelectMany(exchange => ResponseOf(exchange).Items ?? []),
                    [.. records.Select(record => record.Exchange).SelectMany(exchange => SeenParameter.ParametersOf(ResponseOf(exchange)))])]
                : [],
        };
    }

    // The result of a job that had not ended before, and not after.
    private static RawResponse? FindEarlyResult(RecordedExchange[] own, (string Id, RecordedExchange Exchange)[] records)
    {
        foreach (RecordedExchange result in own.Where(exchange => Result().IsMatch(exchange.Target)))
        {
            string id = Result().Match(result.Target).Groups[1].Value;
            int index = Array.IndexOf(own, result);
            (string, RecordedExchange Exchange)[] same = [.. records.Where(record => record.Id == id)];
            if (same.LastOrDefault(record => Array.IndexOf(own, record.Exchange) < index).Exchange is { } before
                && same.FirstOrDefault(record => Array.IndexOf(own, record.Exchange) > index).Exchange is { } after
                && IsUnfinished(before)
                && IsUnfinished(after))
            {
                return ResponseOf(result);
            }
        }

        return null;
    }

    private static RawResponse? FindSameWorkspace(RecordedExchange[] gets, RecordedExchange v4)
    {
        string[] names = v4.Path.Split('/');
        return Find(gets, exchange => exchange.Target == $"/fmerest/v3/repositories/{names[^2]}/items/{names[^1]}");
    }

    private static LongPollFacts? ReadLongPoll(IEnumerable<RecordedExchange> exchanges)
    {
        LongPollFacts[] all =
        [
            .. from exchange in exchanges
               where LongPoll().IsMatch(exchange.Target)
               let response = exchange.BrokenOff is null && exchange.Status is not null ? ResponseOf(exchange) : null
               let id = long.Parse(LongPoll().Match(exchange.Target).Groups[1].Value, CultureInfo.InvariantCulture)
               where response is not null || exchange.BrokenOff == BrokenOff.ByServer
               select new LongPollFacts(
                   response is not null && WasUnfinished(exchange, response),
                   response?.Status,
                   response is not null && LongPollFacts.IsEndOf(response, id),
                   IsCut: response is null),
        ];
        return all.FirstOrDefault(poll => poll.IsEnd && poll.WasUnfinished) ?? all.FirstOrDefault(poll => !poll.IsEnd) ?? all.FirstOrDefault();
    }

    // By the server's clock, which tells seconds: the job ended a second or more after it was asked about.
    private static bool WasUnfinished(RecordedExchange exchange, RawResponse response) =>
        response.Find("timeFinished") is { ValueKind: JsonValueKind.String } finished
        && DateTimeOffset.TryParse(finished.GetString(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset end)
        && exchange.ResponseHeaders.FirstOrDefault(header => header.Name == "Date").Value is { } date
        && DateTimeOffset.TryParse(date, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset responded)
        && end - (responded - exchange.Duration) >= TimeSpan.FromSeconds(1);

    private static RawResponse? Find(RecordedExchange[] exchanges, Func<RecordedExchange, bool> isIt) =>
        Array.Find(exchanges, exchange => isIt(exchange)) is { } found ? ResponseOf(found) : null;

    private static RawResponse ResponseOf(RecordedExchange exchange) => new(exchange.Status!.Value, exchange.ResponseJson);

    private static bool IsUnfinished(RecordedExchange exchange) => ApiFacts.IsUnfinished(ResponseOf(exchange));

    private static bool IsAnonymous(RecordedExchange exchange) =>
        !exchange.Target.Contains('?', StringComparison.Ordinal)
        && !exchange.RequestHeaders.Any(header => header.Name.Equals("Authorization", StringComparison.OrdinalIgnoreCase)
            || header.Name.Equals("Cookie", StringComparison.OrdinalIgnoreCase));

    private static IEnumerable<string> LinesOf(RecordedExchange exchange) =>
        exchange.ResponseJson is null ? exchange.ResponseText?.Split('\n').Where(line => line.Trim().Length > 0) ?? [] : [];

    [GeneratedRegex("^/fmerest/v3/transformations/jobs/id/([0-9]{1,18})$")]
    private static partial Regex V3Job();

    [GeneratedRegex("^/fmeapiv4/jobs/([0-9]{1,18})$")]
    private static partial Regex V4Job();

    [GeneratedRegex("/jobs/(?:id/)?([0-9]{1,18})/result$")]
    private static partial Regex Result();

    [GeneratedRegex("^/fmeapiv4/jobs/([0-9]{1,18})/result[?](?:.*&)?longPoll=true")]
    private static partial Regex LongPoll();

    [GeneratedRegex("/jobs/(?:id/)?[0-9]+/log$")]
    private static partial Regex Log();

    [GeneratedRegex("^/fmeapiv4/workspaces/[^/]+/[^/]+$")]
    private static partial Regex V4Workspace();

    [GeneratedRegex("^/fmeapiv4/workspaces/[^/]+/[^/]+/download$")]
    private static partial Regex V4WorkspaceFile();

    [GeneratedRegex("^/fmerest/v3/repositories/[^/]+/items/[^/]+$")]
    private static partial Regex V3Item();

    [GeneratedRegex("^/fmerest/v3/repositories/[^/]+/items/[^/]+/parameters$|^/fmeapiv4/workspaces/[^/]+/[^/]+/parameters$")]
    private static partial Regex Parameters();
}
