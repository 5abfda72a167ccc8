using System.Text.Json;
using FmeTyped.Tool.Servers;

namespace FmeTyped.Tool.Probing;

/// <summary>A parameter's record, and the values that it had in jobs that have ended. No value gets into the report.</summary>
internal sealed record SeenParameter(JsonElement Record, IReadOnlyList<JsonElement> Values)
{
    private const int MostJobs = 20;

    public string Type => Record.TextOf("type")?.Trim().ToLowerInvariant() ?? "";

    /// <summary>The default, if there is one that is not blank, and the values of jobs.</summary>
    public IEnumerable<JsonElement> DefaultAndValues =>
        Record.FindMember("defaultValue") is { } found && found.ToString().Length > 0 ? Values.Prepend(found) : Values;

    /// <summary>The choices of the record; empty if it has none.</summary>
    public IReadOnlyList<JsonElement> Choices =>
        (Record.FindMember("choiceSettings", "choices") ?? Record.FindMember("choices")) is { ValueKind: JsonValueKind.Array } choices
            ? [.. choices.EnumerateArray()]
            : [];

    /// <summary>The records in a group; empty for other parameters.</summary>
    public IReadOnlyList<JsonElement> Members => MembersOf(Record);

    public bool Is(string key, bool value) => Record.FindMember(key)?.ValueKind == (value ? JsonValueKind.True : JsonValueKind.False);

    /// <summary>The parameters of some workspaces, groups and their members alike, with the values of the newest of the jobs.</summary>
    public static async Task<IReadOnlyList<SeenParameter>> ReadAsync(
        RawServer server, ApiAddresses addresses, IReadOnlyList<SeenWorkspace> workspaces, RawResponse finished, CancellationToken cancellationToken)
    {
        var values = new Dictionary<(string?, string?), List<JsonElement>>();
        foreach (SeenWorkspace workspace in workspaces.Where(workspace => workspace.Records.Count > 0))
        {
            values[(workspace.Repository, workspace.Name)] = [];
        }

        IEnumerable<JsonElement> jobs = (finished.Items ?? []).Where(job => values.ContainsKey((job.TextOf("repository"), job.TextOf("workspace"))));
        foreach (JsonElement job in jobs.Take(MostJobs))
        {
            if (job.NumberOf("id") is { } id)
            {
                RawResponse record = await server.GetAsync(addresses.Job(id), cancellationToken).ConfigureAwait(false);
                values[(job.TextOf("repository"), job.TextOf("workspace"))].AddRange(ParametersOf(record));
            }
        }

        return [.. workspaces.SelectMany(workspace => From(workspace.Records, values.GetValueOrDefault((workspace.Repository, workspace.Name)) ?? []))];
    }

    /// <summary>The parameters of records, with the values that jobs have for them.</summary>
    /// <param name="records">The records.</param>
    /// <param name="jobs">The parameters of each job, by their names.</param>
    public static IEnumerable<SeenParameter> From(IEnumerable<JsonElement> records, IReadOnlyList<JsonElement> jobs) =>
        records.SelectMany(record => From(MembersOf(record), jobs).Prepend(new SeenParameter(record, ValuesOf(record, jobs))));

    private static IReadOnlyList<JsonElement> ValuesOf(JsonElement record, IReadOnlyList<JsonElement> jobs) =>
        record.TextOf("name") is { } name ? [.. jobs.Select(job => job.FindMember(name)).OfType<JsonElement>()] : [];

    private static IReadOnlyList<JsonElement> MembersOf(JsonElement record) =>
        record.FindMember("parameters") is { ValueKind: JsonValueKind.Array } members ? [.. members.EnumerateArray()] : [];

    /// <summary>The parameters of a job: version 4 has an object of names and values, version 3 a list of objects with a name and a value.</summary>
    public static IEnumerable<JsonElement> ParametersOf(RawResponse job) =>
        job.Find("publishedParameters") is { ValueKind: JsonValueKind.Object } parameters ? [parameters]
        : job.Find("request", "publishedParameters") is { ValueKind: JsonValueKind.Array } list ? [AsObject(list)]
        : [];

    private static JsonElement AsObject(JsonElement list)
    {
        var values = new Dictionary<string, JsonElement>();
        foreach (JsonElement parameter in list.EnumerateArray())
        {
            if (parameter.TextOf("name") is { } name && parameter.FindMember("value") is { } value)
            {
                values[name] = value;
            }
        }

        return JsonSerializer.SerializeToElement(values);
    }
}
