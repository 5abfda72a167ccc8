using System.Globalization;
using System.Text.Json;
using FmeTyped.Metadata;

namespace FmeTyped.Generator.Tests.Slow;

/// <summary>
/// Makes up values in the text that the vendor's pages ask for, from the record alone. It shares nothing with our code, so that both can be held against
/// each other.
/// </summary>
internal sealed class SpecificationWriter(Random random)
{
    /// <summary>A value; null for records of other types.</summary>
    public FmeParameterValue? ValueFor(JsonElement record) => Word(record, "type", "") switch
    {
        "color" => (FmeParameterValue?)Color(record),
        "checkbox" when !record.TryGetProperty("choiceSettings", out _) => OneOf(Text(record, "checkedValue", "YES"), Text(record, "uncheckedValue", "NO")),
        "datetime" when Word(record, "format", "datetime") is "date" or "datetime" => Moment(record),
        "dropdown" when record.TryGetProperty("choices", out _) => OneOf([.. ChoicesOf(record).Where(value => value != "-----")]),
        "listbox" or "tree" when record.TryGetProperty("choices", out _) => Selection(record),
        "geometry" when record.TryGetProperty("supportedTypes", out JsonElement types) && types.GetArrayLength() > 0 => Geometry(record),
        "group" when IsTrue(record, "radioParameter") => OneOf([.. MembersOf(record)]),
        "group" when Word(record, "style", "plain") == "checkable" => OneOf("YES", "NO"),
        "number" when !record.TryGetProperty("choiceSettings", out _) => Number(record),
        _ => null,
    };

    private FmeParameterValue Color(JsonElement record)
    {
        int count = (Word(record, "colorSpace", "rgb") == "cmyk" ? 4 : 3) + (IsTrue(record, "alpha") ? 1 : 0);
        string component = Word(record, "componentValueType", "int");
        string[] parts = [.. Enumerable.Range(0, count).Select(_ => component switch
        {
            "hex" => random.Next(256).ToString("x2", CultureInfo.InvariantCulture),
            "float" => (random.Next(1001) / 1000M).ToString("0.###", CultureInfo.InvariantCulture),
            _ => random.Next(256).ToString(CultureInfo.InvariantCulture),
        })];
        return Text(record, "valueFormat", "%1").Replace("%1", string.Join(component == "hex" ? "" : ",", parts), StringComparison.Ordinal);
    }

    private static IEnumerable<string> MembersOf(JsonElement group) =>
        group.GetProperty("parameters").EnumerateArray().Select(member => Text(member, "radioValue", Text(member, "name", "")));

    private FmeParameterValue Geometry(JsonElement record)
    {
        string[] types = [.. record.GetProperty("supportedTypes").EnumerateArray().Select(type => type.GetString()!)];
        return Word(record, "geometryEncoding", "geojson") == "fmexml" ? "<point/>" : OneOf(types) switch
        {
            "line" => """{"type":"LineString","coordinates":[[1,2],[3,4]]}""",
            "polygon" => """{"type":"Polygon","coordinates":[[[0,0],[4,0],[4,4],[0,0]]]}""",
            "box" => """{"type":"Polygon","coordinates":[[[0,0],[4,0],[4,3],[0,3],[0,0]]]}""",
            _ => """{"type":"Point","coordinates":[10,50]}""",
        };
    }

    private FmeParameterValue Moment(JsonElement record)
    {
        bool isIso = Word(record, "storageFormat", "fme") == "iso";
        DateTime moment = DateTime.UnixEpoch.AddMilliseconds(random.NextInt64(4_000_000_000_000));
        if (Word(record, "format", "datetime") == "date")
        {
            return moment.ToString(isIso ? "yyyy-MM-dd" : "yyyyMMdd", CultureInfo.InvariantCulture);
        }

        return moment.ToString(isIso ? "yyyy-MM-ddTHH:mm:ss" : "yyyyMMddHHmmss", CultureInfo.InvariantCulture)
            + (IsTrue(record, "milliseconds") ? moment.ToString(".fff", CultureInfo.InvariantCulture) : "")
            + (Word(record, "timeZone", "local") == "utc" ? OneOf("+00:00", "+02:00", "-09:30") : "");
    }

    private FmeParameterValue Selection(JsonElement record)
    {
        List<string> values = ChoicesOf(record);
        if (IsTrue(record, "showParentsAsLeaves"))
        {
            char delimiter = Text(record, "nodeDelimiter", ".")[0];
            foreach (string leaf in values.ToArray())
            {
                values.AddRange(Enumerable.Range(0, leaf.Length).Where(i => leaf[i] == delimiter).Select(i => leaf[..i]));
            }
        }

        return IsTrue(record, "singleSelection") ? OneOf([.. values]) : values.Distinct().Where(_ => random.Next(2) == 0).DefaultIfEmpty(values[0]).ToArray();
    }

    private string Number(JsonElement record)
    {
        decimal step = record.TryGetProperty("multipleOf", out JsonElement multiple) ? multiple.GetDecimal() : 0.01M;
        decimal least = record.TryGetProperty("minimum", out JsonElement minimum) ? minimum.GetDecimal() : -1000;
        decimal greatest = record.TryGetProperty("maximum", out JsonElement maximum) ? maximum.GetDecimal() : 1000;
        long first = (long)Math.Ceiling(least / step) + 1;
        long last = (long)Math.Floor(greatest / step) - 1;
        return ((decimal)random.NextInt64(first, Math.Max(first, last) + 1) * step).ToString("0.#######", CultureInfo.InvariantCulture);
    }

    private static List<string> ChoicesOf(JsonElement record) =>
        [.. record.GetProperty("choices").EnumerateArray().Select(choice => TextOf(choice.GetProperty("value")))];

    private static string Word(JsonElement record, string key, string otherwise) => Text(record, key, otherwise).ToLowerInvariant();

    private static string Text(JsonElement record, string key, string otherwise) =>
        record.TryGetProperty(key, out JsonElement value) ? TextOf(value) : otherwise;

    private static string TextOf(JsonElement value) => value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();

    private static bool IsTrue(JsonElement record, string key) => record.TryGetProperty(key, out JsonElement value) && value.ValueKind == JsonValueKind.True;

    private string OneOf(params string[] values) => values[random.Next(values.Length)];
}
