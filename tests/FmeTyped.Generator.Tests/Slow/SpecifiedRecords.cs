using CsCheck;

namespace FmeTyped.Generator.Tests.Slow;

/// <summary>Makes up records out of all keys that the vendor's pages name for colours, checkboxes, dates, choices, lists, trees, numbers and
/// geometries.</summary>
internal static class SpecifiedRecords
{
    private static readonly Gen<bool?> MaybeBool = Gen.OneOfConst<bool?>(null, false, true);

    private static readonly Gen<Dictionary<string, object?>> Colors = Gen.Select(
        Maybe("rgb", "hsv", "hsl", "cmyk"), Maybe("int", "float", "hex"), MaybeBool, Maybe("%1", "#%1", "rgb(%1)", "[%1]"),
        (space, component, alpha, format) => Record(
            "color", ("colorSpace", space), ("componentValueType", component), ("alpha", alpha), ("valueFormat", format)));

    private static readonly Gen<Dictionary<string, object?>> Checkboxes = Gen.Select(
        Gen.OneOfConst<(object? Yes, object? No)>((null, null), ("ON", "OFF"), (1, 0), ("on \"", ""), ("NO", "YES"), ("drop", null), (null, "off")),
        Gen.OneOfConst<object?>(null, true, false),
        (texts, defaultValue) => Record("checkbox", ("checkedValue", texts.Yes), ("uncheckedValue", texts.No), ("defaultValue", defaultValue)));

    private static readonly Gen<Dictionary<string, object?>> Dates = Gen.Select(
        Maybe("date", "datetime"), Maybe("Fme", "Iso"), Maybe("local", "utc"), MaybeBool,
        (format, storage, zone, milliseconds) => Record(
            "datetime", ("format", format), ("storageFormat", storage), ("timeZone", zone), ("milliseconds", milliseconds)));

    private static readonly Gen<Dictionary<string, object?>> Dropdowns = Gen.OneOfConst<object>(1, 0.5, true, "a", "-----", "", "text with blanks").Array[1, 6]
        .Select(values => Record("dropdown", ("choices", Choices(values.Append("last").Distinct()))));

    private static readonly Gen<Dictionary<string, object?>> Lists = Gen.Select(
        Gen.OneOfConst("listbox", "tree"), MaybeBool, MaybeBool, Maybe("/", "."),
        (type, single, parents, delimiter) => Record(
            type,
            ("singleSelection", single),
            ("showParentsAsLeaves", type == "tree" ? parents : null),
            ("nodeDelimiter", type == "tree" ? delimiter : null),
            ("choices", Choices(["a.b/c", "a.b/d", "a", "e/f.g/h"]))));

    private static readonly Gen<Dictionary<string, object?>> Numbers = Gen.Select(
        Gen.OneOfConst<double?>(null, 1, 5, 10, 0.1, 0.001, 0.25, 2.5), MaybeBool,
        (step, hasLimits) => Record(
            "number",
            ("multipleOf", step),
            ("minimum", hasLimits == true ? -100 * (step ?? 1) : null),
            ("maximum", hasLimits == true ? 100 * (step ?? 1) : null),
            ("minimumExclusive", hasLimits)));

    private static readonly Gen<Dictionary<string, object?>> Geometries = Gen.Select(
        Maybe("geoJSON", "fmeXML"), Gen.OneOfConst("point", "line", "polygon", "box", "unspecified").Array[1, 3],
        (encoding, types) => Record("geometry", ("geometryEncoding", encoding), ("supportedTypes", types), ("bounds", new { top = 90, bottom = -90 })));

    public static Gen<Dictionary<string, object?>> Any(Gen<string> name, Gen<string> prompt) => Gen.Select(
        Gen.OneOf(Colors, Checkboxes, Dates, Dropdowns, Lists, Numbers, Geometries), name, prompt, Gen.Bool, (record, itsName, itsPrompt, required) =>
        {
            record["name"] = itsName;
            record["prompt"] = itsPrompt;
            record["required"] = required;
            return record;
        });

    private static Gen<string?> Maybe(params string?[] words) => Gen.OneOfConst([null, .. words]);

    private static IEnumerable<object> Choices(IEnumerable<object> values) => [.. values.Select(value => new { display = value.ToString(), value })];

    private static Dictionary<string, object?> Record(string type, params (string Key, object? Value)[] keys)
    {
        var record = new Dictionary<string, object?> { ["type"] = type };
        foreach ((string key, object? value) in keys.Where(key => key.Value is not null))
        {
            record[key] = value;
        }

        return record;
    }
}
