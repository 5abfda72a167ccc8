using System.Globalization;
using System.Text.Json;
using FmeTyped.Schema.Facts;
using FmeTyped.Tool.Servers;
using static FmeTyped.Tool.Probing.Finding;

namespace FmeTyped.Tool.Probing;

/// <summary>The assumptions of the ledger that can be verified by reading, or with one job.</summary>
internal static class Probes
{
    private const string NoJobYet = "no job has ended; run with --workspace";
    private const string NeedsAJob = "this needs a job; run with --workspace";
    private const string NeedsBoth = "the server does not have both versions";
    private const string NoSample = "the token's user sees no workspace";

    public static IReadOnlyList<Probe> All { get; } =
    [
        new("A001", "unknown parameter names are accepted and ignored", UnknownName),
        new("A002", "the token is checked before anything else", TokenFirst),
        new("A008", "a job's record leaves out what the job has not reached", UnreachedTimes),
        new("A009", "result and log are not found before they exist", EarlyResult),
        new("A010", "the format of log lines", LogLines),
        new("A011", "a page has 100 items, newest jobs first", Pages),
        new("A015", "a job's record contains its parameters as they were sent", RepeatedParameters),
        new("A016", "times without a zone are UTC", Times),
        new("A024", "the builds for which version 4 is used", SameJobInBoth),
        new("A027", "the version is available without a token", OpenVersion),
        new("A030", "what a build has", BuildHas),
        new("A032", "parameter records of version 4", V4Parameters),
        new("A034", "what a filter finds", Filter),
        new("A041", "the list of tokens, and tokens that never expire", TokenList),
        new("A060", "an unknown directive is harmless, and appears in the job's record", Directive),
        new("A061", "when a submission that cannot be found did not arrive", Arrival),
        new("A062", "the lists of jobs show every job that the token's user submitted", ShownInList),
        new("A063", "the unit of a job's peak memory", PeakMemory),
        new("A083", "the record of a download says where its result is", DownloadAddress),
        new("A090", "version 3 lists no workspaces of all repositories, and has no filter", V3Filter),
        new("A091", "`limit` and `offset` page the lists of both versions; a page with another offset is the whole list", Paging),
        new("A092", "discovery and tokens use version 4 from build 25606", Discovery),
        new("A095", "in version 3 the workspace file is the item itself, requested with `accept=contents`", WorkspaceFile),
        new("A096", "version 3 has no list of queues or tokens", V3Tokens),
        new("A110", "the services of a version 4 record are those of version 3 under other names", Services),
        new("A180", "waiting for a job's result in version 4", HeldResult),
    ];

    private static Finding UnknownName(ServerFacts facts) => facts.Job switch
    {
        null => Unknown(NeedsAJob),
        { IsUnknownNameTaken: true } => Holds("a submission with an unknown parameter name was accepted"),
        _ => Fails("a submission with an unknown parameter name was refused with 422, and accepted without it"),
    };

    private static Finding TokenFirst(ServerFacts facts) => Each(facts, api => api.WrongToken.Status switch
    {
        401 => Holds("401 to a wrong token, for a repository that does not exist"),
        404 or 422 => Fails($"{api.WrongToken.Status} to a wrong token, for a repository that does not exist"),
        var other => Unknown($"{other} to a wrong token"),
    });

    private static Finding UnreachedTimes(ServerFacts facts) => Each(facts, api => api.UnfinishedJob switch
    {
        null => Unknown("no job was queued or running"),
        { Json: { } record } when record.TryGetProperty("timeFinished", out JsonElement time) =>
            Fails(time.ValueKind == JsonValueKind.Null ? "timeFinished is null before the end" : "timeFinished exists before the end"),
        _ => Holds("timeFinished is missing before the end"),
    });

    private static Finding EarlyResult(ServerFacts facts) => Each(facts, api => api.UnfinishedResult?.Status switch
    {
        null => Unknown("no job was queued or running"),
        404 => Holds("404 to the result before the end"),
        var other => Fails($"{other} to the result before the end"),
    });

    private static Finding LogLines(ServerFacts facts) => facts.Log switch
    {
        null => Unknown(NoJobYet),
        { } log when log.LinesWithBars * 2 >= log.Lines => Holds($"{log.LinesWithBars} of {log.Lines} lines of a log have the bars"),
        var log => Fails($"only {log.LinesWithBars} of {log.Lines} lines of a log have the bars"),
    };

    private static Finding Pages(ServerFacts facts) => Each(facts, api =>
    {
        if (api.Finished.Items is not { Count: > 1 } jobs)
        {
            return Unknown("fewer than two jobs have ended");
        }

        bool isSorted = api.Version == 3
            ? IsDescending(jobs.Select(job => job.NumberOf("id") ?? 0))
            : IsDescending(jobs.Select(job => TimeOf(job, "timeFinished")?.UtcTicks ?? long.MaxValue));
        return !isSorted ? Fails("the jobs that have ended are not listed newest first")
            : api.Finished.TotalCount is not { } total || total <= jobs.Count ? Unknown($"newest first, and all {jobs.Count} jobs fit on a page")
            : jobs.Count == 100 ? Holds("a page without a limit has 100 jobs, newest first")
            : Fails($"a page without a limit has {jobs.Count} jobs");
    });

    private static Finding RepeatedParameters(ServerFacts facts) => Each(facts, api =>
    {
        if (api.FinishedJob is not { IsSuccess: true } record)
        {
            return Unknown(NoJobYet);
        }

        if (api.Version == 4)
        {
            return record.Find("publishedParameters") is { ValueKind: JsonValueKind.Object }
                ? Holds("names and values")
                : Fails("a record has no object publishedParameters");
        }

        JsonElement[] parameters = record.Find("request", "publishedParameters") is { ValueKind: JsonValueKind.Array } list ? [.. list.EnumerateArray()] : [];
        int good = parameters.Count(parameter => parameter.TextOf("name") is not null && parameter.FindMember("value") is not null);
        int raw = parameters.Count(parameter => parameter.FindMember("raw") is not null);
        return parameters.Length == 0 ? Fails("a record contains no parameters")
            : good == parameters.Length ? Holds($"{good} of {good} have name and value")
            : Fails($"{good} of {parameters.Length} have name and value, {raw} have raw");
    });

    private static Finding Times(ServerFacts facts) => Each(facts, api =>
    {
        if (api.FinishedJob?.Find("timeQueued") is not { ValueKind: JsonValueKind.String } queued || queued.GetString() is not { Length: > 0 } text)
        {
            return Unknown(NoJobYet);
        }

        if (text.EndsWith('Z') || text.LastIndexOfAny(['+', '-']) > text.IndexOf('T', StringComparison.Ordinal))
        {
            return Holds("times have a zone, so the assumption is not needed");
        }

        return facts.Job is null || !DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset time)
            ? Unknown("times have no zone; run with --workspace")
            : (TimeProvider.System.GetUtcNow() - time).Duration() < TimeSpan.FromMinutes(20) ? Holds("times have no zone, and are UTC")
            : Fails("times have no zone, and are not UTC");
    });

    private static Finding SameJobInBoth(ServerFacts facts)
    {
        if (facts is not { V3: { } v3, V4: { } v4 })
        {
            return facts is { Build: >= 25606 and < 26018, V3: null } ? Fails("a build from 25606 to 26017 has no version 3") : Unknown(NeedsBoth);
        }

        JsonElement?[] jobs = [.. v3.Finished.Items ?? []];
        if (jobs.Length == 0 || v4.FinishedJob is null)
        {
            return Unknown(NoJobYet);
        }

        // Both lists begin with the newest jobs, so they overlap.
        return v4.FinishedJob.Find("id") is { ValueKind: JsonValueKind.Number } id && jobs.Any(job => job!.Value.NumberOf("id") == id.GetInt64())
            ? Holds("a job of version 4 is in the list of version 3")
            : Fails("a job of version 4 is not in the list of version 3");
    }

    private static Finding OpenVersion(ServerFacts facts) => facts.VersionWithoutToken.Status switch
    {
        200 => Holds("200 without a token"),
        401 or 403 => Fails($"{facts.VersionWithoutToken.Status} without a token"),
        var other => Unknown($"{other} without a token"),
    };

    private static Finding BuildHas(ServerFacts facts)
    {
        if (facts.Build is not { } build)
        {
            return Unknown("the server does not report its build");
        }

        var wrong = new List<string>();
        Expect(build < 26103, facts.V3 is not null, "version 3");
        // What was asked for is version 4's health check, which is younger than its repositories.
        Expect(build >= 23139, facts.V4 is not null, "version 4");

        if (build >= 25606 && facts.V4?.FinishedJob is { IsSuccess: true })
        {
            Expect(true, facts.V4.FinishedResult is { IsSuccess: true }, "results by id");
        }

        if (build >= 26103 && facts.V4 is not null)
        {
            Expect(false, facts.TrailingSlash.IsThere, "addresses with a trailing slash");
        }

        return wrong.Count == 0 ? Holds($"build {build} has what was expected") : Fails($"build {build} has {string.Join(", ", wrong)}");

        void Expect(bool expected, bool found, string what)
        {
            if (expected != found)
            {
                wrong.Add(found ? what : $"no {what}");
            }
        }
    }

    private static Finding V4Parameters(ServerFacts facts) => facts.V4 switch
    {
        null => Unknown("the server has no version 4"),
        { Parameters: null } => Unknown(NoSample),
        { Parameters.Items: not { Count: > 0 } } => Unknown("no workspace with parameters was found"),
        { Parameters.Items: { } records } when records.Any(record => record.TextOf("type") is not { Length: > 0 } type
            || !char.IsLower(type[0])
            || record.TextOf("name") is null
            || record.FindMember("model") is not null) =>
            Fails("a parameter's record differs from that of a workspace file"),
        { Parameters.Items: { } records } when records.Any(
            record => record.TextOf("valueType")?.StartsWith("stringEncoded", StringComparison.Ordinal) == true) => Fails("a default is encoded"),
        { Parameters.Items: { } records } => Holds($"{records.Count} records use the terms of workspace files, and no encoding"),
    };

    private static Finding Filter(ServerFacts facts) => facts.V4 switch
    {
        null => Unknown("the server has no version 4"),
        { FilteredRepositories: { IsSuccess: true } filtered, FirstRepository.Items: [var first, ..] } =>
            filtered.Items?.Any(found => found.TextOf("name") == first.TextOf("name")) == true
                ? Holds("part of a name in the other case finds it")
                : Fails("part of a name in the other case does not find it"),
        _ => Unknown("the token's user sees no repository"),
    };

    private static Finding TokenList(ServerFacts facts) => facts.V3?.Tokens switch
    {
        null => Unknown("the server has no version 3"),
        { Items: not null } => Holds("version 3 returns a page"),
        { IsThere: false } => Fails("version 3 has no list of tokens"),
        var other => Unknown($"{other.Status} to the list of version 3"),
    };

    private static Finding Directive(ServerFacts facts) => Each(facts, api =>
    {
        bool isRepeated = api.Version == 4
            ? api.FinishedJob?.Find("directives") is { } byName && byName.FindMember("fmetypedCorrelationKey") is not null
            : api.FinishedJob?.Find("request", "NMDirectives", "directives") is { ValueKind: JsonValueKind.Array } list
                && list.EnumerateArray().Any(directive => directive.TextOf("name") == "fmetypedCorrelationKey");
        return isRepeated ? Holds("a record contains it")
            : facts.Job is null ? Unknown(NeedsAJob)
            : api.FinishedJob is null ? Unknown(NoJobYet)
            : Fails("the record of a job that was submitted with it does not contain it");
    });

    private static Finding Arrival(ServerFacts facts) => facts switch
    {
        { ClockDifference: { } off } when off > TimeSpan.FromHours(1) => Fails("the server's clock is off by more than an hour"),
        { Job: null } => Unknown(NeedsAJob),
        { Job.ShownAfter: { } after } when after <= TimeSpan.FromSeconds(10) => Holds("the job appeared within ten seconds"),
        _ => Fails("the job did not appear within ten seconds"),
    };

    private static Finding ShownInList(ServerFacts facts) => facts.Job switch
    {
        null => Unknown(NeedsAJob),
        { ShownAfter: not null } => Holds("the job is in the list"),
        _ => Fails("the job is not in the list"),
    };

    private static Finding PeakMemory(ServerFacts facts)
    {
        if (facts is not { V3: not null, V4.FinishedJob: { } record })
        {
            return Unknown(facts.V4 is null || facts.V3 is null ? NeedsBoth : NoJobYet);
        }

        JsonElement same = (facts.V3.Finished.Items ?? [])
            .FirstOrDefault(job => job.NumberOf("id") is { } id && record.Find("id") is { } other && other.TryGetInt64(out long number) && number == id);
        return (same.NumberOf("peakMemUsage"), record.Json?.NumberOf("peakMemoryUsage")) switch
        {
            ( > 0 and var bytes, > 0 and var kilobytes) => ((double)bytes / kilobytes) switch
            {
                > 1000 and < 1050 => Holds("the number of version 3 is about 1024 times that of version 4"),
                var ratio => Fails(string.Create(CultureInfo.InvariantCulture, $"the number of version 3 is {ratio:0.###} times that of version 4")),
            },
            _ => Unknown("the records do not contain the peak memory of the same job"),
        };
    }

    private static Finding DownloadAddress(ServerFacts facts) => facts.Job is null ? Unknown(NeedsAJob) : Each(facts, api =>
        (api.FinishedJob?.Find("resultDatasetDownloadUrl") ?? api.FinishedJob?.Find("result", "resultDatasetDownloadUrl")) switch
        {
            { ValueKind: JsonValueKind.String } url when url.GetString() is { Length: > 0 } => Fails("a job of the REST API has an address"),
            _ => Holds("a job of the REST API has no address; downloads were not checked"),
        });

    private static Finding V3Filter(ServerFacts facts) => facts.V3 switch
    {
        null => Unknown("the server has no version 3"),
        { FirstRepository.Items: [_, ..], NoRepositories.IsSuccess: true } v3 =>
            v3.NoRepositories.Items is { Count: > 0 } ? Holds("filterString finds everything") : Fails("filterString filters"),
        { NoRepositories.Status: 400 or 422 } v3 => Holds($"filterString is refused with {v3.NoRepositories.Status}"),
        { NoRepositories.IsSuccess: false } v3 => Unknown($"{v3.NoRepositories.Status} to filterString"),
        _ => Unknown("the token's user sees no repository"),
    };

    private static Finding Paging(ServerFacts facts) => Each(facts, api => (api.FirstRepository, api.SecondRepository) switch
    {
        ({ IsSuccess: false } first, _) => Fails($"{first.Status} to a limit"),
        ({ TotalCount: not > 1 }, _) => Unknown("the token's user sees fewer than two repositories"),
        ({ Items: [var first] }, { Items: [var second] }) when first.TextOf("name") != second.TextOf("name") => Holds("two pages of one repository each"),
        ({ Items: { Count: > 1 } all }, _) =>
            all.Count == api.FirstRepository.TotalCount ? Holds("the whole list in one page") : Fails("a page is longer than its limit"),
        _ => Fails("the second page does not begin at the requested offset"),
    });

    private static Finding Discovery(ServerFacts facts)
    {
        if (facts.Build is not >= 25606)
        {
            return Unknown("the build is below 25606, or unknown");
        }

        string[] missing = [.. facts.Discovery.Where(address => !address.Value.IsThere).Select(address => address.Key)];
        return missing.Length == 0
            ? Holds("version 4 has repositories, workspaces, engines and tokens")
            : Fails($"version 4 lacks {string.Join(", ", missing)}");
    }

    private static Finding WorkspaceFile(ServerFacts facts) => facts.Apis.All(api => api.File is null) ? Unknown(NoSample) : Each(facts, api => api.File switch
    {
        { IsSuccess: true, Json: null } => Holds("a file was returned"),
        { IsSuccess: true } => Fails("JSON was returned instead of a file"),
        var response => Unknown($"{response?.Status} to the file"),
    });

    private static Finding V3Tokens(ServerFacts facts) => facts.V3?.Tokens switch
    {
        null => Unknown("the server has no version 3"),
        { IsThere: false } => Holds("there is no list of tokens"),
        { Items: { } tokens } =>
            tokens.Any(token => token.FindMember("id") is not null) ? Fails("the list of tokens has ids") : Holds("the list of tokens has no ids"),
        var other => Unknown($"{other.Status} to a list of tokens"),
    };

    private static Finding Services(ServerFacts facts)
    {
        if (facts is not { V3.Workspace: { } v3, V4.Workspace: { } v4 })
        {
            return Unknown(facts.V3 is null || facts.V4 is null ? NeedsBoth : NoSample);
        }

        if (v3.Find("services") is not { ValueKind: JsonValueKind.Array } list || v4.Find("services") is not { } services)
        {
            return Unknown("a record does not list its services");
        }

        if (services.ValueKind != JsonValueKind.Object)
        {
            return Fails("the services of version 4 are not an object");
        }

        HashSet<string> inV3 = [.. list.EnumerateArray().Select(service => service.TextOf("name")).OfType<string>()];
        HashSet<string> inV4 =
            [.. services.EnumerateObject().Where(service => IsRegistered(service.Value)).Select(service => ServiceNames.InAddresses(service.Name))];
        return inV3.SetEquals(inV4)
            ? Holds($"both versions list the same {inV3.Count} services")
            : Fails($"version 3 lists {inV3.Count} services and version 4 {inV4.Count}, and they differ");
    }

    private static Finding HeldResult(ServerFacts facts) => facts.LongPoll switch
    {
        null => Unknown(facts.V4 is null || facts.Build < 25606 ? "the server has no such call" : NeedsAJob),
        { IsEnd: true, WasUnfinished: true } => Holds("the response came with the job's end"),
        { IsEnd: true } => Unknown("the job had ended before; use a workspace that runs for some seconds"),
        { IsCut: true } => Fails("the connection was cut before the job's end"),
        { Status: { } status } => Fails($"{status}, without the job's end"),
        _ => Unknown("no response within 45 seconds; use a workspace that runs for less"),
    };

    private static bool IsRegistered(JsonElement service) => ServiceNames.IsRegistered(service.FindMember(ServiceNames.RegisteredMember)?.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => null,
    });

    /// <summary>Judges each existing version: an assumption that one contradicts does not hold, and one that a version confirms holds.</summary>
    private static Finding Each(ServerFacts facts, Func<ApiFacts, Finding> judge)
    {
        (int Version, Finding Finding)[] findings = [.. facts.Apis.Select(api => (api.Version, judge(api)))];
        if (findings.Length == 0)
        {
            return Unknown("the server has neither version");
        }

        Verdict verdict = findings.Any(found => found.Finding.Verdict == Verdict.DoesNotHold) ? Verdict.DoesNotHold
            : findings.Any(found => found.Finding.Verdict == Verdict.Holds) ? Verdict.Holds
            : Verdict.CannotTell;
        return new(verdict, findings.All(found => found.Finding.Why == findings[0].Finding.Why)
            ? findings[0].Finding.Why
            : string.Join("; ", findings.Select(found => $"version {found.Version}: {found.Finding.Why}")));
    }

    private static DateTimeOffset? TimeOf(JsonElement json, string name) =>
        DateTimeOffset.TryParse(json.TextOf(name), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset time) ? time : null;

    private static bool IsDescending(IEnumerable<long> numbers) => numbers.Zip(numbers.Skip(1)).All(pair => pair.First >= pair.Second);
}
