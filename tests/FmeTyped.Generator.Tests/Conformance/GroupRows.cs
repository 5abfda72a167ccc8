namespace FmeTyped.Generator.Tests.Conformance;

/// <summary>https://docs.safe.com/fme/html/FME_JSON_GUI/types/group. A group without a value of its own is shown by its member, which is called P
/// too.</summary>
internal static class GroupRows
{
    private const string Missing = "has to be set: it is required and the workspace has no default for it.";
    private const string Members =
        """ "parameters": [{ "name": "A", "type": "text", "prompt": "An A" }, { "name": "B", "type": "number", "prompt": "A B", "radioValue": "second" }] """;

    public static IReadOnlyList<ConformanceRow> All { get; } =
    [
        Member("style", "missing", ""),
        Member("style", "Plain", """ "style": "Plain", """),
        Member("style", "Collapsible", """ "style": "Collapsible", "collapse": true, """),
        Member("style", "Borderless", """ "style": "Borderless", "gridColumns": 2, """),
        Member("style", "unknown", """ "style": "Fancy", """) with
        {
            Told = "\"style\" of P is 'Fancy', which FmeTyped does not know; the group counts as one without a value of its own",
        },
        Member("expand", "dynamic", """ "expand": { "if": [] }, """),
        Member("radioParameter", "false", """ "radioParameter": false, """),
        Member("delimiter", "bar", """ "delimiter": "|", """)
            with { Told = "\"delimiter\" of P makes FME join the members into one text; they are generated and sent one by one" },
        Member("predefinedSet", "readerOptions", """ "predefinedSet": "readerOptions", "predefinedSetSettings": {}, """) with
        {
            Told = "\"predefinedSet\" of P gives the group members that only FME knows; they get no properties",
        },
        Row("style", "Checkable", """ "style": "Checkable", """, "bool?", "false", "NO") with { Bad = "true, B = 1", Message = Missing },
        Row("style", "Checkable and on", """ "style": "checkable", "defaultValue": "YES", """, "bool?", "false", "NO")
            with { Bad = "null, A = \"x\"", Message = Missing },
        new("group", "style", "Checkable and on, with its members set")
        {
            V4 = """ "type": "group", "style": "Checkable", "parameters": [{ "name": "A", "prompt": "A", "type": "text", "required": false }] """,
            CSharp = "bool?",
            Good = "true",
            Wire = "YES",
        },
        Row("style", "Checkable beside radioParameter", """ "style": "Checkable", "radioParameter": true, "required": false, """, "POption?", "null", "") with
        {
            Told = "\"style\" of P is Checkable in a group that is a choice between its members too; the value of the group is that choice",
            Good = "POption.A, A = \"x\"",
            Wire = "A",
            SentBeside = """ "A": "x" """,
        },
        Row("radioParameter", "true", """ "radioParameter": true, """, "POption", "POption.A, A = \"x\"", "A") with
        {
            SentBeside = """ "A": "x" """,
            Bad = "POption.A",
            Message = Missing,
        },
        Row("radioValue", "second", """ "radioParameter": true, "defaultValue": "A", """, "POption?", "POption.Second, B = 2", "second") with
        {
            SentBeside = """ "B": "2" """,
            Bad = "POption.Second, A = \"x\"",
            Message = Missing,
        },
    ];

    private static ConformanceRow Row(string key, string value, string more, string type, string good, string wire) =>
        new("group", key, value) { V4 = $"\"type\": \"group\", {more}{Members}", CSharp = type, Good = good, Wire = wire };

    private static ConformanceRow Member(string key, string value, string more) => new("group", key, value)
    {
        V4 = $$"""
            "type": "group", {{more}} "parameters": [{ "name": "P", "type": "text", "prompt": "P" }]
            """,
        CSharp = "string",
        Good = "\"x\"",
        Wire = "x",
    };
}
