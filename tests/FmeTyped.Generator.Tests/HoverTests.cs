using FmeTyped.Generator.Tests.Harness;

namespace FmeTyped.Generator.Tests;

/// <summary>What an editor shows on hovering is short, and says the most important first.</summary>
public class HoverTests
{
    private const string Pointer = "The pages of fmetyped docs have all of it.";

    private static readonly string Long = string.Join(' ', Enumerable.Repeat("many <words> & more", 200));

    [Fact]
    public void A_member_says_in_sentences_what_its_record_says()
    {
        string source = SourceOf("""
            { "name": "ANGLE", "type": "number", "prompt": "Angle:", "required": false, "multipleOf": 15, "minimum": 0, "maximum": 90, "defaultValue": 45 },
            { "name": "AREA", "type": "geometry", "prompt": "Area", "supportedTypes": ["polygon", "box"] },
            { "name": "SURVEY", "type": "file", "prompt": "Survey", "accessMode": "read", "filters": [{ "filter": ["*.gml", "*.gz"], "description": "GML" }] },
            { "name": "START", "type": "datetime", "prompt": "Start", "timeZone": "utc", "storageFormat": "Iso" },
            { "name": "FILL", "type": "color", "prompt": "Fill", "componentValueType": "hex", "valueFormat": "#%1" }
            """);

        Assert.Equal(
            [
                "Angle",
                "Published parameter ANGLE (number). Optional: unset for the default, FmeBlank.Value for none.",
                "Allowed: at least 0 and at most 90 and multiples of 15.",
                "Default: 45.",
            ],
            HoverTexts.Over(source, " Angle { get;"));
        Assert.Equal(
            ["Area", "Published parameter AREA (geometry). Required.", "Takes polygon or box geometry, sent as geoJSON."],
            HoverTexts.Over(source, " Area { get;"));
        Assert.Equal(
            ["Survey", "Published parameter SURVEY (file). Required.", "FME's dialog offers GML: *.gml, *.gz."],
            HoverTexts.Over(source, " Survey { get;"));
        Assert.Equal(
            "A date and a time of day, with its offset from UTC, in whole seconds, sent as ISO 8601.", HoverTexts.Over(source, " Start { get;")[2]);
        Assert.Equal("Sent as rgb, components from 00 to ff, in #%1.", HoverTexts.Over(source, " Fill { get;")[2]);
    }

    [Fact]
    public void What_a_workspace_makes_long_is_cut_and_says_where_all_of_it_is()
    {
        string options = string.Join(", ", Enumerable.Range(0, 100).Select(i => $$"""{ "display": "{{Long}}", "value": "value {{i}} {{Long}}" }"""));
        string source = SourceOf($$"""
            { "name": "{{Long}}", "type": "{{Long}}", "prompt": "{{Long}}" },
            { "name": "A", "type": "text", "prompt": "{{Long}}", "defaultValue": "{{Long}}", "required": false, "editor": "sql" },
            { "name": "B", "type": "listbox", "prompt": "{{Long}}", "choices": [{{options}}], "defaultValue": ["value 1 {{Long}}", "value 2 {{Long}}"],
              "visibility": { "if": [{ "$equals": { "parameter": "A", "value": "{{Long}}" }, "then": "visibleEnabled" }], "default": "hiddenDisabled" } },
            { "name": "C", "type": "text", "prompt": "C", "choices": [{{options}}] },
            { "name": "D", "type": "group", "prompt": "{{Long}}", "parameters": [
              { "name": "E", "type": "file", "prompt": "E", "filters": [{ "filter": ["{{Long}}"], "description": "{{Long}}" }], "accessMode": "readwrite",
                "itemsToSelect": "filesAndFolders", "allowURL": true, "validateExistence": true, "defaultValue": "C:\\{{Long}}" }] },
            { "name": "F", "type": "table", "prompt": "F", "columns": [{ "name": "{{Long}}" }] },
            { "name": "G", "type": "geometry", "prompt": "G", "supportedTypes": ["{{Long}}"], "geometryEncoding": "{{Long}}" },
            { "name": "H", "type": "number", "prompt": "{{Long}}", "minimum": -1.7976931348623157E+308, "maximum": 1.7976931348623157E+308,
              "defaultValue": "{{Long}}", "multipleOf": 0.000000000001 }
            """, Long, Long);

        HoverTexts.AssertShort(source);
        Assert.Contains(HoverTexts.In(source), lines => lines.Length > 5 && string.Join('\n', lines).Length > 400);
        foreach (string member in (string[])["string? A {", "BOption>? B {", "COption C {", "FmeFile? E {", "string F {", "FmeGeometry G {", "H {"])
        {
            Assert.Equal(Pointer, HoverTexts.Over(source, member)[^1]);
        }

        Assert.Contains("Options: 100 of them.", HoverTexts.Over(source, "BOption>? B {"));
        Assert.Equal(2, HoverTexts.Over(source, "public sealed partial record").Count(line => line.EndsWith("...", StringComparison.Ordinal)));
        Assert.StartsWith("many <words> & more many", HoverTexts.Over(source, "string? A {")[0], StringComparison.Ordinal);
        Assert.EndsWith(" many <words> &...", HoverTexts.Over(source, "string? A {")[0], StringComparison.Ordinal);
        Assert.All(source, character => Assert.True(character <= '\u00FF', $"A generated file takes two bytes a character for {character}."));
    }

    [Fact]
    public void What_is_short_has_no_pointer() =>
        Assert.DoesNotContain(
            HoverTexts.In(SourceOf("""{ "name": "A", "type": "text", "prompt": "A", "defaultValue": "d" }""")), lines => lines[^1] == Pointer);

    private static string SourceOf(string parameters, string title = "A title", string description = "") =>
        GeneratorRun.SourcesOf([new SchemaText("workspaces.json", Sample.From($$"""
            { "repository": "Test", "workspace": "ws.fmw", "title": "{{title}}", "description": "{{description}}", "parameters": [{{parameters}}] }
            """))]).Single().Value;
}
