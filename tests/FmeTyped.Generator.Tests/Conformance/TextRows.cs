namespace FmeTyped.Generator.Tests.Conformance;

/// <summary>https://docs.safe.com/fme/html/FME_JSON_GUI/types/text, and what every parameter has:
/// https://docs.safe.com/fme/html/FME_JSON_GUI/parameters.</summary>
internal static class TextRows
{
    private static readonly string[] Syntaxes = ["gquery", "html", "java", "javascript", "pce", "python", "raster", "regex", "rstats", "sql", "tcl",
        "websocket", "xml", "xquery"];

    public static IReadOnlyList<ConformanceRow> All { get; } =
    [
        Row("editor", "missing", ""),
        Row("editor", "plaintext", """ "editor": "plaintext" """),
        Row("editor", "url", """ "editor": "url", "urlSettings": {} """),
        .. Syntaxes.Select(editor => Row("editor", editor, $"\"editor\": \"{editor}\"") with
        {
            Told = $"\"editor\" of P is {editor}; the value is text, whose syntax is not checked",
        }),
        Row("editor", "json", """ "editor": "json" """) with
        {
            Told = "\"editor\" of P is json; the value is text, whose syntax is not checked, unless \"csharp\" gives it a type",
        },
        Row("editor", "unknown", """ "editor": "cobol" """) with { Told = "\"editor\" of P is 'cobol', which FME's pages do not name; the value is text" },
        Row("runnable", "false", """ "editor": "python", "runnable": false """)
            with { Told = "\"editor\" of P is python; the value is text, whose syntax is not checked" },
        Row("readOnly", "true", """ "readOnly": true """) with { Told = "\"readOnly\" of P is about FME's form only; a request can set the parameter" },
        Row("trimWhitespace", "true", """ "trimWhitespace": true """) with { Good = "\" x \"", Wire = " x " },
        Row("showInlineEditor", "and other looks",
            """ "showInlineEditor": true, "showEditButton": false, "showArithmeticEditor": true, "addAsAttribute": "x" """),
        Row("valueType", "stringEncoded", """ "valueType": "stringEncoded" """) with { Good = "\"a b\"", Wire = "a b" },
        Row("csharp", "encoded", """ "valueType": "stringEncoded" """) with { Good = "\"a b\"", Wire = "a<space>b", Chosen = "\"encoded\": true" },
        Row("required", "missing", "") with { Bad = "\"\"", Message = "may not be blank." },
        Row("required", "false", """ "required": false """) with { CSharp = "string?", Good = "\"\"", Wire = "" },
        Row("supportedValueTypes", "literals", """ "supportedValueTypes": ["none"] """),
        Row("supportedValueTypes", "expression", """ "supportedValueTypes": ["expression", "globalParameter"], "expressionSettings": {} """) with
        {
            Good = "\"$(FME_HOME)\"",
            Wire = "$(FME_HOME)",
        },
        Row("supportedValueTypes", "null", """ "supportedValueTypes": ["null"] """) with
        {
            Told = "\"supportedValueTypes\" of P allows null, which no request can say: it sets a text, leaves it blank or leaves it unset",
        },
        Row("supportedValueTypes", "noOp", """ "supportedValueTypes": ["noOp"] """) with
        {
            Told = "\"supportedValueTypes\" of P allows noOp, which no request can say: it sets a text, leaves it blank or leaves it unset",
        },
        Row("setValue", "dynamic", """ "setValue": { "if": [] } """) with
        {
            Told = "\"setValue\" of P has other parameters fill this one in FME's form; a request that leaves it unset gets the default",
        },
        Row("defaultValue", "an object", """ "defaultValue": { "a": 1 } """) with { CSharp = "string?" },
        Row("unknown", "key", """ "volume": 11 """) with { Told = "\"volume\" of P is no key of FME's pages on this type; it has no effect" },
        Row("type", "Text", "") with { V4 = "\"type\": \"Text\"" },
        new("table", "columns", "two")
        {
            V4 = """ "type": "table", "columns": [{ "name": "FROM", "type": "text" }], "allowRowMove": false, "defaultValue": [{ "FROM": "a" }] """,
            CSharp = "string?",
            Good = "\"a,b\"",
            Wire = "a,b",
            Told = "P has the type table, which FmeTyped does not know; it is generated as text",
        },
        new("dropdown", "choiceSet", "dynamicServiceValues")
        {
            V4 = """ "type": "dropdown", "choiceSettings": { "choiceSet": "dynamicServiceValues", "serviceName": "kafka", "saveObjectID": true } """,
            CSharp = "string",
            Good = "\"topic\"",
            Wire = "topic",
        },
        new("dropdown", "choiceSet", "geometryNames")
        {
            V4 = """ "type": "dropdown", "choiceSettings": { "choiceSet": "geometryNames", "sourcePorts": [], "excludeIncoming": true } """,
            CSharp = "string",
            Good = "\"FME_ALL_GEOMETRIES\"",
            Wire = "FME_ALL_GEOMETRIES",
        },
    ];

    private static ConformanceRow Row(string key, string value, string more) =>
        new("text", key, value) { V4 = $"\"type\": \"text\"{(more.Length > 0 ? "," : "")}{more}", CSharp = "string", Good = "\"x\"", Wire = "x" };
}
