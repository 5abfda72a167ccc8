namespace FmeTyped.Generator.Tests.Conformance;

/// <summary>https://docs.safe.com/fme/html/FME_JSON_GUI/types/listbox.</summary>
internal static class ListboxRows
{
    private const string Choices = """ "choiceSettings": { "choices": [{ "display": "A", "value": "a" }, { "display": "B", "value": "b" }] } """;

    public static IReadOnlyList<ConformanceRow> All { get; } =
    [
        Row("singleSelection", "missing", "", "FmeList<POption>", "[POption.B, POption.A]", """["b","a"]""") with
        {
            Bad = "[]",
            Message = "needs at least one value.",
        },
        Row("singleSelection", "false", """ "singleSelection": false, """, "FmeList<POption>", "[POption.A]", """["a"]"""),
        Row("singleSelection", "true", """ "singleSelection": true, """, "POption", "POption.B", "b") with
        {
            Bad = "default(POption)",
            Message = "was given the default of the enum, which is not an option. Allowed: 'a', 'b'.",
        },
        Row("csharp", "singleSelection", """ "singleSelection": true, """, "FmeList<POption>", "[POption.B]", """["b"]""") with
        {
            Chosen = """ "record": { "singleSelection": false } """,
        },
        Row("delimiter", "comma", """ "delimiter": ",", "defaultValue": "a,b", """, "FmeList<POption>?", "[POption.B]", """["b"]"""),
        Row("delimiter", "blank", """ "delimiter": " ", "defaultValue": "a b", """, "FmeList<POption>?", "[POption.B]", """["b"]"""),
        Row("valueType", "string_encoded", """ "valueType": "string_encoded", "defaultValue": "a b", """, "FmeList<POption>?", "[POption.B]", """["b"]"""),
        Row("inline", "true", """ "inline": true, """, "FmeList<POption>", "[POption.A]", """["a"]"""),
        new("LOOKUP_LISTBOX", "listOptions", "two")
        {
            V3 = """ "type": "LOOKUP_LISTBOX", "model": "list", "listOptions": [{ "caption": "A", "value": "a" }, { "caption": "-----", "value": "-----" }] """,
            CSharp = "FmeList<POption>",
            Good = "[POption.A]",
            Wire = """["a"]""",
        },
        new("LISTBOX", "argument", "a%b")
        {
            Fmw = "GUI LISTBOX P a%b Which?",
            CSharp = "FmeList<POption>",
            Good = "[POption.B, POption.A]",
            Wire = """["b","a"]""",
        },
    ];

    private static ConformanceRow Row(string key, string value, string more, string type, string good, string wire) =>
        new("listbox", key, value) { V4 = $""" "type": "listbox", {more} {Choices} """, CSharp = type, Good = good, Wire = wire };
}
