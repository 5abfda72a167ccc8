namespace FmeTyped.Generator.Tests.Conformance;

/// <summary>https://docs.safe.com/fme/html/FME_JSON_GUI/types/dropdown.</summary>
internal static class DropdownRows
{
    private const string NoOption = "was given the default of the enum, which is not an option. Allowed: ";

    private const string A = """{ "display": "A", "value": "a" }""";
    private const string B = """{ "display": "B", "value": "b" }""";

    public static IReadOnlyList<ConformanceRow> All { get; } =
    [
        Row("value", "text", """{ "display": "Polygons", "value": "poly" }""", B, "POption.Poly", "poly", "'poly', 'b'."),
        Row("value", "number", """{ "display": "One", "value": 1 }""", B, "POption.One", "1", "'1', 'b'."),
        Row("value", "number", """{ "display": "Half", "value": 0.5 }""", B, "POption.Half", "0.5", "'0.5', 'b'."),
        Row("value", "bool", """{ "display": "Keep", "value": true }""", """{ "value": false }""", "true", "true", "") with { CSharp = "bool" },
        Row("value", "bool", """{ "display": "Keep", "value": true }""", B, "POption.True", "true", "'true', 'b'."),
        Row("value", "-----", A, """{ "display": "-----", "value": "-----" }, """ + B, "POption.B", "b", "'a', 'b'."),
        Row("value", "------", A, """{ "display": "Dashes", "value": "------" }""", "POption.Dashes", "------", "'a', '------'."),
        new("dropdown", "choices", "on the record")
        {
            V4 = """ "type": "dropdown", "choices": [{ "display": "A", "value": 10 }, { "display": "-", "value": "-----" }] """,
            CSharp = "POption",
            Good = "POption.A",
            Wire = "10",
        },
        new("LOOKUP_CHOICE", "listOptions", "-----")
        {
            V3 = """ "type": "LOOKUP_CHOICE", "listOptions": [{ "value": "a" }, { "value": "-----" }, { "value": "b" }] """,
            CSharp = "POption",
            Good = "POption.B",
            Wire = "b",
            Bad = "default(POption)",
            Message = NoOption + "'a', 'b'.",
        },
        new("CHOICE", "argument", "-----") { Fmw = "GUI CHOICE P a%-----%b Which?", CSharp = "POption", Good = "POption.B", Wire = "b" },
    ];

    private static ConformanceRow Row(string key, string value, string first, string second, string good, string wire, string options) =>
        new("dropdown", key, value)
        {
            V4 = $$""" "type": "dropdown", "choiceSettings": { "choiceSet": "userDefined", "choices": [{{first}}, {{second}}] } """,
            CSharp = "POption",
            Good = good,
            Wire = wire,
            Bad = options.Length > 0 ? "default(POption)" : "",
            Message = options.Length > 0 ? NoOption + options : "",
        };
}
