using FmeTyped.Generator.Tests.Harness;

namespace FmeTyped.Generator.Tests;

/// <summary>One workspace with a parameter of every kind and shape, and code that sets each the way a user would.</summary>
public class KindTests
{
    [Fact]
    public void Every_kind_of_parameter()
    {
        GeneratorRun run = GeneratorRun.From(
            """
            { "format": 1, "workspaces": [ { "repository": "Test", "workspace": "kinds.fmw",
              "title": "Every kind </summary> & \"more\" \u2028 // */",
              "csharp": { "parameters": {
                "AREA_JSON": { "type": { "json": "App.Area", "typeInfo": "App.AreaJson.Default.Area" } },
                "TIME_TEXT": { "type": "time" },
                "WKT_TEXT": { "type": "wkt" }, "EXACT": { "required": true } } },
              "parameters": [
                { "name": "SIZE", "type": "number", "prompt": "Size", "required": false, "multipleOf": 1, "minimum": 0, "minimumExclusive": true, "maximum": 10, "defaultValue": "5" },
                { "name": "SHARE", "type": "number", "prompt": "Share", "multipleOf": 0.01, "minimum": 0, "maximum": 1 },
                { "name": "FLAG", "type": "checkbox", "prompt": "Flag", "checkedValue": "true", "uncheckedValue": "false", "required": false, "defaultValue": "true" },
                { "name": "MODE", "type": "dropdown", "prompt": "Mode", "required": false, "choiceSettings": { "choiceSet": "userDefined", "choices": [ { "display": "Medium", "value": "25" }, { "display": "Large", "value": "50" } ] } },
                { "name": "EXACT", "type": "dropdown", "prompt": "Exact", "choiceSettings": { "choiceSet": "userDefined", "choices": [ { "display": "A", "value": "a" } ] }, "defaultValue": "a" },
                { "name": "LAYERS", "type": "listbox", "prompt": "Layers", "required": false, "choiceSettings": { "choiceSet": "userDefined", "choices": [ { "display": "A", "value": "a" }, { "display": "A", "value": "b c" } ] } },
                { "name": "TYPES", "type": "listbox", "prompt": "Feature types", "required": false, "choiceSettings": { "choiceSet": "readerValues" } },
                { "name": "STYLE", "type": "text", "prompt": "Style", "required": false, "choiceSettings": { "choiceSet": "userDefined", "choices": [ { "display": "Red", "value": "red" } ] } },
                { "name": "CRS", "type": "text", "prompt": "Coordinate system", "required": false, "choiceSettings": { "choiceSet": "coordinateSystems" } },
                { "name": "CONN", "type": "dropdown", "prompt": "Connection", "required": false, "choiceSettings": { "choiceSet": "dbConnections" } },
                { "name": "SOURCE", "type": "file", "prompt": "Source", "itemsToSelect": "files", "accessMode": "read" },
                { "name": "SOURCES", "type": "file", "prompt": "Sources", "required": false, "itemsToSelect": "files", "accessMode": "read", "selectMultiple": true },
                { "name": "TARGET", "type": "file", "prompt": "Target", "itemsToSelect": "folders", "accessMode": "write", "defaultValue": "C:\\temp\\out" },
                { "name": "FOLDERS", "type": "file", "prompt": "Folders", "required": false, "itemsToSelect": "folders", "accessMode": "read", "selectMultiple": true, "defaultValue": "/home/me/data" },
                { "name": "DAY", "type": "datetime", "prompt": "Day", "format": "date", "required": false },
                { "name": "TIME_TEXT", "type": "text", "prompt": "Time", "required": false },
                { "name": "DB_PASSWORD", "type": "password", "prompt": "Password", "required": false, "defaultValue": "hush" },
                { "name": "TINT", "type": "color", "prompt": "Tint", "required": false },
                { "name": "REGION", "type": "geometry", "prompt": "Region", "required": false, "geometryEncoding": "geoJSON" },
                { "name": "WKT_TEXT", "type": "text", "prompt": "Region as WKT", "required": false },
                { "name": "AREA_JSON", "type": "text", "prompt": "Area", "required": false },
                { "name": "WHAT", "type": "hologram", "prompt": "Unknown", "required": false },
                { "name": "G", "type": "group", "prompt": "Advanced", "parameters": [
                  { "name": "TOLERANCE", "type": "number", "prompt": "Tolerance", "visibility": { "if": [ { "$not": { "$equals": { "parameter": "MODE", "value": "25" } }, "then": "hiddenEnabled" } ] } } ] },
                { "name": "NOTE", "type": "message", "prompt": "Read me" },
                { "name": "HIDDEN", "type": "text", "prompt": "Hidden", "visibility": "hiddenEnabled" }
              ] } ] }
            """,
            """
            using System;
            using System.Text.Json.Serialization;
            using System.Text.Json.Serialization.Metadata;
            using App.Fme.Test;
            using FmeTyped;
            using static App.Fme.Test.Kinds;

            namespace App
            {
                /// <summary>A type of the user's own.</summary>
                public sealed record Area(double Size);

                /// <summary>What the System.Text.Json generator would make of it.</summary>
                public sealed class AreaJson
                {
                    /// <summary>The one.</summary>
                    public static AreaJson Default { get; } = new();

                    /// <summary>How it is written.</summary>
                    public JsonTypeInfo<Area> Area => throw new NotSupportedException();
                }

                internal static class User
                {
                    public static IFmeRequest All(int? size, ModeOption? mode) => new Kinds
                    {
                        Size = size,
                        Share = 0.25,
                        Flag = FmeBlank.Value,
                        Mode = mode,
                        Exact = ExactOption.A,
                        Layers = [LayersOption.A, LayersOption.BC],
                        Types = ["roads", "rails"],
                        Style = "blue",
                        Crs = FmeCoordinateSystem.Epsg(32614),
                        Conn = new FmeConnectionName("Parcels"),
                        Source = FmeFile.OnServer("$(FME_SHAREDRESOURCE_DATA)/a.gml"),
                        Sources = FmeFile.OnServer("$(FME_SHAREDRESOURCE_DATA)/b.gml"),
                        Target = FmeFolder.OnServer("$(FME_SHAREDRESOURCE_DATA)/out"),
                        Folders = FmeOptionalFolders(),
                        Day = new DateOnly(2026, 11, 23),
                        TimeText = new TimeOnly(9, 30),
                        DbPassword = "hush",
                        Tint = FmeBlank.Value,
                        Region = FmeGeometry.BoundingBox(0, 0, 1, 1),
                        WktText = FmeGeometry.FromWkt("POINT (1 2)"),
                        AreaJson = new Area(4),
                        What = "anything",
                        Tolerance = 0.5,
                    };

                    private static FmeList<FmeFolder> FmeOptionalFolders() => [];
                }
            }
            """);

        Snapshot.Verify(run);
    }
}
