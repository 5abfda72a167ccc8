namespace FmeTyped.Generator.Tests.Conformance;

/// <summary>https://docs.safe.com/fme/html/FME_JSON_GUI/types/file, and the GUI type FEATURE_TYPES.</summary>
internal static class FileRows
{
    public static IReadOnlyList<ConformanceRow> All { get; } =
    [
        Row("accessMode", "read", """ "accessMode": "read" """, "FmeFile"),
        Row("accessMode", "write", """ "accessMode": "write" """, "FmeFile?"),
        Row("accessMode", "readwrite", """ "accessMode": "readwrite" """, "FmeFile?"),
        Row("accessMode", "unknown", """ "accessMode": "append" """, "FmeFile") with
        {
            Told = "\"accessMode\" of P is 'append', which FME's pages do not name; the parameter counts as one that is read",
        },
        Row("itemsToSelect", "files", """ "itemsToSelect": "files" """, "FmeFile"),
        Row("itemsToSelect", "filesAndFolders", """ "itemsToSelect": "filesAndFolders" """, "FmeFile"),
        Row("itemsToSelect", "folders", """ "itemsToSelect": "folders" """, "FmeFolder") with { Good = "FmeFolder.OnServer(\"/data/a.csv\")" },
        Row("itemsToSelect", "filegeodb", """ "itemsToSelect": "filegeodb" """, "FmeFolder") with { Good = "FmeFolder.OnServer(\"/data/a.csv\")" },
        Row("itemsToSelect", "esriLayers", """ "itemsToSelect": "esriLayers" """, "FmeFile") with
        {
            Told = "\"itemsToSelect\" of P is esriLayers; the layers are named as files are, by path or URL",
        },
        Row("selectMultiple", "false", """ "selectMultiple": false """, "FmeFile"),
        Row("selectMultiple", "true", """ "selectMultiple": true """, "FmeList<FmeFile>")
            with { Wire = """["/data/a.csv"]""", Bad = "[]", Message = "needs at least one value." },
        Row("allowURL", "true", """ "allowURL": true """, "FmeFile") with
        {
            Good = "FmeFile.FromUrl(new System.Uri(\"https://example.com/a.csv\"))",
            Wire = "https://example.com/a.csv",
        },
        Row("validateExistence", "true", """ "validateExistence": true """, "FmeFile"),
        Row("filters", "csv", """ "filters": [{ "filter": ["*.csv"], "description": "CSV" }] """, "FmeFile") with
        {
            Good = "FmeFile.OnServer(\"/data/a.zip\")",
            Wire = "/data/a.zip",
        },
        Row("includeWebBrowser", "and other looks", """ "includeWebBrowser": true, "editable": true, "separate": false """, "FmeFile"),
        new("FEATURE_TYPES", "argument", "a dataset") { Fmw = "GUI FEATURE_TYPES P $[DATASET] Types:", CSharp = "FmeList<string>", Good = "[\"a\", \"b\"]",
            Wire = """["a","b"]""" },
        new("FEATURE_TYPES", "argument", "LIST_WORKSPACES") { Fmw = "GUI FEATURE_TYPES P $[DATASET],LIST_WORKSPACES,YES Types:", CSharp = "string",
            Good = "\"a\"", Wire = "a" },
    ];

    private static ConformanceRow Row(string key, string value, string more, string type) =>
        new("file", key, value) { V4 = $"\"type\": \"file\", {more}", CSharp = type, Good = "FmeFile.OnServer(\"/data/a.csv\")", Wire = "/data/a.csv" };
}
