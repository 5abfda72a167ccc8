using System.Text.Json;
using FmeTyped.Tool.Probing;
using FmeTyped.Tool.Servers;

namespace FmeTyped.Tool.Tests.Probing;

/// <summary>What the probes make of records and values that FME's pages allow; each in both ways that the pages leave open.</summary>
public class ParameterProbesTests
{
    private const string Hidden = "HIDDEN";

    /// <summary>Records that an answer of the server holds, and the values of the parameter in a job.</summary>
    public static TheoryData<string, string, string, string> Answers => new()
    {
        { "A020", "holds", """ "type": "checkbox", "defaultValue": "NO" """, "" },
        { "A020", "holds", """ "type": "checkbox", "defaultValue": true """, "\"YES\"" },
        { "A020", "differs", """ "type": "checkbox", "defaultValue": "Yes" """, "" },
        { "A020", "differs", """ "type": "checkbox" """, "\"true\"" },
        { "A020", "unknown", """ "type": "checkbox", "checkedValue": "ON", "uncheckedValue": "OFF", "defaultValue": "ON" """, "" },
        { "A020", "unknown", """ "type": "checkbox" """, "" },
        { "A022", "holds", """ "type": "datetime", "format": "date", "defaultValue": "20000101" """, "\"20220707\"" },
        { "A022", "holds", """ "type": "datetime", "storageFormat": "Iso", "timeZone": "utc" """, "\"2022-07-07T12:34:56+02:00\"" },
        { "A022", "differs", """ "type": "datetime", "storageFormat": "Iso", "format": "date", "defaultValue": "20000101" """, "" },
        { "A022", "differs", """ "type": "datetime" """, "\"2022-07-07T12:34:56\"" },
        { "A022", "differs", """ "type": "datetime", "timeZone": "utc" """, "\"20220707123456+0200\"" },
        { "A022", "holds", """ "type": "geometry" """, "\"{\\\"type\\\":\\\"Point\\\",\\\"coordinates\\\":[10,50]}\"" },
        { "A022", "differs", """ "type": "geometry", "defaultValue": "<geometry/>" """, "" },
        { "A022", "unknown", """ "type": "datetime", "defaultValue": "" """, "" },
        { "A132", "holds", """ "type": "COLOR_PICK", "model": "string", "defaultValue": "0.5,0.25,1" """, "" },
        { "A132", "differs", """ "type": "COLOR_PICK", "model": "string", "defaultValue": "255,0,0" """, "" },
        { "A132", "unknown", """ "type": "COLOR_PICK", "model": "string", "defaultValue": "1,0,0" """, "" },
        { "A133", "holds", """ "type": "dropdown", "choiceSettings": { "choices": [{ "display": "One", "value": 1 }] } """, "\"1\"" },
        { "A133", "differs", """ "type": "dropdown", "choices": [{ "display": "One", "value": 1 }] """, "1" },
        { "A133", "unknown", """ "type": "dropdown", "choices": [{ "display": "One", "value": 1 }], "defaultValue": 1 """, "" },
        { "A134", "holds", """ "type": "listbox", "singleSelection": true """, "\"poly\"" },
        { "A134", "differs", """ "type": "tree", "singleSelection": true """, "[\"a.b\"]" },
        { "A134", "unknown", """ "type": "listbox", "singleSelection": false """, "[\"poly\"]" },
        { "A135", "holds", """ "type": "tree", "showParentsAsLeaves": true, "choices": [{ "display": "a.b", "value": "a.b" }] """, "[\"a\"]" },
        { "A135", "differs", """ "type": "tree", "showParentsAsLeaves": true, "choices": [{ "display": "a.b", "value": "a.b" }] """, "[\"A\"]" },
        { "A135", "unknown", """ "type": "tree", "showParentsAsLeaves": true, "choices": [{ "display": "a.b", "value": "a.b" }] """, "[\"a.b\"]" },
        { "A141", "holds", """ "type": "group", "style": "Checkable", "parameters": [], "defaultValue": "<Unused>" """, "\"YES\"" },
        { "A141", "differs", """ "type": "group", "style": "Checkable", "parameters": [], "defaultValue": "true" """, "" },
        { "A141", "unknown", """ "type": "group", "style": "Checkable", "parameters": [], "defaultValue": "" """, "" },
        { "A142", "holds", """ "type": "text", "visibility": { "if": [{ "$equals": { "parameter": "Q", "value": "1" }, "then": "visibleEnabled" }] } """, "" },
        { "A142", "holds", """ "type": "text", "visibility": { "if": [], "default": { "value": "hiddenDisabled", "override": false } } """, "" },
        { "A142", "differs", """ "type": "text", "visibility": { "if": [{ "$anyOf": [{ "$isEmpty": {} }], "then": true }], "default": false } """, "" },
        { "A142", "differs", """ "type": "text", "visibility": { "if": [], "default": { "state": "hiddenDisabled" } } """, "" },
        { "A142", "unknown", """ "type": "text", "visibility": "visibleEnabled" """, "" },
        { "A143", "holds", """ "type": "text", "valueType": "stringEncoded" """, "\"a \\\"b\\\" <c>\"" },
        { "A143", "differs", """ "type": "text", "valueType": "stringEncoded" """, "\"a<space>b\"" },
        { "A143", "unknown", """ "type": "text", "valueType": "stringEncoded" """, "\"ab\"" },
        { "A144", "differs", """ "type": "table", "columns": [] """, "[[\"a\"]]" },
        { "A144", "unknown", """ "type": "table", "columns": [] """, "" },
        { "A145", "holds", """ "type": "geometry", "supportedTypes": ["box"] """, "\"{\\\"type\\\": \\\"Polygon\\\", \\\"coordinates\\\": []}\"" },
        { "A145", "differs", """ "type": "geometry", "supportedTypes": ["box"] """, "\"{\\\"type\\\": \\\"Feature\\\"}\"" },
        { "A145", "differs", """ "type": "geometry", "supportedTypes": ["circle"] """, "" },
        { "A145", "unknown", """ "type": "geometry", "supportedTypes": ["point"] """, "" },
        { "A146", "holds", """ "type": "group", "radioParameter": true, "parameters": [{ "name": "M", "type": "text", "radioValue": "1" }] """, "\"1\"" },
        { "A146", "holds", """ "type": "group", "radioParameter": true, "parameters": [{ "name": "M", "type": "text" }], "defaultValue": "M" """, "" },
        { "A146", "differs", """ "type": "group", "radioParameter": true, "parameters": [{ "name": "M", "type": "text", "radioValue": "1" }] """, "\"M\"" },
        { "A146", "unknown", """ "type": "group", "radioParameter": true, "parameters": [{ "name": "M", "type": "text" }] """, "" },
        { "A147", "holds", """ "type": "COLOR", "model": "string", "defaultValue": "ff0011" """, "" },
        { "A147", "differs", """ "type": "COLOR", "model": "string", "defaultValue": "ff,00,11" """, "" },
        { "A147", "unknown", """ "type": "COLOR", "model": "string", "defaultValue": "255,0,0" """, "" },
    };

    [Theory]
    [MemberData(nameof(Answers))]
    public void A_record_and_a_job_settle_what_the_pages_leave_open(string id, string verdict, string record, string value)
    {
        Finding finding = ParameterProbes.All.Single(probe => probe.Id == id).Find(Server(record, value));

        Assert.Equal(verdict, finding.Verdict switch { Verdict.Holds => "holds", Verdict.DoesNotHold => "differs", _ => "unknown" });
        Assert.NotEmpty(finding.Why);
        Assert.DoesNotContain(Hidden, finding.Why, StringComparison.Ordinal);
    }

    [Fact]
    public void Each_probe_is_answered_in_every_way_it_can_be()
    {
        string[] ways = [.. Answers.Select(row => $"{row.Data.Item1} {row.Data.Item2}").Distinct().Order(StringComparer.Ordinal)];

        // Whatever is seen of a table is news.
        string[] all = [.. ParameterProbes.All.SelectMany(probe => (string[])[$"{probe.Id} differs", $"{probe.Id} holds", $"{probe.Id} unknown"])];
        Assert.Equal(all.Except(["A144 holds"]), ways);
    }

    [Fact]
    public void A_server_that_shows_no_parameters_settles_nothing() =>
        Assert.All(ParameterProbes.All, probe => Assert.Equal(Verdict.CannotTell, probe.Find(Server("", "")).Verdict));

    [Fact]
    public void The_claims_are_those_of_the_ledger() =>
        Assert.All(ParameterProbes.All, probe => Assert.Contains($" **{probe.Claim}**", Ledger.Entry(probe.Id), StringComparison.OrdinalIgnoreCase));

    // The parameter is in a group, as a form may have it.
    private static ServerFacts Server(string record, string value)
    {
        JsonElement[] records = record.Length == 0 ? [] :
            [Json($$"""{ "name": "G", "type": "group", "prompt": "{{Hidden}}", "parameters": [{ "name": "{{Hidden}}", {{record}} }] }""")];
        JsonElement[] jobs = value.Length == 0 ? [] : [Json($$"""{ "{{Hidden}}": {{value}}, "OTHER": "x" }""")];
        var none = new RawResponse(404, null);
        return new ServerFacts
        {
            VersionWithoutToken = none,
            V4 = new ApiFacts(4)
            {
                WrongToken = none,
                FirstRepository = none,
                SecondRepository = none,
                NoRepositories = none,
                Tokens = none,
                Finished = none,
                SeenParameters = [.. SeenParameter.From(records, jobs)],
            },
            Discovery = new Dictionary<string, RawResponse>(),
            TrailingSlash = none,
        };
    }

    private static JsonElement Json(string text) => JsonSerializer.Deserialize<JsonElement>(text);
}
