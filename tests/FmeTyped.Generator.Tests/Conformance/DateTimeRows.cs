namespace FmeTyped.Generator.Tests.Conformance;

/// <summary>
/// https://docs.safe.com/fme/html/FME_JSON_GUI/types/datetime, and for the offset and the fraction the page on the standard FME date/time format.
/// </summary>
internal static class DateTimeRows
{
    private const string Seconds = "new System.DateTime(2022, 7, 7, 12, 34, 56)";
    private const string Milliseconds = "new System.DateTime(2022, 7, 7, 12, 34, 56, 789)";
    private const string Berlin = "new System.DateTimeOffset(2022, 7, 7, 12, 34, 56, System.TimeSpan.FromHours(2))";
    private const string Day = "new System.DateOnly(2022, 7, 7)";

    private const string NoOffset = "takes a local time without an offset from UTC; WithoutOffset() of an FmeDateTime drops it.";
    private const string NeedsOffset = "takes a time with its offset from UTC: a DateTimeOffset, or a text that ends like +01:00.";
    private const string NoFraction = "takes whole seconds; WithoutFraction() of an FmeDateTime drops the rest.";
    private const string NeedsBoth = "takes a date with a time. A date and time looks like 20260131143000.";

    public static IReadOnlyList<ConformanceRow> All { get; } =
    [
        Row("format", "missing", "", Seconds, "20220707123456", Day, NeedsBoth),
        Row("format", "datetime", """ "format": "datetime" """, Seconds, "20220707123456", Day, NeedsBoth),
        Row("format", "date", """ "format": "date" """, Day, "20220707", Seconds, "takes a date without a time. A date looks like 20260131."),
        Row("format", "time", """ "format": "time" """, "new System.TimeOnly(12, 34, 56)", "123456", "", "") with
        {
            Told = "\"format\" of P is 'time', and FME has datetime, date; it is read as a time of day",
        },
        Row("format", "week", """ "format": "week" """, Seconds, "20220707123456", Day, NeedsBoth) with
        {
            Told = "\"format\" of P is 'week', and FME has datetime, date; it is read as datetime",
        },
        Row("storageFormat", "missing", "", Seconds, "20220707123456", "", ""),
        Row("storageFormat", "Fme", """ "storageFormat": "Fme" """, Seconds, "20220707123456", "", ""),
        Row("storageFormat", "Iso", """ "storageFormat": "Iso" """, Seconds, "2022-07-07T12:34:56", "", ""),
        Row("storageFormat", "Iso", """ "format": "date", "storageFormat": "Iso" """, Day, "2022-07-07", "", ""),
        Row("timeZone", "missing", "", Seconds, "20220707123456", Berlin, NoOffset),
        Row("timeZone", "local", """ "timeZone": "local" """, Seconds, "20220707123456", Berlin, NoOffset),
        Row("timeZone", "utc", """ "timeZone": "utc" """, Berlin, "20220707123456+02:00", Seconds, NeedsOffset),
        Row("timeZone", "utc", """ "timeZone": "utc", "storageFormat": "Iso" """, Berlin, "2022-07-07T12:34:56+02:00", Seconds, NeedsOffset),
        Row("timeZone", "utc", """ "timeZone": "utc" """, "new System.DateTime(2022, 7, 7, 1, 2, 3, System.DateTimeKind.Utc)", "20220707010203+00:00", "", ""),
        Row("milliseconds", "missing", "", $"((FmeDateTime){Milliseconds}).WithoutFraction()", "20220707123456", Milliseconds, NoFraction),
        Row("milliseconds", "false", """ "milliseconds": false """, Seconds, "20220707123456", Milliseconds, NoFraction),
        Row("milliseconds", "true", """ "milliseconds": true """, Milliseconds, "20220707123456.789", "", ""),
        Row("milliseconds", "true", """ "milliseconds": true """, Seconds, "20220707123456.000", "", ""),
        Row("milliseconds", "true", """ "milliseconds": true, "storageFormat": "Iso", "timeZone": "utc" """, Berlin, "2022-07-07T12:34:56.000+02:00", "", ""),
        Row("csharp", "storageFormat", """ "format": "date" """, Day, "2022-07-07", "", "") with { Chosen = """ "record": { "storageFormat": "Iso" } """ },
        Row("csharp", "timeZone, milliseconds", "", Berlin, "20220707123456.000+02:00", "", "") with
        {
            Chosen = """ "record": { "timeZone": "utc", "milliseconds": true } """,
        },
        new("DATETIME", "type", "DATETIME") { V3 = """ "type": "DATETIME" """, CSharp = "FmeDateTime", Good = Berlin, Wire = "20220707123456+02:00" },
        new("DATETIME", "type", "DATETIME") { V3 = """ "type": "DATETIME" """, CSharp = "FmeDateTime", Good = Milliseconds, Wire = "20220707123456.789" },
        new("DATE", "type", "DATE")
        {
            Fmw = "GUI DATE P % Day:",
            CSharp = "FmeDateTime",
            Good = Day,
            Wire = "20220707",
            Bad = Seconds,
            Message = "takes a date without a time. A date looks like 20260131.",
        },
        new("TEXT", "csharp", "date")
        {
            V3 = """ "type": "TEXT" """,
            Chosen = """ "type": "date", "record": { "storageFormat": "Iso" } """,
            CSharp = "FmeDateTime",
            Good = Day,
            Wire = "2022-07-07",
        },
    ];

    private static ConformanceRow Row(string key, string value, string more, string good, string wire, string bad, string message) =>
        new("datetime", key, value)
        {
            V4 = $"\"type\": \"datetime\"{(more.Length > 0 ? "," : "")}{more}",
            CSharp = "FmeDateTime",
            Good = good,
            Wire = wire,
            Bad = bad,
            Message = message,
        };
}
