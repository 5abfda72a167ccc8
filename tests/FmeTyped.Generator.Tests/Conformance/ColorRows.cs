namespace FmeTyped.Generator.Tests.Conformance;

/// <summary>https://docs.safe.com/fme/html/FME_JSON_GUI/types/color, and for v3 and workspace files the GUI type COLOR_PICK.</summary>
internal static class ColorRows
{
    private const string Alpha = "takes an opaque colour, without an alpha; this one has 0.501961.";

    public static IReadOnlyList<ConformanceRow> All { get; } =
    [
        Row("colorSpace", "missing", "", "FmeColor.FromRgb(255, 0, 0)", "255,0,0"),
        Row("colorSpace", "rgb", """ "colorSpace": "rgb" """, "FmeColor.FromUnitRgb(1, 0, 0)", "255,0,0"),
        Row("colorSpace", "rgb", """ "colorSpace": "rgb" """, "FmeColor.FromHsv(0, 255, 255)", "255,0,0"),
        Row("colorSpace", "rgb", """ "colorSpace": "rgb" """, "FmeColor.FromUnitCmyk(0, 1, 1, 0)", "255,0,0"),
        Row("colorSpace", "rgb", """ "colorSpace": "rgb" """, "FmeColor.FromUnitHsl(0.5, 1, 0.25)", "0,128,128"),
        Row("colorSpace", "hsv", """ "colorSpace": "hsv" """, "FmeColor.FromHsv(10, 20, 30)", "10,20,30"),
        Row("colorSpace", "hsv", """ "colorSpace": "hsv" """, "FmeColor.FromRgb(255, 0, 0)", "0,255,255"),
        Row("colorSpace", "hsv", """ "colorSpace": "HSV", "componentValueType": "float" """, "FmeColor.FromUnitRgb(0, 0.5, 0)", "0.333333,1,0.5"),
        Row("colorSpace", "hsl", """ "colorSpace": "hsl", "componentValueType": "float" """, "FmeColor.FromUnitRgb(0, 0.5, 0)", "0.333333,1,0.25"),
        Row("colorSpace", "cmyk", """ "colorSpace": "cmyk" """, "FmeColor.FromCmyk(1, 2, 3, 4)", "1,2,3,4"),
        Row("colorSpace", "cmyk", """ "colorSpace": "cmyk" """, "FmeColor.FromRgb(255, 0, 0)", "0,255,255,0"),
        Row("colorSpace", "cmyk", """ "colorSpace": "cmyk", "componentValueType": "float" """, "FmeColor.FromUnitRgb(0, 0, 0)", "0,0,0,1"),
        Row("colorSpace", "lab", """ "colorSpace": "lab" """, "FmeColor.FromRgb(255, 0, 0)", "255,0,0") with
        {
            Told = "\"colorSpace\" of P is 'lab', and FME has rgb, hsv, hsl, cmyk; it is read as rgb",
        },
        Row("componentValueType", "missing", "", "FmeColor.FromUnitRgb(0.5, 0, 1)", "128,0,255"),
        Row("componentValueType", "int", """ "componentValueType": "int" """, "FmeColor.FromRgb(1, 0, 0)", "1,0,0"),
        Row("componentValueType", "float", """ "componentValueType": "float" """, "FmeColor.FromRgb(255, 0, 0)", "1,0,0"),
        Row("componentValueType", "float", """ "componentValueType": "float" """, "FmeColor.FromRgb(128, 0, 51)", "0.501961,0,0.2"),
        Row("componentValueType", "hex", """ "componentValueType": "hex" """, "FmeColor.FromRgb(0, 0, 255)", "0000ff"),
        Row("componentValueType", "hex", """ "componentValueType": "hex", "colorSpace": "cmyk" """, "FmeColor.FromCmyk(1, 2, 3, 255)", "010203ff"),
        Row("alpha", "missing", "", "FmeColor.FromRgb(255, 0, 0, 255)", "255,0,0") with { Bad = "FmeColor.FromRgb(255, 0, 0, 128)", Message = Alpha },
        Row("alpha", "false", """ "alpha": false """, "FmeColor.FromRgb(255, 0, 0)", "255,0,0") with
        {
            Bad = "FmeColor.FromRgb(255, 0, 0, 128)",
            Message = Alpha,
        },
        Row("alpha", "true", """ "alpha": true """, "FmeColor.FromRgb(255, 0, 0, 128)", "255,0,0,128"),
        Row("alpha", "true", """ "alpha": true """, "FmeColor.FromRgb(255, 0, 0)", "255,0,0,255"),
        Row("alpha", "true", """ "alpha": true, "componentValueType": "float" """, "FmeColor.FromUnitRgb(1, 0, 0, 0.25)", "1,0,0,0.25"),
        Row("alpha", "true", """ "alpha": true, "colorSpace": "cmyk" """, "FmeColor.FromCmyk(1, 2, 3, 4, 5)", "1,2,3,4,5"),
        Row("alpha", "true", """ "alpha": true, "componentValueType": "hex" """, "FmeColor.FromRgb(0, 0, 255, 128)", "0000ff80"),
        Row("valueFormat", "#%1", """ "componentValueType": "hex", "valueFormat": "#%1" """, "FmeColor.FromRgb(0, 0, 255)", "#0000ff"),
        Row("valueFormat", "rgb(%1)", """ "valueFormat": "rgb(%1)" """, "FmeColor.FromRgb(0, 0, 255)", "rgb(0,0,255)"),
        Row("valueFormat", "%1", """ "valueFormat": "%1" """, "FmeColor.FromRgb(0, 0, 255)", "0,0,255"),
        Row("valueFormat", "without a place", """ "valueFormat": "blue" """, "FmeColor.FromRgb(0, 0, 255)", "0,0,255") with
        {
            Told = "\"valueFormat\" of P is 'blue', which has no %1 for the colour to stand in; the colour is sent without it",
        },
        new("COLOR_PICK", "type", "COLOR_PICK")
        {
            V3 = """ "type": "COLOR_PICK" """,
            CSharp = "FmeColor",
            Good = "FmeColor.FromRgb(255, 0, 51)",
            Wire = "1,0,0.2",
        },
        new("COLOR_PICK", "csharp", "componentValueType")
        {
            V3 = """ "type": "COLOR_PICK" """,
            Chosen = """ "record": { "componentValueType": "int" } """,
            CSharp = "FmeColor",
            Good = "FmeColor.FromRgb(255, 0, 51)",
            Wire = "255,0,51",
        },
        new("COLOR_PICK", "type", "COLOR_PICK")
        {
            Fmw = "GUI COLOR_PICK P Colour:",
            CSharp = "FmeColor",
            Good = "FmeColor.FromRgb(255, 0, 51)",
            Wire = "1,0,0.2",
        },
        new("TEXT", "csharp", "color")
        {
            V3 = """ "type": "TEXT" """,
            Chosen = """ "type": "color" """,
            CSharp = "FmeColor",
            Good = "FmeColor.FromRgb(255, 0, 0)",
            Wire = "255,0,0",
        },
        new("TEXT", "csharp", "color and its form")
        {
            V3 = """ "type": "TEXT" """,
            Chosen = """ "type": "color", "record": { "componentValueType": "hex", "valueFormat": "#%1" } """,
            CSharp = "FmeColor",
            Good = "FmeColor.FromRgb(255, 0, 0)",
            Wire = "#ff0000",
        },
    ];

    private static ConformanceRow Row(string key, string value, string more, string good, string wire) =>
        new("color", key, value) { V4 = $"\"type\": \"color\"{(more.Length > 0 ? "," : "")}{more}", CSharp = "FmeColor", Good = good, Wire = wire };
}
