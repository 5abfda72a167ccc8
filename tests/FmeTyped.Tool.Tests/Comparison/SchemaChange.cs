using System.Text.Json.Nodes;
using FmeTyped.Schema.Comparison;

namespace FmeTyped.Tool.Tests.Comparison;

/// <summary>A single change of a schema, and what it means.</summary>
/// <param name="Name">The change in words.</param>
/// <param name="Kind">The difference it makes.</param>
/// <param name="Member">The C# member that the difference names.</param>
/// <param name="Apply">The change.</param>
/// <param name="Code">Statements of a caller that compile before the change. They have to stop compiling where the difference is breaking.</param>
/// <param name="StillCompiles">Why they compile all the same; null where they do not.</param>
internal sealed record SchemaChange(
    string Name, DifferenceKind Kind, string Member, Action<JsonArray> Apply, string Code = SchemaChange.EverythingSet, string? StillCompiles = null)
{
    /// <summary>A caller that sets all there is.</summary>
    public const string EverythingSet =
        """
        W order = new()
        {
            Title = "t", Lanes = 2, Count = FmeBlank.Value, Width = 1.5, Depth = 2.5, Surface = SurfaceOption.Asphalt, Layers = [LayersOption.Signs, LayersOption.Trees],
            Lit = true, Format = FormatOption.Shape, Code = "c", Note = "n", Remark = "", Pin = "1234", Target = FmeFolder.OnServer("/out"), Source = FmeFile.OnServer("/in"),
            Area = FmeGeometry.BoundingBox(1, 2, 3, 4), Day = new System.DateOnly(2026, 5, 4), Speed = 3, Zone = "z",
        };
        """;

    private const string Base = "Width = 1.5, Code = \"c\"";

    public const string Before =
        """
        [
          {
            "repository": "R", "workspace": "w.fmw", "title": "Roads", "services": ["fmedatadownload", "fmejobsubmitter"],
            "parameters": [
              { "name": "TITLE", "type": "TEXT", "model": "string", "description": "Title:", "optional": true },
              { "name": "LANES", "type": "INTEGER", "model": "string", "optional": false, "defaultValue": "2", "minimum": 1, "maximum": 8 },
              { "name": "COUNT", "type": "INTEGER", "model": "string", "optional": true, "defaultValue": "1" },
              { "name": "WIDTH", "type": "FLOAT", "model": "string", "optional": false },
              { "name": "DEPTH", "type": "FLOAT", "model": "string", "optional": true, "defaultValue": "1.5" },
              { "name": "SURFACE", "type": "LOOKUP_CHOICE", "model": "string", "optional": false, "defaultValue": "1",
                "listOptions": [{ "caption": "Asphalt", "value": "1" }, { "caption": "Gravel", "value": "2" }] },
              { "name": "LAYERS", "type": "LISTBOX", "model": "list", "optional": false, "defaultValue": ["signs"],
                "listOptions": [{ "caption": "Signs", "value": "signs" }, { "caption": "Trees", "value": "trees" }] },
              { "name": "LIT", "type": "CHOICE", "model": "string", "optional": false, "defaultValue": "No",
                "listOptions": [{ "caption": "Yes", "value": "Yes" }, { "caption": "No", "value": "No" }] },
              { "name": "FORMAT", "type": "STRING_OR_CHOICE", "model": "string", "optional": true,
                "listOptions": [{ "caption": "SHAPE", "value": "SHAPE" }, { "caption": "GML", "value": "GML" }] },
              { "name": "CODE", "type": "TEXT", "model": "string", "optional": false },
              { "name": "NOTE", "type": "TEXT", "model": "string", "optional": false, "defaultValue": "x" },
              { "name": "REMARK", "type": "TEXT", "model": "string", "optional": true, "defaultValue": "r" },
              { "name": "PIN", "type": "PASSWORD", "model": "string", "optional": true, "defaultWithheld": true },
              { "name": "TARGET", "type": "DIRNAME", "model": "string", "optional": true },
              { "name": "SOURCE", "type": "MULTIFILE", "model": "list", "optional": true },
              { "name": "AREA", "type": "geometry", "geometryEncoding": "geoJSON", "prompt": "Area", "required": false },
              { "name": "DAY", "type": "datetime", "format": "date", "prompt": "Day", "required": false },
              { "name": "SPEED", "type": "number", "multipleOf": 0.01, "prompt": "Speed", "required": true,
                "visibility": { "if": [{ "$equals": { "parameter": "LIT", "value": "Yes" }, "then": "visibleEnabled" }, { "then": "hiddenDisabled" }] } },
              { "name": "TINT", "type": "color", "prompt": "Tint", "required": false },
              { "name": "QUIET", "type": "checkbox", "prompt": "Quiet", "required": false },
              { "name": "START", "type": "datetime", "prompt": "Start", "required": false },
              { "name": "ANGLE", "type": "number", "multipleOf": 15, "prompt": "Angle", "required": false },
              { "name": "ZONE", "type": "dropdown", "prompt": "Zone", "required": false,
                "choiceSettings": { "choiceSet": "readerValues", "choices": [{ "display": "North", "value": "n" }] } }
            ]
          }
        ]
        """;

    public static IReadOnlyList<SchemaChange> All { get; } =
    [
        // Breaking
        new(
            "an option is gone",
            DifferenceKind.OptionRemoved,
            "W.SurfaceOption.Gravel",
            Options("SURFACE", list => list.RemoveAt(1)),
            Set("Surface = SurfaceOption.Gravel")),
        new(
            "an option of a list is gone",
            DifferenceKind.OptionRemoved,
            "W.LayersOption.Trees",
            Options("LAYERS", list => list.RemoveAt(1)),
            Set("Layers = [LayersOption.Trees]")),
        new(
            "a suggestion is gone",
            DifferenceKind.OptionRemoved,
            "W.FormatOption.Gml",
            Options("FORMAT", list => list.RemoveAt(1)),
            Set("Format = FormatOption.Gml")),
        new("a parameter is gone", DifferenceKind.ParameterRemoved, "W.Title", Parameters(list => list.RemoveAt(0)), Set("Title = \"t\"")),
        new("a parameter has another name", DifferenceKind.ParameterRemoved, "W.Title", Key("TITLE", "name", "TITLES"), Set("Title = \"t\"")),
        new(
            "a parameter is private now",
            DifferenceKind.ParameterRemoved,
            "W.Area",
            Key("AREA", "visibility", "hiddenEnabled"),
            Set("Area = FmeGeometry.BoundingBox(1, 2, 3, 4)")),
        new("an optional one has to be set", DifferenceKind.NowRequired, "W.Title", Key("TITLE", "optional", false), Set()),
        new("a number has no default any more", DifferenceKind.NowRequired, "W.Lanes", Without("LANES", "defaultValue"), Set()),
        new("a text has no default any more", DifferenceKind.NowRequired, "W.Note", Without("NOTE", "defaultValue"), Set()),
        new("one that has to be set is always shown", DifferenceKind.NowRequired, "W.Speed", Without("SPEED", "visibility"), Set()),
        new(
            "a new parameter has to be set",
            DifferenceKind.RequiredParameterAdded,
            "W.Region",
            Add("""{ "name": "REGION", "type": "TEXT", "model": "string", "optional": false }"""),
            Set()),
        new(
            "a new parameter has to be set while it is shown", DifferenceKind.RequiredParameterAdded, "W.Region",
            Add(
                """{ "name": "REGION", "type": "text", "prompt": "Region", "visibility": { "if": [{ "$equals": { "parameter": "LIT", "value": "Yes" },"""
                    + """ "then": "visibleEnabled" }, { "then": "hiddenDisabled" }] } }"""),
            StillCompiles: "the compiler cannot demand what depends on other values; the request is refused"),
        new("one value becomes several", DifferenceKind.ListChanged, "W.Title", Key("TITLE", "model", "list"), Set("Title = \"t\"")),
        new(
            "several values become one",
            DifferenceKind.ListChanged,
            "W.Source",
            Keys("SOURCE", ("type", "FILENAME_MUSTEXIST"), ("model", "string")),
            Set("Source = [FmeFile.OnServer(\"/in\")]")),
        new(
            "any text is taken beside the options",
            DifferenceKind.OpennessChanged,
            "W.Surface",
            Key("SURFACE", "type", "STRING_OR_LOOKUP_CHOICE"),
            $"{Set()} bool asphalt = order.Surface is SurfaceOption.Asphalt;"),
        new("only the options are taken", DifferenceKind.OpennessChanged, "W.Format", Key("FORMAT", "type", "CHOICE"), Set("Format = \"GPKG\"")),
        new(
            "a whole number becomes any number",
            DifferenceKind.NumberKindChanged,
            "W.Lanes",
            Key("LANES", "type", "FLOAT"),
            $"{Set("Lanes = 2")} long? lanes = order.Lanes;"),
        new("any number becomes a whole one", DifferenceKind.NumberKindChanged, "W.Depth", Key("DEPTH", "type", "INTEGER"), Set("Depth = 2.5")),
        new(
            "a text becomes a secret",
            DifferenceKind.SecrecyChanged,
            "W.Title",
            Key("TITLE", "type", "PASSWORD"),
            $"{Set("Title = \"t\"")} string? title = order.Title;"),
        new("a secret becomes a text", DifferenceKind.SecrecyChanged, "W.Pin", Key("PIN", "type", "TEXT"), Set("Pin = new FmeSecret(\"1234\")")),
        new("a text becomes a colour", DifferenceKind.TypeChanged, "W.Title", Key("TITLE", "type", "COLOR_PICK"), Set("Title = \"t\"")),
        new(
            "options become known to the server only",
            DifferenceKind.TypeChanged,
            "W.Surface",
            Options("SURFACE", list => list.Clear()),
            Set("Surface = SurfaceOption.Asphalt")),
        new(
            "yes or no gets a third option",
            DifferenceKind.YesNoChanged,
            "W.Lit",
            Options("LIT", list => list.Add(JsonNode.Parse("""{ "caption": "Auto", "value": "Auto" }"""))),
            Set("Lit = true")),
        new(
            "yes and no are spelt otherwise",
            DifferenceKind.OptionValueChanged,
            "W.Lit",
            Options("LIT", list => { list[0]!["value"] = "true"; list[1]!["value"] = "false"; }),
            Set("Lit = true"),
                "C# knows yes and no only; a program that is not compiled again sends the old words"),
        new("a checkbox has another text", DifferenceKind.OptionValueChanged, "W.Quiet", Key("QUIET", "checkedValue", "ON"), Set("Quiet = true"),
            "C# knows yes and no only; a program that is not compiled again sends the old text"),
        new("a checkbox has its texts the other way round", DifferenceKind.OptionValueChanged, "W.Quiet",
            Keys("QUIET", ("checkedValue", "NO"), ("uncheckedValue", "YES")), Set("Quiet = true"),
            "C# knows yes and no only; a program that is not compiled again sends the old text"),
        new("the maximum is lower", DifferenceKind.LimitTightened, "W.Lanes", Key("LANES", "maximum", 4), Set("Lanes = 6"), StillCompiles: Refused),
        new("the minimum is higher", DifferenceKind.LimitTightened, "W.Lanes", Key("LANES", "minimum", 2), Set("Lanes = 1"), StillCompiles: Refused),
        new(
            "the maximum itself is refused",
            DifferenceKind.LimitTightened,
            "W.Lanes",
            Key("LANES", "maximumExclusive", true),
            Set("Lanes = 8"),
            StillCompiles: Refused),
        new(
            "fewer decimal places are taken",
            DifferenceKind.LimitTightened,
            "W.Speed",
            Key("SPEED", "multipleOf", 0.1),
            Set("Speed = 1.25"),
            StillCompiles: Refused),
        new("the step is greater", DifferenceKind.LimitTightened, "W.Angle", Key("ANGLE", "multipleOf", 30), Set("Angle = 45"), StillCompiles: Refused),
        new(
            "a date becomes a time",
            DifferenceKind.LimitTightened,
            "W.Day",
            Key("DAY", "format", "time"),
            Set("Day = new System.DateOnly(2026, 5, 4)"),
            StillCompiles: Refused),
        new("a number may no longer be blank", DifferenceKind.BlankRefused, "W.Count", Key("COUNT", "optional", false), Set("Count = FmeBlank.Value")),
        new(
            "a text may no longer be blank",
            DifferenceKind.BlankRefused,
            "W.Remark",
            Key("REMARK", "optional", false),
            Set("Remark = \"\""),
            StillCompiles: Refused),
        new(
            "an optional number has no default any more",
            DifferenceKind.DefaultRemoved,
            "W.Count",
            Without("COUNT", "defaultValue"),
            Set("Count = FmeBlank.Value")),
        new(
            "a value is another under the same caption",
            DifferenceKind.OptionValueChanged,
            "W.LayersOption.Trees",
            Options("LAYERS", list => list[1]!["value"] = "woods"),
            Set("Layers = [LayersOption.Trees]")),
        new(
            "a value is another and the name is the caption's",
            DifferenceKind.OptionValueChanged,
            "W.SurfaceOption.Gravel",
            Options("SURFACE", list => list[1]!["value"] = "3"),
            Set("Surface = SurfaceOption.Gravel"),
                "the name comes from the caption and stays; a program that is not compiled again sends the old value"),
        new(
            "a caption that makes a name is another",
            DifferenceKind.OptionRenamed,
            "W.SurfaceOption.Gravel",
            Options("SURFACE", list => list[1]!["caption"] = "Pebbles"),
            Set("Surface = SurfaceOption.Gravel")),
        new(
            "a new parameter takes a name",
            DifferenceKind.PropertyRenamed,
            "W.Remark",
            Add("""{ "name": "Remark", "type": "INTEGER", "model": "string", "optional": true }"""),
            Set("Remark = \"r\"")),
        new(
            "a new parameter takes the name of an option type",
            DifferenceKind.OptionTypeRenamed,
            "W.Surface",
            Add("""{ "name": "SURFACE_OPTION", "type": "TEXT", "model": "string", "optional": true }"""),
            Set("Surface = SurfaceOption.Asphalt")),
        new(
            "a new workspace takes a name",
            DifferenceKind.TypeRenamed,
            "W",
            workspaces => workspaces.Add(JsonNode.Parse("""{ "repository": "R", "workspace": "W.fmw", "parameters": [] }""")),
            Set()),
        new("the workspace moved", DifferenceKind.WorkspaceMoved, "W", workspaces => workspaces[0]!["repository"] = "Q", Set()),
        new("the workspace is gone", DifferenceKind.WorkspaceRemoved, "W", workspaces => workspaces.Clear(), Set()),
        new("a service is gone", DifferenceKind.ServiceRemoved, "W", workspaces => ((JsonArray)workspaces[0]!["services"]!).RemoveAt(0),
            StillCompiles: "the type of a request does not say which services its workspace has"),

        // Behaviour
        new("the default is another", DifferenceKind.DefaultChanged, "W.Lanes", Key("LANES", "defaultValue", "3")),
        new("a default is new", DifferenceKind.DefaultChanged, "W.Width", Key("WIDTH", "defaultValue", "3")),
        new("an optional text has no default any more", DifferenceKind.DefaultChanged, "W.Remark", Without("REMARK", "defaultValue")),
        new("a geometry is encoded otherwise", DifferenceKind.EncodingChanged, "W.Area", Key("AREA", "geometryEncoding", "wkt")),
        new("a colour is written otherwise", DifferenceKind.EncodingChanged, "W.Tint", Key("TINT", "componentValueType", "float")),
        new("a date is written otherwise", DifferenceKind.EncodingChanged, "W.Start", Key("START", "storageFormat", "Iso")),
        new("a time has its offset now", DifferenceKind.EncodingChanged, "W.Start", Key("START", "timeZone", "utc")),
        new("a parameter is shown at times only", DifferenceKind.VisibilityChanged, "W.Area", Key(
            "AREA",
            "visibility",
            JsonNode.Parse("""{ "if": [{ "$isEnabled": { "parameter": "LIT" }, "then": "visibleEnabled" }, { "then": "hiddenDisabled" }] }""")!)),
        new("a folder is read now", DifferenceKind.DestinationChanged, "W.Target", Key("TARGET", "type", "DIRNAME_SRC")),
        new("one that had to be set is optional", DifferenceKind.NowOptional, "W.Code", Key("CODE", "optional", true)),

        // Additive
        new(
            "an option is new",
            DifferenceKind.OptionAdded,
            "W.SurfaceOption.Concrete",
            Options("SURFACE", list => list.Add(JsonNode.Parse("""{ "caption": "Concrete", "value": "9" }""")))),
        new(
            "a suggestion is new",
            DifferenceKind.OptionAdded,
            "W.FormatOption.Gpkg",
            Options("FORMAT", list => list.Insert(0, JsonNode.Parse("""{ "caption": "GPKG", "value": "GPKG" }""")))),
        new(
            "an optional parameter is new",
            DifferenceKind.ParameterAdded,
            "W.Region",
            Add("""{ "name": "REGION", "type": "TEXT", "model": "string", "optional": true }""")),
        new(
            "a parameter with a default is new",
            DifferenceKind.ParameterAdded,
            "W.Region",
            Add("""{ "name": "REGION", "type": "TEXT", "model": "string", "optional": false, "defaultValue": "north" }""")),
        new(
            "a workspace is new",
            DifferenceKind.WorkspaceAdded,
            "V",
            workspaces => workspaces.Add(JsonNode.Parse("""{ "repository": "R", "workspace": "v.fmw", "parameters": [] }"""))),
        new("a service is new", DifferenceKind.ServiceAdded, "W", workspaces => ((JsonArray)workspaces[0]!["services"]!).Add("fmedatastreaming")),
        new("the maximum is higher", DifferenceKind.LimitWidened, "W.Lanes", Key("LANES", "maximum", 9)),
        new("the step is a part of what it was", DifferenceKind.LimitWidened, "W.Angle", Key("ANGLE", "multipleOf", 5)),
        new("there is no minimum any more", DifferenceKind.LimitWidened, "W.Lanes", Without("LANES", "minimum")),

        // Cosmetic
        new("the title is another", DifferenceKind.TitleChanged, "W", workspaces => workspaces[0]!["title"] = "Streets"),
        new("the prompt is another", DifferenceKind.PromptChanged, "W.Title", Key("TITLE", "description", "Name:")),
        new(
            "a caption that makes no name is another",
            DifferenceKind.CaptionChanged,
            "W.LayersOption.Trees",
            Options("LAYERS", list => list[1]!["caption"] = "All trees")),
        new("parameters are in a group", DifferenceKind.GroupChanged, "W.Zone", Parameters(list =>
        {
            JsonNode zone = list[^1]!;
            list.RemoveAt(list.Count - 1);
            list.Add(new JsonObject { ["type"] = "group", ["prompt"] = "Where", ["parameters"] = new JsonArray(zone) });
        })),
        new("parameters are in another order", DifferenceKind.OrderChanged, "W", Parameters(list => Rotate(list))),
        new("options are in another order", DifferenceKind.OrderChanged, "W.Layers", Options("LAYERS", list => Rotate(list))),
    ];

    private const string Refused = "the type is the same; the request is refused before it is sent";

    public override string ToString() => Name;

    private static string Set(string members = "") => $"W order = new() {{ {Base}{(members.Length > 0 ? ", " : "")}{members} }};";

    private static JsonArray ParametersOf(JsonArray workspaces) => (JsonArray)workspaces[0]!["parameters"]!;

    private static JsonObject Find(JsonArray workspaces, string name) =>
        ParametersOf(workspaces).OfType<JsonObject>().Single(parameter => (string?)parameter["name"] == name);

    private static Action<JsonArray> Parameters(Action<JsonArray> change) => workspaces => change(ParametersOf(workspaces));

    private static Action<JsonArray> Options(string name, Action<JsonArray> change) => workspaces => change((JsonArray)Find(workspaces, name)["listOptions"]!);

    private static Action<JsonArray> Key(string name, string key, JsonNode value) => Keys(name, (key, value));

    private static Action<JsonArray> Keys(string name, params (string Key, JsonNode Value)[] keys) => workspaces =>
    {
        foreach ((string key, JsonNode value) in keys)
        {
            Find(workspaces, name)[key] = value.DeepClone();
        }
    };

    private static Action<JsonArray> Without(string name, string key) => workspaces => Find(workspaces, name).Remove(key);

    private static Action<JsonArray> Add(string record) => workspaces => ParametersOf(workspaces).Add(JsonNode.Parse(record));

    private static void Rotate(JsonArray list)
    {
        JsonNode first = list[0]!;
        list.RemoveAt(0);
        list.Add(first);
    }
}
