using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using FmeTyped.Tool.Servers;
using static FmeTyped.Tool.Probing.Finding;

namespace FmeTyped.Tool.Probing;

/// <summary>
/// The assumptions on types of parameters where FME's pages disagree or are cut off. The records of a server and the values in its jobs can settle them.
/// </summary>
internal static partial class ParameterProbes
{
    private static readonly string[] Conditions =
        ["$equals", "$lessThan", "$greaterThan", "$matchesRegex", "$isRuntimeValue", "$isEnabled", "$not", "$anyOf", "$allOf"];

    private static readonly string[] GeometryTypes = ["point", "line", "polygon", "box", "unspecified"];

    public static IReadOnlyList<Probe> All { get; } =
    [
        new("A020", "what a checkbox without texts sends", Checkbox),
        new("A022", "the wire format of dates, colours and boxes", DatesAndBoxes),
        new("A132", "how COLOR_PICK writes a colour", ColorPick),
        new("A133", "a choice that is a number is sent as text", NumberChoice),
        new("A134", "one selection of a listbox or tree is sent as text", SingleSelection),
        new("A135", "the values of a tree's parents", TreeParents),
        new("A141", "a checkable group without a default starts unchecked", CheckableGroup),
        new("A142", "the conditions of visibility", Visibility),
        new("A143", "text is sent as it is, whatever `valueType` says", EncodedText),
        new("A144", "nobody knows how a table is written", Table),
        new("A145", "which kinds of geometry a parameter takes, and how a box is written", Geometry),
        new("A146", "the value of a radio group", RadioGroup),
        new("A147", "hexadecimal colours of the GUI type COLOR", HexColor),
    ];

    private static Finding Checkbox(ServerFacts facts) => Judge(
        facts,
        "checkboxes without texts",
        "YES or NO",
        parameter => parameter.Type == "checkbox"
            && parameter.Record.FindMember("checkedValue") is null && parameter.Record.FindMember("uncheckedValue") is null,
        parameter => parameter.DefaultAndValues.Select(value => value.ValueKind == JsonValueKind.String ? value.GetString() is "YES" or "NO" : default(bool?)));

    private static Finding DatesAndBoxes(ServerFacts facts) => Judge(
        facts,
        "datetimes, and geometries whose encoding is not said",
        "in the assumed form",
        parameter => parameter.Type == "datetime" || IsGeometryWithoutEncoding(parameter),
        parameter => Texts(parameter).Select(text =>
            parameter.Type == "geometry" ? text.TrimStart().StartsWith('{')
            : (bool?)(IsStoredAsIso(parameter) ? IsoDateTime() : FmeDateTime()).IsMatch(text)));

    private static Finding ColorPick(ServerFacts facts) => Judge(
        facts,
        "colours of COLOR_PICK",
        "components from 0 to 1 with at most six decimals",
        parameter => parameter.Type is "color_pick" or "optional color_pick",
        parameter => Texts(parameter).Select(IsUnitColor));

    private static Finding NumberChoice(ServerFacts facts) => Judge(
        facts,
        "choices with values that are no text",
        "text",
        parameter => parameter.Choices.Any(choice =>
            choice.FindMember("value") is { ValueKind: JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False }),
        parameter => parameter.Values.SelectMany(Items).Select(value => (bool?)(value.ValueKind == JsonValueKind.String)));

    private static Finding SingleSelection(ServerFacts facts) => Judge(
        facts,
        "listboxes and trees of one selection",
        "one text",
        parameter => parameter.Type is "listbox" or "tree" && parameter.Is("singleSelection", true),
        parameter => parameter.Values.Select(value => (bool?)(value.ValueKind == JsonValueKind.String)));

    private static Finding TreeParents(ServerFacts facts) => Judge(
        facts,
        "trees whose parents are values",
        "the path of a node",
        parameter => parameter.Type == "tree" && parameter.Is("showParentsAsLeaves", true),
        parameter =>
        {
            string delimiter = parameter.Record.TextOf("nodeDelimiter") ?? ".";
            string[] paths = [.. parameter.Choices.Select(choice => choice.TextOf("value")).OfType<string>()];
            return parameter.DefaultAndValues.SelectMany(Items).Where(value => value.ValueKind == JsonValueKind.String).Select(value => value.GetString()!)
                .Where(value => !paths.Contains(value))
                .Select(value => (bool?)paths.Any(path => path.StartsWith(value + delimiter, StringComparison.Ordinal)));
        });

    private static Finding CheckableGroup(ServerFacts facts) => Judge(
        facts,
        "checkable groups",
        "YES, NO or, as a default, <Unused>",
        parameter => parameter.Type == "group" && string.Equals(parameter.Record.TextOf("style"), "Checkable", StringComparison.OrdinalIgnoreCase),
        parameter => parameter.DefaultAndValues.Select(value =>
            (bool?)(value.ValueKind == JsonValueKind.String && value.GetString() is "YES" or "NO" or "<Unused>")));

    private static Finding RadioGroup(ServerFacts facts) => Judge(
        facts,
        "radio groups",
        "the value or the name of a member",
        parameter => parameter.Type == "group" && parameter.Is("radioParameter", true),
        parameter =>
        {
            string[] members = [.. parameter.Members.Select(member => member.TextOf("radioValue") ?? member.TextOf("name")).OfType<string>()];
            return Texts(parameter).Where(text => text != "<Unused>").Select(text => (bool?)members.Contains(text));
        });

    private static Finding Visibility(ServerFacts facts)
    {
        JsonElement[] dynamic =
        [
            .. facts.Parameters.Select(parameter => parameter.Record.FindMember("visibility")).OfType<JsonElement>()
                .Where(visibility => visibility.ValueKind == JsonValueKind.Object),
        ];
        JsonElement[] objects =
        [
            .. dynamic.Select(visibility => visibility.FindMember("default")).OfType<JsonElement>().Where(state => state.ValueKind == JsonValueKind.Object),
        ];
        string[] conditions = [.. dynamic.SelectMany(NamesOfConditions)];
        int unknown = conditions.Count(condition => !Conditions.Contains(condition));
        int odd = objects.Count(state => state.FindMember("value") is null);
        return dynamic.Length == 0 ? Unknown("no conditions were seen")
            : unknown > 0 ? Fails($"{unknown} of {conditions.Length} conditions are of an unknown kind")
            : odd > 0 ? Fails($"{odd} of {dynamic.Length} defaults are objects without a value")
            : Holds($"{conditions.Length} conditions are of the known kinds, and {objects.Length} of {dynamic.Length} defaults are objects with a value; "
                + "what they mean was not tried");
    }

    private static Finding EncodedText(ServerFacts facts) => Judge(
        facts,
        "parameters that are stored encoded",
        "plain",
        parameter => parameter.Record.TextOf("valueType")?.StartsWith("stringEncoded", StringComparison.OrdinalIgnoreCase) == true,
        parameter => parameter.Values.SelectMany(Items).Where(value => value.ValueKind == JsonValueKind.String).Select(value =>
            EncodedCharacter().IsMatch(value.GetString()!) ? false
            : PlainCharacter().IsMatch(value.GetString()!) ? true
            : default(bool?)));

    // What is seen of a table is news of any kind.
    private static Finding Table(ServerFacts facts)
    {
        SeenParameter[] tables = [.. facts.Parameters.Where(parameter => parameter.Type == "table")];
        string[] forms = [.. tables.SelectMany(table => table.DefaultAndValues).Select(FormOf).Distinct().Order(StringComparer.Ordinal)];
        return tables.Length == 0 ? Unknown("no tables were seen")
            : forms.Length == 0 ? Unknown($"{tables.Length} tables were seen, none of them with a default or a value in a job")
            : Fails($"a table is written as {string.Join(" or ", forms)}");
    }

    private static Finding Geometry(ServerFacts facts) => Judge(
        facts,
        "geometries of certain kinds",
        "of a known kind, and a box a polygon",
        parameter => parameter.Type == "geometry" && KindsOf(parameter).Length > 0,
        parameter =>
        {
            string[] kinds = KindsOf(parameter);
            return kinds.Except(GeometryTypes, StringComparer.OrdinalIgnoreCase).Select(_ => (bool?)false)
                .Concat(kinds is ["box"] ? parameter.Values.Select(IsPolygon) : []);
        });

    private static Finding HexColor(ServerFacts facts) => Judge(
        facts,
        "hexadecimal colours of COLOR",
        "two digits for each component, with nothing between",
        parameter => parameter.Type is "color" or "optional color" && parameter.Record.FindMember("model") is not null,
        parameter => Texts(parameter).Select(text => PlainHex().IsMatch(text) ? true : OtherHex().IsMatch(text) ? false : default(bool?)));

    /// <summary>Counts what agrees and what contradicts; what says neither is null.</summary>
    private static Finding Judge(
        ServerFacts facts, string what, string form, Func<SeenParameter, bool> isOne, Func<SeenParameter, IEnumerable<bool?>> agrees)
    {
        SeenParameter[] parameters = [.. facts.Parameters.Where(isOne)];
        bool?[] evidence = [.. parameters.SelectMany(agrees)];
        int good = evidence.Count(one => one == true);
        int bad = evidence.Count(one => one == false);
        return parameters.Length == 0 ? Unknown($"no {what} were seen")
            : bad > 0 ? Fails($"{what}: {bad} of {good + bad} seen values are not {form}")
            : good > 0 ? Holds($"{what}: {good} of {good} seen values are {form}")
            : Unknown($"{what}: {parameters.Length} were seen, none of them with a default or a value in a job that tells");
    }

    private static IEnumerable<string> Texts(SeenParameter parameter) =>
        parameter.DefaultAndValues.Where(value => value.ValueKind == JsonValueKind.String).Select(value => value.GetString()!).Where(text => text.Length > 0);

    private static IEnumerable<JsonElement> Items(JsonElement value) => value.ValueKind == JsonValueKind.Array ? value.EnumerateArray() : [value];

    private static bool IsGeometryWithoutEncoding(SeenParameter parameter) =>
        parameter.Type == "geometry" && parameter.Record.FindMember("model") is null && parameter.Record.FindMember("geometryEncoding") is null;

    private static bool IsStoredAsIso(SeenParameter parameter) =>
        string.Equals(parameter.Record.TextOf("storageFormat"), "Iso", StringComparison.OrdinalIgnoreCase);

    // 1,0,0 says nothing: it can be a colour of either form.
    private static bool? IsUnitColor(string text)
    {
        double[] parts = [.. text.Split(',').Select(part => double.TryParse(part, CultureInfo.InvariantCulture, out double number) ? number : double.NaN)];
        return parts.Any(part => !(part is >= 0 and <= 1)) || text.Split(',').Any(part => part.Length > "0.123456".Length) ? false
            : text.Contains('.', StringComparison.Ordinal) ? true
            : null;
    }

    private static string[] KindsOf(SeenParameter parameter) =>
        parameter.Record.FindMember("supportedTypes") is { ValueKind: JsonValueKind.Array } kinds
            ? [.. kinds.EnumerateArray().Select(kind => kind.ToString())]
            : [];

    private static bool? IsPolygon(JsonElement value) => value.ValueKind != JsonValueKind.String ? null
        : TypeOfGeoJson().Match(value.GetString()!) is { Success: true } type ? type.Groups["type"].Value == "Polygon"
        : null;

    private static IEnumerable<string> NamesOfConditions(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => json.EnumerateObject()
            .SelectMany(member => NamesOfConditions(member.Value).Concat(member.Name.StartsWith('$') ? [member.Name] : [])),
        JsonValueKind.Array => json.EnumerateArray().SelectMany(NamesOfConditions),
        _ => [],
    };

    private static string FormOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => "an array",
        JsonValueKind.Object => "an object",
        JsonValueKind.String => value.GetString()!.TrimStart() is ['[', ..] ? "text with an array of JSON"
            : value.GetString()!.TrimStart() is ['{', ..] ? "text with an object of JSON"
            : "other text",
        _ => "a number, or true or false",
    };

    [GeneratedRegex(@"^([0-9]{8})?([0-9]{6}(\.[0-9]{1,9})?)?([+-][0-9]{2}:[0-9]{2})?$")]
    private static partial Regex FmeDateTime();

    [GeneratedRegex(@"^[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]{1,9})?([+-][0-9]{2}:[0-9]{2})?)?$")]
    private static partial Regex IsoDateTime();

    [GeneratedRegex("<([a-z]{2,12}|u[0-9A-Fa-f]{4})>")]
    private static partial Regex EncodedCharacter();

    // What FME's encoding does not leave as it is.
    [GeneratedRegex("[ \"'()\\[\\]{}<>&$@|\\\\/,;]")]
    private static partial Regex PlainCharacter();

    [GeneratedRegex("^([0-9A-Fa-f]{6}|[0-9A-Fa-f]{8})$")]
    private static partial Regex PlainHex();

    [GeneratedRegex("^#|^#?[0-9A-Fa-f]{2}(,#?[0-9A-Fa-f]{2}){2,3}$")]
    private static partial Regex OtherHex();

    [GeneratedRegex("\"type\"\\s*:\\s*\"(?<type>[A-Za-z]+)\"")]
    private static partial Regex TypeOfGeoJson();
}
