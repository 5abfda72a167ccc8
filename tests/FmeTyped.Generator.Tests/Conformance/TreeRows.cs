namespace FmeTyped.Generator.Tests.Conformance;

/// <summary>https://docs.safe.com/fme/html/FME_JSON_GUI/types/tree.</summary>
internal static class TreeRows
{
    public static IReadOnlyList<ConformanceRow> All { get; } =
    [
        Row("singleSelection", "missing", "", "a.b", "FmeList<POption>", "[POption.AB, POption.AC]", """["a.b","a.c"]"""),
        Row("singleSelection", "true", """ "singleSelection": true, """, "a.b", "POption", "POption.AC", "a.c"),
        Row("showParentsAsLeaves", "true", """ "showParentsAsLeaves": true, """, "a.b", "FmeList<POption>", "[POption.A, POption.AC]", """["a","a.c"]"""),
        Row("showParentsAsLeaves", "true", """ "showParentsAsLeaves": true, "singleSelection": true, """, "a.b", "POption", "POption.A", "a"),
        Row("showParentsAsLeaves", "true", """ "showParentsAsLeaves": true, """, "17", "FmeList<POption>", "[POption.AC]", """["a.c"]""") with
        {
            Told = "\"showParentsAsLeaves\" of P makes choices of the nodes above 'a.b', whose values '17' does not tell; only the leaves are generated",
        },
        new("tree", "nodeDelimiter", "/")
        {
            V4 = """ "type": "tree", "nodeDelimiter": "/", "showParentsAsLeaves": true, "choices": [{ "display": "a/b.c", "value": "a/b.c" }] """,
            CSharp = "FmeList<POption>",
            Good = "[POption.A, POption.ABC]",
            Wire = """["a","a/b.c"]""",
        },
        Row("delimiter", "comma", """ "delimiter": ",", "defaultValue": "a.b,a.c", """, "a.b", "FmeList<POption>?", "[POption.AC]", """["a.c"]"""),
    ];

    private static ConformanceRow Row(string key, string value, string more, string first, string type, string good, string wire) => new("tree", key, value)
    {
        V4 = $$""" "type": "tree", {{more}} "choices": [{ "display": "a.b", "value": "{{first}}" }, { "display": "a.c", "value": "a.c" }] """,
        CSharp = type,
        Good = good,
        Wire = wire,
    };
}
