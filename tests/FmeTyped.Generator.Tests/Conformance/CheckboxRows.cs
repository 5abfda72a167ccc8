namespace FmeTyped.Generator.Tests.Conformance;

/// <summary>https://docs.safe.com/fme/html/FME_JSON_GUI/types/checkbox.</summary>
internal static class CheckboxRows
{
    public static IReadOnlyList<ConformanceRow> All { get; } =
    [
        Row("checkedValue", "missing", "", "true", "YES"),
        Row("uncheckedValue", "missing", "", "false", "NO"),
        Row("valueType", "bool", """ "valueType": "bool", "defaultValue": "NO" """, "true", "YES", "bool?"),
        Row("checkedValue", "ON", """ "checkedValue": "ON", "uncheckedValue": "OFF" """, "true", "ON"),
        Row("uncheckedValue", "OFF", """ "checkedValue": "ON", "uncheckedValue": "OFF" """, "false", "OFF"),
        Row("checkedValue", "1", """ "checkedValue": "1", "uncheckedValue": "0", "defaultValue": "0" """, "true", "1", "bool?"),
        Row("checkedValue", "number 1", """ "checkedValue": 1, "uncheckedValue": 0 """, "true", "1"),
        Row("checkedValue", "NO", """ "checkedValue": "NO", "uncheckedValue": "YES" """, "true", "NO"),
        Row("checkedValue", "only", """ "checkedValue": "drop" """, "false", "NO"),
        Row("uncheckedValue", "empty", """ "checkedValue": "drop", "uncheckedValue": "" """, "false", ""),
        Row("defaultValue", "No beside checkedValue true", """ "checkedValue": "true", "defaultValue": "No" """, "true", "true", "bool?") with
        {
            Told = "The default of P, 'No', is not one of its options",
        },
        Row("defaultValue", "true", """ "defaultValue": true """, "true", "YES", "bool?"),
        Row("defaultValue", "Yes without keys", """ "defaultValue": "Yes" """, "false", "NO", "bool?") with
        {
            Told = "The default of P, 'Yes', is not one of its options",
        },
        Row("csharp", "checkedValue", """ "defaultValue": "Yes" """, "false", "No", "bool?") with
        {
            Chosen = """ "record": { "checkedValue": "Yes", "uncheckedValue": "No" } """,
        },
        Row("checkedValue", "as uncheckedValue", """ "checkedValue": "NO" """, "\"NO\"", "NO", "string") with
        {
            Told = "\"checkedValue\" of P is 'NO', and so is \"uncheckedValue\"; it is generated as text",
        },
        new("LOOKUP_CHOICE", "listOptions", "yes and no")
        {
            V3 = """ "type": "LOOKUP_CHOICE", "listOptions": [{ "caption": "No", "value": "no" }, { "caption": "Yes", "value": "yes" }] """,
            CSharp = "bool",
            Good = "true",
            Wire = "yes",
        },
        new("CHOICE", "argument", "Yes%No") { Fmw = "GUI CHOICE P Yes%No Really?", CSharp = "bool", Good = "false", Wire = "No" },
    ];

    private static ConformanceRow Row(string key, string value, string more, string good, string wire, string type = "bool") =>
        new("checkbox", key, value) { V4 = $"\"type\": \"checkbox\"{(more.Length > 0 ? "," : "")}{more}", CSharp = type, Good = good, Wire = wire };
}
