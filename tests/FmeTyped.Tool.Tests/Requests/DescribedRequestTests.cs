using System.Reflection;
using FmeTyped.Generated;
using FmeTyped.Metadata;
using FmeTyped.Schema.Model;
using FmeTyped.Schema.Reading;
using FmeTyped.Tool.Requests;
using FmeTyped.Tool.Tests.Harness;

namespace FmeTyped.Tool.Tests.Requests;

/// <summary>A request of the command line means what the generated type of its workspace means: the generated type is the measure.</summary>
public class DescribedRequestTests
{
    private const string EveryKind =
        """
        { "format": 1, "workspaces": [ { "repository": "Test", "workspace": "kinds.fmw", "title": "Kinds", "description": "All of them", "services": ["fmejobsubmitter"],
          "csharp": { "parameters": { "TIME_TEXT": { "type": "time" }, "WKT_TEXT": { "type": "wkt" }, "EXACT": { "required": true }, "LIT": { "record": { "checkedValue": "b" } } } },
          "parameters": [
            { "name": "SIZE", "type": "number", "prompt": "Size", "required": false, "multipleOf": 1, "minimum": 0, "minimumExclusive": true, "maximum": 10, "defaultValue": "5", "showSlider": true },
            { "name": "SHARE", "type": "number", "prompt": "Share", "multipleOf": 0.01, "minimum": 0, "maximum": 1, "defaultValue": "1" },
            { "name": "FLAG", "type": "checkbox", "prompt": "Flag", "checkedValue": "true", "uncheckedValue": "false", "required": false, "defaultValue": "true" },
            { "name": "MODE", "type": "dropdown", "prompt": "Mode", "required": false, "choiceSettings": { "choiceSet": "userDefined", "choices": [ { "display": "Medium", "value": "25" }, { "display": "Large", "value": "50" } ] }, "defaultValue": "25" },
            { "name": "EXACT", "type": "dropdown", "prompt": "Exact", "choiceSettings": { "choiceSet": "userDefined", "choices": [ { "display": "A", "value": "a" } ] }, "defaultValue": "a" },
            { "name": "LAYERS", "type": "listbox", "prompt": "Layers", "required": false, "choiceSettings": { "choiceSet": "userDefined", "choices": [ { "display": "A", "value": "a" }, { "display": "B", "value": "b c" } ] } },
            { "name": "TYPES", "type": "listbox", "prompt": "Feature types", "required": false, "choiceSettings": { "choiceSet": "readerValues" } },
            { "name": "STYLE", "type": "text", "prompt": "Style", "required": false, "choiceSettings": { "choiceSet": "userDefined", "choices": [ { "display": "Red", "value": "red" } ] } },
            { "name": "CRS", "type": "text", "prompt": "Coordinate system", "required": false, "choiceSettings": { "choiceSet": "coordinateSystems" } },
            { "name": "CONN", "type": "dropdown", "prompt": "Connection", "required": false, "choiceSettings": { "choiceSet": "dbConnections" } },
            { "name": "SOURCE", "type": "file", "prompt": "Source", "filters": [{ "filter": ["*.gml", "*.gz"], "description": "GML" }], "itemsToSelect": "files", "accessMode": "read" },
            { "name": "SOURCES", "type": "file", "prompt": "Sources", "required": false, "itemsToSelect": "files", "accessMode": "read", "selectMultiple": true },
            { "name": "TARGET", "type": "file", "prompt": "Target", "itemsToSelect": "folders", "accessMode": "write", "defaultValue": "C:\\temp\\out" },
            { "name": "FOLDERS", "type": "file", "prompt": "Folders", "required": false, "itemsToSelect": "folders", "accessMode": "read", "selectMultiple": true, "defaultValue": "/home/me/data" },
            { "name": "DAY", "type": "datetime", "prompt": "Day", "format": "date", "required": false },
            { "name": "TIME_TEXT", "type": "text", "prompt": "Time", "required": false },
            { "name": "DB_PASSWORD", "type": "password", "prompt": "Password", "required": false, "defaultValue": "hush" },
            { "name": "TINT", "type": "color", "prompt": "Tint", "required": false },
            { "name": "GLASS", "type": "color", "prompt": "Glass", "required": false, "colorSpace": "hsv", "componentValueType": "hex", "alpha": true, "valueFormat": "#%1" },
            { "name": "LIT", "type": "checkbox", "prompt": "Lit", "required": false, "checkedValue": "a", "uncheckedValue": "x" },
            { "name": "START", "type": "datetime", "prompt": "Start", "required": false, "storageFormat": "Iso", "timeZone": "utc", "milliseconds": true },
            { "name": "ANGLE", "type": "number", "prompt": "Angle", "required": false, "multipleOf": 2.5 },
            { "name": "AREAS", "type": "tree", "prompt": "Areas", "required": false, "showParentsAsLeaves": true, "choices": [ { "display": "a.x", "value": "a.x" } ] },
            { "name": "REGION", "type": "geometry", "prompt": "Region", "required": false, "geometryEncoding": "geoJSON" },
            { "name": "WKT_TEXT", "type": "text", "prompt": "Region as WKT", "required": false },
            { "name": "QUERY", "type": "text", "prompt": "Query", "required": false, "editor": "sql" },
            { "name": "ROWS", "type": "table", "prompt": "Rows", "required": false, "columns": [{ "name": "KEY" }, { "name": "VALUE" }] },
            { "name": "WHAT", "type": "hologram", "prompt": "Unknown", "required": false },
            { "name": "G", "type": "group", "prompt": "Advanced", "parameters": [
              { "name": "TOLERANCE", "type": "number", "prompt": "Tolerance", "visibility": { "if": [ { "$not": { "$equals": { "parameter": "MODE", "value": "25" } }, "then": "hiddenEnabled" } ] } } ] }
          ] } ] }
        """;

    // Each is right for some kind and wrong for others.
    private static readonly FmeParameterValue[] Values =
    [
        "x", "5", "11", "0", "0.25", "0.255", "1e400", "true", "25", "red", "a", "20260131", "101112", "20260131101112", "0.1,0.2,0.3", "255,0,0", "1,0,0",
        "#102030", "#10203040", "2026-01-31T10:11:12.5+02:00", "$(FME_SHAREDRESOURCE_DATA)/a.shp",
        """{"type":"Point","coordinates":[1,2]}""", "POINT (1 2)", "***", (FmeList<string>)["a", "b c"], (FmeList<string>)["a", "x"],
    ];

    private static readonly Workspace Workspace = SchemaFileReader.Read(EveryKind).Workspaces.Single();
    private static readonly Type Generated = Compiler.Load([Workspace]).GetType("App.Fme.Test.Kinds", throwOnError: true)!;

    [Fact]
    public void The_descriptor_is_the_generated_one()
    {
        var generated = (FmeWorkspaceDescriptor)Generated.GetProperty("Descriptor")!.GetValue(null)!;

        Assert.Equal(Describe(generated), Describe(WorkspaceDescriptors.From(Workspace)));
        Assert.Equal(Enum.GetValues<FmeParameterKind>().Order(), generated.Parameters.Select(parameter => parameter.Kind).Distinct().Order());
    }

    [Fact]
    public void Values_are_taken_and_refused_as_the_generated_type_does()
    {
        FmeWorkspaceDescriptor workspace = WorkspaceDescriptors.From(Workspace);
        int taken = 0;
        int refused = 0;
        foreach (FmeParameterDescriptor parameter in workspace.Parameters)
        {
            foreach (FmeParameterValue value in Values)
            {
                var values = new Dictionary<string, FmeParameterValue> { ["SOURCE"] = "s", ["EXACT"] = "a", ["TOLERANCE"] = "1", [parameter.Name] = value };
                object?[] read = [values, null, null];
                bool fits = (bool)Generated.GetMethod("TryRead")!.Invoke(null, read)!;
                var reader = new FmeParameterReader(values);
                var request = DescribedRequest.Read(workspace, reader);
                IReadOnlyList<FmeValidationError> problems = FmeRequestReading.Check(reader, request);
                bool described = FmeRequestReading.TryRead(
                    workspace, new FmeParameterReader(values), out IFmeRequest? byDescriptor, out IReadOnlyList<FmeValidationError> describedProblems);

                Assert.Equal(
                    ((IReadOnlyList<FmeValidationError>)read[2]!).Select(error => (error.Kind, error.Parameter, error.Message)),
                    problems.Select(error => (error.Kind, error.Parameter, error.Message)));
                Assert.Equal(
                    problems.Select(error => (error.Kind, error.Parameter, error.Message)),
                    describedProblems.Select(error => (error.Kind, error.Parameter, error.Message)));
                Assert.Equal(fits, described);
                if (fits)
                {
                    taken++;
                    Assert.Equal(((IFmeRequest)read[1]!).ToParameterValues(includeSecrets: true), request.ToParameterValues(includeSecrets: true));
                    Assert.Equal(request.ToParameterValues(includeSecrets: true), byDescriptor!.ToParameterValues(includeSecrets: true));
                }
                else
                {
                    refused++;
                }
            }
        }

        Assert.True(taken > 100 && refused > 100, $"{taken} taken, {refused} refused");
    }

    private static List<string> Describe(FmeWorkspaceDescriptor workspace) =>
    [
        .. TextOf(workspace),
        .. workspace.Parameters
            .SelectMany(parameter => TextOf(parameter).Concat(parameter.Choices.SelectMany(TextOf)).Select(text => $"{parameter.Name}.{text}")),
    ];

    // Options have an enum in generated code only.
    private static IEnumerable<string> TextOf(object description) => description.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .Where(property => property.Name != nameof(FmeParameterDescriptor.OptionType))
        .Select(property =>
            $"{property.Name} = {(property.GetValue(description) is IEnumerable<object> items ? string.Join('|', items) : property.GetValue(description))}");
}
