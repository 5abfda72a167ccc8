namespace FmeTyped.Generator.Tests.Conformance;

/// <summary>https://docs.safe.com/fme/html/FME_JSON_GUI/dynamicproperties, and the GUI types that depend on others. The value of a good request is
/// beyond the limits of P, which is out of sight.</summary>
internal static class VisibilityRows
{
    private const string Missing = "has to be set: it is required and the workspace has no default for it.";
    private const string Condition = "\"$equals\": { \"parameter\": \"Q\", \"value\": \"on\" }";

    public static IReadOnlyList<ConformanceRow> All { get; } =
    [
        State("visibility", "true", "true"),
        State("visibility", "visibleEnabled", "\"visibleEnabled\""),
        State("visibility", "{value, override}", """{ "value": "visibleEnabled", "override": false }"""),
        State("if", "empty", """{ "if": [] }"""),
        State("then", "true", """{ "if": [{ "then": true }] }"""),
        Row("$equals", "on", Condition, "on"),
        Row("$equals", "a number", """ "$equals": { "parameter": "Q", "value": 5 } """, "5"),
        Row("$lessThan", "5", """ "$lessThan": { "parameter": "Q", "value": 5 } """, "4.5", "9"),
        Row("$greaterThan", "5", """ "$greaterThan": { "parameter": "Q", "value": "5" } """, "10"),
        Row("$matchesRegex", "^a", """ "$matchesRegex": { "parameter": "Q", "regex": "^a" } """, "abc"),
        Row("$isRuntimeValue", "Q", """ "$isRuntimeValue": { "parameter": "Q" } """, "$(FME_HOME)"),
        Row("$isEnabled", "Q", """ "$isEnabled": { "parameter": "Q" }, "$equals": { "parameter": "Q", "value": "on" } """, "on"),
        Row("$not", "off", """ "$not": { "$equals": { "parameter": "Q", "value": "off" } } """, "on", "off"),
        Row("$anyOf", "two", """ "$anyOf": [{ "$equals": { "parameter": "Q", "value": "on" } }, { "$equals": { "parameter": "Q", "value": "also" } }] """,
            "also"),
        Row("$allOf", "two", """ "$allOf": [{ "$greaterThan": { "parameter": "Q", "value": 1 } }, { "$lessThan": { "parameter": "Q", "value": 9 } }] """, "5"),
        Row("clause", "two conditions", """ "$greaterThan": { "parameter": "Q", "value": 1 }, "$lessThan": { "parameter": "Q", "value": 9 } """, "5"),
        Dynamic("default", "false", $$"""{ "if": [{ {{Condition}}, "then": true }], "default": false }"""),
        Dynamic("default", "{value, override}",
            $$"""{ "if": [{ {{Condition}}, "then": "visibleEnabled" }], "default": { "value": "hiddenDisabled", "override": true } }"""),
        Dynamic("then", "visibleDisabled", $$"""{ "if": [{ "$not": { {{Condition}} }, "then": "visibleDisabled" }] }"""),
        new("visibility", "unknown", "condition")
        {
            V4 = """ "type": "number", "maximum": 5, "visibility": { "if": [{ "$phaseOfMoon": "full", "then": "visibleEnabled" }], "default": false } """,
            CSharp = "double?",
            Good = "9",
            Wire = "9",
            Told = "\"visibility\" of P holds $phaseOfMoon, which FmeTyped does not understand; where the condition depends on that, "
                + "the parameter need not be set and is not checked",
        },
        new("ACTIVECHOICE", "argument", "a,X%b") { Fmw = "GUI ACTIVECHOICE P a,X%b,++X+1 Which?", CSharp = "POption", Good = "POption.B", Wire = "b" },
        new("ACTIVECHOICE", "argument", "Yes,X%No") { Fmw = "GUI ACTIVECHOICE P Yes,X%No Really?", CSharp = "bool", Good = "true", Wire = "Yes" },
        new("COLOR", "argument", "missing") { Fmw = "GUI COLOR P Fill:", CSharp = "FmeColor", Good = "FmeColor.FromRgb(255, 0, 0)", Wire = "255,0,0" },
        new("COLOR", "COLOR_SPEC", "RGBAF")
        {
            Fmw = "GUI COLOR P COLOR_SPEC%RGBAF%COLOR_VALUE_FORMAT%rgb() Fill:",
            CSharp = "FmeColor",
            Good = "FmeColor.FromUnitRgb(0.5, 0.6, 0.7, 0.9)",
            Wire = "rgb(0.5,0.6,0.7,0.9)",
        },
        new("COLOR", "COLOR_VALUE_FORMAT", "#(rgb)")
        {
            Fmw = "GUI COLOR P COLOR_SPEC%RGB%COLOR_VALUE_FORMAT%#(rgb) Fill:",
            CSharp = "FmeColor",
            Good = "FmeColor.FromRgb(255, 0, 17)",
            Wire = "#ff0011",
        },
        new("COLOR", "COLOR_VALUE_FORMAT", "CMYK[]")
        {
            Fmw = "GUI COLOR P COLOR_SPEC%CMYK%COLOR_VALUE_FORMAT%CMYK[] Fill:",
            CSharp = "FmeColor",
            Good = "FmeColor.FromCmyk(1, 2, 3, 4)",
            Wire = "CMYK[1,2,3,4]",
        },
        new("COLOR", "type", "of REST v3") { V3 = """ "type": "COLOR" """, CSharp = "FmeColor", Good = "FmeColor.FromRgb(255, 0, 0)", Wire = "255,0,0" },
    ];

    // P is always there.
    private static ConformanceRow State(string key, string value, string visibility) =>
        new("visibility", key, value) { V4 = $"\"type\": \"text\", \"visibility\": {visibility}", CSharp = "string", Good = "\"x\"", Wire = "x" };

    // P has to be set while the condition holds, which it does for one value of Q, and for "off" and the like it does not.
    private static ConformanceRow Row(string key, string value, string condition, string holds, string otherwise = "-") =>
        Dynamic(key, value, $$"""{ "if": [{ {{condition}}, "then": "visibleEnabled" }], "default": "hiddenDisabled" }""", holds, otherwise);

    private static ConformanceRow Dynamic(string key, string value, string visibility, string holds = "on", string otherwise = "-") =>
        new("visibility", key, value)
    {
        V4 = $"\"type\": \"number\", \"maximum\": 5, \"visibility\": {visibility}",
        Others = """{ "name": "Q", "prompt": "Q", "type": "text", "required": false }""",
        CSharp = "double?",
        Good = $"9, Q = \"{otherwise}\"",
        Wire = "9",
        SentBeside = $"\"Q\": \"{otherwise}\"",
        Bad = $"null, Q = \"{holds}\"",
        Message = Missing,
    };
}
