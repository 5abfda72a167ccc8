namespace FmeTyped.Generator.Tests.Conformance;

/// <summary>https://docs.safe.com/fme/html/FME_JSON_GUI/types/number, and RANGE_SLIDER of v3 and workspace files.</summary>
internal static class NumberRows
{
    public static IReadOnlyList<ConformanceRow> All { get; } =
    [
        Row("type", "number", "", "double", "0.0025", "0.0025"),
        Row("multipleOf", "1", """ "multipleOf": 1 """, "long", "-7", "-7"),
        Row("multipleOf", "5", """ "multipleOf": 5 """, "long", "15", "15") with { Bad = "7", Message = "is 7; it has to be a multiple of 5." },
        Row("multipleOf", "10", """ "multipleOf": 10 """, "long", "20", "20") with { Bad = "5", Message = "is 5; it has to be a multiple of 10." },
        Row("multipleOf", "0.1", """ "multipleOf": 0.1 """, "double", "0.3", "0.3") with
        {
            Bad = "0.25",
            Message = "is 0.25; it may have at most 1 decimal places.",
        },
        Row("multipleOf", "0.25", """ "multipleOf": 0.25 """, "double", "-1.75", "-1.75") with
        {
            Bad = "0.3",
            Message = "is 0.3; it has to be a multiple of 0.25.",
        },
        Row("multipleOf", "2.5", """ "multipleOf": "2.5" """, "double", "7.5", "7.5") with { Bad = "5.1", Message = "is 5.1; it has to be a multiple of 2.5." },
        Row("multipleOf", "0", """ "multipleOf": 0 """, "double", "1.5", "1.5") with
        {
            Told = "\"multipleOf\" of P is 0, which is no step; any number is taken",
        },
        Row("minimum", "2", """ "minimum": 2 """, "double", "2", "2") with { Bad = "1.9", Message = "is 1.9; it has to be at least 2." },
        Row("maximum", "2", """ "maximum": 2 """, "double", "2", "2") with { Bad = "2.1", Message = "is 2.1; it has to be at most 2." },
        Row("minimumExclusive", "true", """ "minimum": 2, "minimumExclusive": true """, "double", "2.1", "2.1") with
        {
            Bad = "2",
            Message = "is 2; it has to be greater than 2.",
        },
        Row("maximumExclusive", "true", """ "maximum": 2, "maximumExclusive": true """, "double", "1.9", "1.9") with
        {
            Bad = "2",
            Message = "is 2; it has to be less than 2.",
        },
        Row("showSlider", "true", """ "showSlider": true, "sliderTickIncrement": 5 """, "double", "1.5", "1.5"),
        new("RANGE_SLIDER", "decimalPrecision", "1")
        {
            V3 = """ "type": "RANGE_SLIDER", "minimum": 0, "maximum": 5, "decimalPrecision": 1 """,
            CSharp = "double",
            Good = "2.5",
            Wire = "2.5",
            Bad = "2.25",
            Message = "is 2.25; it may have at most 1 decimal places.",
        },
        new("RANGE_SLIDER", "argument", "RANGE")
        {
            Fmw = "GUI RANGE_SLIDER P RANGE:[0,51)%PRECISION:0 How many?",
            CSharp = "long",
            Good = "50",
            Wire = "50",
            Bad = "51",
            Message = "is 51; it has to be less than 51.",
        },
    ];

    private static ConformanceRow Row(string key, string value, string more, string type, string good, string wire) =>
        new("number", key, value) { V4 = $"\"type\": \"number\"{(more.Length > 0 ? "," : "")}{more}", CSharp = type, Good = good, Wire = wire };
}
