namespace FmeTyped.Schema.Tests.SchemaFiles;

/// <summary>Good and bad schema files.</summary>
internal static class SchemaFileCases
{
    private const string Text = """{ "name": "AREA", "type": "TEXT" }""";
    private const string Choice = """{ "name": "MODE", "type": "CHOICE", "listOptions": [{ "value": "f" }, { "value": "s" }] }""";
    private const string Hidden = """{ "name": "H", "type": "text", "prompt": "", "hidden": true""";

    public static string[] Good { get; } =
    [
        """{ "format": 1, "workspaces": [] }""",
        """{ "format": 1, "workspaces": null }""",
        """{ "$schema": "https://example.com/x.json", "format": 1, "note": "ours", "workspaces": [] }""",
        WithParameters("[]"),
        WithParameters("null"),
        With("""
            "title": "T", "description": null, "services": ["fmejobsubmitter"], "category": { "kept": true }, "parameters": [], "csharp": null
            """),
        WithParameter(""" "name": "A", "type": "TEXT" """),
        WithParameter(""" "name": "A", "type": "NEVER_HEARD_OF", "shape": [1, 2] """),
        WithParameter("""
            "name": "A", "type": "LISTBOX", "model": "list", "description": "A:", "optional": null, "defaultValue": ["x"],
            "listOptions": [{ "caption": "X", "value": "x" }, { "value": "y" }, { "caption": null, "value": "" }]
            """),
        WithParameter(""" "name": "A", "type": "PASSWORD", "defaultWithheld": true """),
        WithParameter(""" "name": "A", "type": "FLOAT", "defaultValue": 1.5, "minimum": "-1.5e2", "maximum": 9, "minimumExclusive": true """),
        WithParameter(""" "name": "A", "type": "FLOAT", "decimalPrecision": 2 """),
        WithParameter(""" "name": "A", "type": "FLOAT", "decimalPrecision": "" """),
        WithParameter(""" "name": "A", "type": "FLOAT", "defaultValue": true, "minimum": "", "maximum": null """),
        WithParameter("""
            "name": "A", "type": "dropdown", "prompt": "A", "required": false,
            "choiceSettings": { "choiceSet": "userDefined", "choices": [{ "display": "X", "value": "x" }] }
            """),
        WithParameter(""" "name": "A", "type": "dropdown", "prompt": "A", "choices": [{ "value": "x" }] """),
        WithParameter(""" "name": "A", "type": "dropdown", "prompt": "A", "choices": [{ "value": 1 }, { "value": true }] """),
        WithParameter(""" "name": "A", "type": "color", "prompt": "A", "colorSpace": "hsv", "componentValueType": "hex", "alpha": true """),
        WithParameter(""" "name": "A", "type": "color", "prompt": "A", "valueFormat": "#%1" """),
        WithParameter(""" "name": "A", "type": "checkbox", "prompt": "A", "checkedValue": "ON", "uncheckedValue": 0 """),
        WithParameter(""" "name": "A", "type": "datetime", "prompt": "A", "format": "date", "storageFormat": "Iso", "milliseconds": null """),
        WithParameter(""" "name": "A", "type": "tree", "prompt": "A", "nodeDelimiter": "/", "showParentsAsLeaves": true, "choices": [{ "value": "a/b" }] """),
        WithParameter(""" "type": "group", "prompt": "All", "parameters": [{ "name": "A", "type": "text", "prompt": "A" }] """),
        WithParameter("""
            "type": "Group", "name": "G", "style": "Checkable", "radioParameter": false, "defaultValue": "NO",
            "parameters": [{ "name": "A", "type": "text", "prompt": "A", "radioValue": 1, "editor": "sql", "runnable": false, "visibility": false }]
            """),
        WithParameter(""" "name": "A", "type": "geometry", "prompt": "", "geometryEncoding": "fmeXML", "supportedTypes": ["point"] """),
        WithParameter(""" "name": "A", "type": "file", "prompt": "", "accessMode": "readwrite", "visibility": { "if": [], "default": true } """),
        WithParameter(""" "name": "A", "type": "TEXT", "defaultValue": {} """),
        WithParameter(""" "name": "A", "type": "LISTBOX", "defaultValue": [1] """),
        WithParameters("""{ "items": [{ "name": "A", "type": "text" }], "totalCount": 1 }"""),
        WithParameters("""{ "name": "w.fmw", "parameters": [{ "name": "A", "type": "text" }] }"""),
        WithParameters("""{ "name": "A", "type": "TEXT" }"""),
        WithChoices(""" "name": "Download", "namespace": "City.Maps", "language": "fr", "parameters": {} """),
        WithChoices(""" "name": null, "namespace": null, "language": null """),
        WithChoices(""" "name": "Größe_2" """),
        WithChoices("""
            "parameters": { "MODE": { "name": "Speed", "required": true, "secret": false, "options": { "f": "Fast", "s": null } } }
            """),
        WithChoices(""" "parameters": { "AREA": { "encoded": true } } """),
        WithChoices(""" "parameters": { "AREA": { "type": "geoJson", "encoded": true } } """),
        .. Types.Select(type => WithChoices($$""" "parameters": { "AREA": { "type": "{{type}}" } } """)),
        WithChoices(""" "parameters": { "AREA": { "type": "color", "record": { "componentValueType": "int", "alpha": true } } } """),
        WithChoices(""" "parameters": { "AREA": { "type": { "json": "MyApp.Area", "typeInfo": "MyApp.MyJson.Default.Area" } } } """),
    ];

    public static string[] Bad { get; } =
    [
        "[]",
        "{}",
        """{ "workspaces": [] }""",
        """{ "format": 1 }""",
        """{ "format": 2, "workspaces": [] }""",
        """{ "format": "1", "workspaces": [] }""",
        """{ "format": 1, "workspaces": {} }""",
        """{ "format": 1, "workspaces": [null] }""",
        """{ "format": 1, "workspaces": [{}] }""",
        """{ "format": 1, "workspaces": [{ "workspace": "w.fmw", "parameters": [] }] }""",
        """{ "format": 1, "workspaces": [{ "repository": "R", "parameters": [] }] }""",
        """{ "format": 1, "workspaces": [{ "repository": "R", "workspace": "w.fmw" }] }""",
        """{ "format": 1, "workspaces": [{ "repository": " ", "workspace": "w.fmw", "parameters": [] }] }""",
        """{ "format": 1, "workspaces": [{ "repository": "R", "workspace": 1, "parameters": [] }] }""",
        With(""" "title": 1, "parameters": [] """),
        With(""" "services": "fmejobsubmitter", "parameters": [] """),
        With(""" "services": [null], "parameters": [] """),
        With(""" "parameters": [], "csharp": "no" """),
        WithParameters("\"none\""),
        WithParameters("[null]"),
        WithParameters("{}"),
        WithParameters("""{ "items": {} }"""),
        WithParameters("""{ "items": [{ "name": "A" }] }"""),
        WithParameter(""" "name": "A" """),
        WithParameter(""" "type": "TEXT" """),
        WithParameter(""" "name": "", "type": "TEXT" """),
        WithParameter(""" "name": "A", "type": 1 """),
        WithParameter(""" "name": "A", "type": "TEXT", "model": 1 """),
        WithParameter(""" "name": "A", "type": "TEXT", "description": [] """),
        WithParameter(""" "name": "A", "type": "TEXT", "optional": "yes" """),
        WithParameter(""" "name": "A", "type": "TEXT", "defaultWithheld": 1 """),
        WithParameter(""" "name": "A", "type": "CHOICE", "listOptions": {} """),
        WithParameter(""" "name": "A", "type": "CHOICE", "listOptions": ["x"] """),
        WithParameter(""" "name": "A", "type": "CHOICE", "listOptions": [{ "caption": "x" }] """),
        WithParameter(""" "name": "A", "type": "CHOICE", "listOptions": [{ "value": [1] }] """),
        WithParameter(""" "name": "A", "type": "FLOAT", "minimum": "low" """),
        WithParameter(""" "name": "A", "type": "FLOAT", "maximum": [] """),
        WithParameter(""" "name": "A", "type": "FLOAT", "maximumExclusive": "no" """),
        WithParameter(""" "name": "A", "type": "text", "prompt": 1 """),
        WithParameter(""" "name": "A", "type": "text", "required": "no" """),
        WithParameter(""" "name": "A", "type": "number", "prompt": "", "minimum": "low" """),
        WithParameter(""" "name": "A", "type": "geometry", "prompt": "", "geometryEncoding": 1 """),
        WithParameter(""" "name": "A", "type": "color", "prompt": "", "colorSpace": 1 """),
        WithParameter(""" "name": "A", "type": "color", "prompt": "", "alpha": "yes" """),
        WithParameter(""" "name": "A", "type": "checkbox", "prompt": "", "checkedValue": [] """),
        WithParameter(""" "name": "A", "type": "datetime", "prompt": "", "milliseconds": "no" """),
        WithParameter(""" "name": "A", "type": "dropdown", "choiceSettings": { "choices": [{ "display": "X" }] } """),
        WithParameter(""" "name": "A", "type": "dropdown", "prompt": "", "choices": {} """),
        WithParameter(""" "type": "group", "parameters": [{ "name": "A" }] """),
        WithParameter(""" "type": "group", "parameters": "none" """),
        WithParameter(""" "type": "group", "parameters": [], "style": 1 """),
        WithParameter(""" "type": "group", "parameters": [], "radioParameter": "yes" """),
        WithParameter(""" "name": "A", "type": "geometry", "prompt": "", "supportedTypes": "point" """),
        WithParameter(""" "name": "A", "type": "text", "prompt": "", "editor": true """),
        WithParameter(""" "name": "A", "type": "text", "prompt": "", "runnable": "yes" """),
        WithParameter(""" "name": "A", "type": "file", "prompt": "", "accessMode": 1 """),
        WithChoices(""" "nmae": "Download" """),
        WithChoices(""" "name": "2nd" """),
        WithChoices(""" "name": "a b" """),
        WithChoices(""" "name": "" """),
        WithChoices(""" "namespace": "City..Maps" """),
        WithChoices(""" "language": 1 """),
        WithChoices(""" "parameters": null """),
        WithChoices(""" "parameters": { "AREA": null } """),
        WithChoices(""" "parameters": { "AREA": { "requierd": true } } """),
        WithChoices(""" "parameters": { "AREA": { "name": "1" } } """),
        WithChoices(""" "parameters": { "AREA": { "required": "yes" } } """),
        WithChoices(""" "parameters": { "AREA": { "secret": 0 } } """),
        WithChoices(""" "parameters": { "AREA": { "encoded": "yes" } } """),
        WithChoices(""" "parameters": { "AREA": { "type": "geojson" } } """),
        WithChoices(""" "parameters": { "AREA": { "type": null } } """),
        WithChoices(""" "parameters": { "AREA": { "type": { "json": "MyApp.Area" } } } """),
        WithChoices(""" "parameters": { "AREA": { "type": { "json": "List<int>", "typeInfo": "MyApp.MyJson.Default.List" } } } """),
        WithChoices(""" "parameters": { "AREA": { "record": [] } } """),
        WithChoices(""" "parameters": { "AREA": { "record": { "required": true } } } """),
        WithChoices(""" "parameters": { "MODE": { "options": [] } } """),
        WithChoices(""" "parameters": { "MODE": { "options": { "f": "fast lane" } } } """),
    ];

    /// <summary>A schema sees one place at a time; these depend on two, or on what C# and FmeTyped call things.</summary>
    public static (string Reason, string File)[] RefusedByReaderOnly { get; } =
    [
        ("Uniqueness of a workspace.", $$"""{ "format": 1, "workspaces": [{{Workspace("\"parameters\": []")}}, {{Workspace("\"parameters\": []")}}] }"""),
        ("Uniqueness of a parameter.", WithParameters($"[{Text}, {Text}]")),
        ("A limit against the other.", WithParameter(""" "name": "A", "type": "FLOAT", "minimum": 2, "maximum": 1 """)),
        ("A number too large for double.", WithParameter(""" "name": "A", "type": "FLOAT", "minimum": "1e999" """)),
        ("A choice for a parameter that is not there.", WithChoices(""" "parameters": { "AERA": { "required": true } } """)),
        ("A name for an option that is not there.", WithChoices(""" "parameters": { "MODE": { "options": { "x": "Slow" } } } """)),
        ("A type for a parameter that is no text.", WithChoices(""" "parameters": { "MODE": { "type": "date" } } """)),
        ("A key for a record of another type.", WithChoices(""" "parameters": { "MODE": { "record": { "alpha": true } } } """)),
        ("An encoding for what is no text.", WithChoices(""" "parameters": { "MODE": { "encoded": true } } """)),
        ("A secret that is no text.", WithChoices(""" "parameters": { "MODE": { "secret": true } } """)),
        ("One name for two parameters.", WithChoices(""" "parameters": { "AREA": { "name": "X" }, "MODE": { "name": "X" } } """)),
        ("One name for two options.", WithChoices(""" "parameters": { "MODE": { "options": { "f": "X", "s": "X" } } } """)),
        ("A sign outside ASCII that is no letter; the classes that tell are not in every editor's regular expressions.", WithChoices(""" "name": "a€" """)),
        ("A name that every generated record has.", WithChoices(""" "name": "ToString" """)),
    ];

    /// <summary>The reader looks only at what something depends on.</summary>
    public static (string Reason, string File)[] RefusedBySchemaOnly { get; } =
    [
        ("A hidden parameter is left out.", WithParameters($$"""[{{Hidden}}, "required": 1 }]""")),
        ("A v3 record has its options elsewhere.", WithParameter(""" "name": "A", "type": "TEXT", "model": "string", "choices": 1 """)),
        ("Limits are for numbers.", WithParameter(""" "name": "A", "type": "text", "prompt": "", "minimum": "low" """)),
        ("An encoding is for geometries.", WithParameter(""" "name": "A", "type": "text", "prompt": "", "geometryEncoding": 1 """)),
        ("Choices beside another choice set are not read.", WithParameter("""
            "name": "A", "type": "dropdown", "prompt": "", "choiceSettings": { "choiceSet": "writers", "choices": [1] }
            """)),
    ];

    private static IEnumerable<string> Types =>
        ["text", "integer", "float", "date", "time", "dateTime", "geoJson", "wkt", "color", "coordinateSystem", "connection", "file", "folder", "secret"];

    public static string WithParameters(string parameters) => With($"\"parameters\": {parameters}");

    private static string WithParameter(string members) => WithParameters($"[{{{members}}}]");

    private static string WithChoices(string members) => With($"\"parameters\": [{Text}, {Choice}], \"csharp\": {{{members}}}");

    private static string With(string members) => $$"""{ "format": 1, "workspaces": [{{Workspace(members)}}] }""";

    private static string Workspace(string members) => $$"""{ "repository": "R", "workspace": "w.fmw", {{members}} }""";
}
