using System.Text.Json.Nodes;
using FmeTyped.Generator.Tests.Conformance;
using FmeTyped.Metadata;
using FmeTyped.Schema.Reading;
using FmeTyped.Schema.Reading.Fmw;
using FmeTyped.Tool.Requests;

namespace FmeTyped.JsonSchema.Tests;

/// <summary>The workspaces that the schemas are tried with.</summary>
internal static class Samples
{
    /// <summary>A workspace of every kind of parameter, with conditions of every kind.</summary>
    public const string EveryKind =
        """
        { "format": 1, "workspaces": [ { "repository": "Test", "workspace": "kinds.fmw", "title": "Kinds", "description": "All of them", "services": ["fmejobsubmitter"],
          "parameters": [
            { "name": "PLACE", "type": "text", "prompt": "Place" },
            { "name": "NOTE", "type": "text", "prompt": "Note", "required": false },
            { "name": "SIZE", "type": "number", "prompt": "Size", "required": false, "multipleOf": 1, "minimum": 0, "minimumExclusive": true, "maximum": 10, "defaultValue": "5" },
            { "name": "SHARE", "type": "number", "prompt": "Share", "multipleOf": 0.01, "minimum": 0, "maximum": 1 },
            { "name": "ANGLE", "type": "number", "prompt": "Angle", "required": false, "multipleOf": 2.5 },
            { "name": "FLAG", "type": "checkbox", "prompt": "Flag", "checkedValue": "on", "uncheckedValue": "off", "required": false, "defaultValue": "on" },
            { "name": "MODE", "type": "dropdown", "prompt": "Mode", "required": false, "choiceSettings": { "choiceSet": "userDefined", "choices": [ { "display": "Medium", "value": "25" }, { "display": "Large", "value": "50" } ] }, "defaultValue": "25" },
            { "name": "EXACT", "type": "dropdown", "prompt": "Exact", "choiceSettings": { "choiceSet": "userDefined", "choices": [ { "display": "A", "value": "a" }, { "display": "B", "value": "b" } ] } },
            { "name": "LAYERS", "type": "listbox", "prompt": "Layers", "choiceSettings": { "choiceSet": "userDefined", "choices": [ { "display": "A", "value": "a" }, { "display": "B", "value": "b c" } ] } },
            { "name": "TYPES", "type": "listbox", "prompt": "Feature types", "required": false, "choiceSettings": { "choiceSet": "readerValues" } },
            { "name": "STYLE", "type": "text", "prompt": "Style", "required": false, "choiceSettings": { "choiceSet": "userDefined", "choices": [ { "display": "Red", "value": "red" } ] } },
            { "name": "CRS", "type": "text", "prompt": "Coordinate system", "required": false, "choiceSettings": { "choiceSet": "coordinateSystems" } },
            { "name": "CONN", "type": "dropdown", "prompt": "Connection", "required": false, "choiceSettings": { "choiceSet": "dbConnections" } },
            { "name": "SOURCES", "type": "file", "prompt": "Sources", "required": false, "itemsToSelect": "files", "accessMode": "read", "selectMultiple": true },
            { "name": "TARGET", "type": "file", "prompt": "Target", "itemsToSelect": "folders", "accessMode": "write", "defaultValue": "C:\\temp\\out" },
            { "name": "DAY", "type": "datetime", "prompt": "Day", "format": "date", "required": false },
            { "name": "START", "type": "datetime", "prompt": "Start", "required": false, "storageFormat": "Iso", "timeZone": "utc", "milliseconds": true },
            { "name": "MOMENT", "type": "datetime", "prompt": "Moment" },
            { "name": "DB_PASSWORD", "type": "password", "prompt": "Password", "required": false, "defaultValue": "hush" },
            { "name": "TINT", "type": "color", "prompt": "Tint", "required": false },
            { "name": "GLASS", "type": "color", "prompt": "Glass", "colorSpace": "hsv", "componentValueType": "hex", "alpha": true, "valueFormat": "(#%1)" },
            { "name": "REGION", "type": "geometry", "prompt": "Region", "required": false, "geometryEncoding": "geoJSON", "supportedTypes": ["point", "line"] },
            { "name": "TOLERANCE", "type": "number", "prompt": "Tolerance", "minimum": 1, "visibility": { "if": [ { "$not": { "$equals": { "parameter": "MODE", "value": "25" } }, "then": "hiddenEnabled" } ], "default": "visibleEnabled" } },
            { "name": "REASON", "type": "text", "prompt": "Reason", "visibility": { "if": [ { "$allOf": [ { "$equals": { "parameter": "FLAG", "value": "on" } }, { "$greaterThan": { "parameter": "SIZE", "value": "5" } } ], "then": "visibleEnabled" } ], "default": "hiddenDisabled" } },
            { "name": "ITEMS", "type": "listbox", "prompt": "Items", "choiceSettings": { "choiceSet": "userDefined", "choices": [ { "display": "X", "value": "x" } ] }, "visibility": { "if": [ { "$anyOf": [ { "$isEnabled": { "parameter": "REASON" } }, { "$matchesRegex": { "parameter": "NOTE", "regex": "^list" } } ], "then": "visibleEnabled" } ], "default": "hiddenDisabled" } }
          ] } ] }
        """;

    public static FmeWorkspaceDescriptor Kinds { get; } = Read(EveryKind).Single();

    /// <summary>The workspace of each row of the conformance table.</summary>
    public static IReadOnlyList<FmeWorkspaceDescriptor> OfConformance() =>
    [
        .. CheckboxRows.All.Concat(ColorRows.All).Concat(DateTimeRows.All).Concat(DropdownRows.All).Concat(GeometryRows.All).Concat(ListboxRows.All)
            .Concat(NumberRows.All).Concat(TextRows.All).Concat(FileRows.All).Concat(TreeRows.All).Concat(GroupRows.All).Concat(VisibilityRows.All)
            .Where(row => row.Fmw.Length == 0)
            .SelectMany(row => Read(SchemaOf(row))),
    ];

    /// <summary>What servers answered and Workbench wrote.</summary>
    public static IReadOnlyList<FmeWorkspaceDescriptor> OfCorpus() =>
    [
        .. Directory.GetFiles(Corpus.PathOf("rest", "v3"), "parameter*.json").SelectMany(Recorded),
        .. Directory.GetFiles(Corpus.PathOf("rest", "v4"), "form-definition-*.json").SelectMany(Recorded),
        .. Directory.GetFiles(Corpus.PathOf("fmw"), "*.fmw")
            .Select(file => FmwReader.Read(File.ReadAllBytes(file), "Fmw", Path.GetFileName(file)).Workspace)
            .OfType<FmeTyped.Schema.Model.Workspace>()
            .Select(WorkspaceDescriptors.From),
    ];

    public static IReadOnlyList<FmeWorkspaceDescriptor> Read(string schema) => [.. SchemaFileReader.Read(schema).Workspaces.Select(WorkspaceDescriptors.From)];

    private static IReadOnlyList<FmeWorkspaceDescriptor> Recorded(string file) => Read(FileOf(JsonNode.Parse(File.ReadAllText(file))));

    private static string SchemaOf(ConformanceRow row)
    {
        string record = row.V3.Length > 0 ? $$"""{"name":"P","description":"",{{row.V3}}}""" : $$"""{"name":"P","prompt":"",{{row.V4}}}""";
        return FileOf(JsonNode.Parse($"[{record}{(row.Others.Length > 0 ? "," + row.Others : "")}]", documentOptions: new() { AllowTrailingCommas = true }));
    }

    private static string FileOf(JsonNode? parameters) => new JsonObject
    {
        ["format"] = 1,
        ["workspaces"] = new JsonArray(new JsonObject { ["repository"] = "Test", ["workspace"] = "test.fmw", ["parameters"] = parameters }),
    }.ToJsonString();
}
