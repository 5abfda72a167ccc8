using System.Text.Json.Nodes;

namespace FmeTyped.JsonSchema.Tests;

/// <summary>What stands in a schema, word by word.</summary>
public class SchemaTests
{
    private const string Plot =
        """
        { "format": 1, "workspaces": [ { "repository": "Test", "workspace": "plot.fmw", "title": "Plot", "description": "Plots a sheet.",
          "parameters": [
            { "name": "SHEET", "type": "dropdown", "prompt": "Sheet", "choiceSettings": { "choiceSet": "userDefined", "choices": [ { "display": "Small", "value": "A4" }, { "display": "Large", "value": "A0" } ] } },
            { "name": "COPIES", "type": "number", "prompt": "Copies", "multipleOf": 1, "minimum": 0, "minimumExclusive": true, "maximum": 99, "defaultValue": "1" },
            { "name": "FRAME", "type": "checkbox", "prompt": "Frame", "checkedValue": "on", "uncheckedValue": "off", "defaultValue": "off" },
            { "name": "KEY", "type": "password", "prompt": "Key" },
            { "name": "TITLE", "type": "text", "prompt": "Title", "visibility": { "if": [ { "$equals": { "parameter": "FRAME", "value": "on" }, "then": "visibleEnabled" } ], "default": "hiddenDisabled" } }
          ] } ] }
        """;

    [Fact]
    public void The_full_profile_has_captions_and_conditions() => AssertSchema(
        FmeJsonSchemaProfile.Full,
        """
        {
          "$schema": "https://json-schema.org/draft/2020-12/schema",
          "title": "Plot", "description": "Plots a sheet.",
          "type": "object",
          "properties": {
            "SHEET": { "title": "Sheet", "type": "string", "oneOf": [ { "const": "A4", "title": "Small" }, { "const": "A0", "title": "Large" } ] },
            "COPIES": { "title": "Copies", "default": 1, "type": "integer", "format": "int64", "exclusiveMinimum": 0, "maximum": 99 },
            "FRAME": { "title": "Frame", "default": false, "type": "boolean" },
            "KEY": { "title": "Key", "writeOnly": true, "type": "string", "format": "password", "minLength": 1 },
            "TITLE": { "title": "Title", "type": "string" }
          },
          "required": [ "SHEET", "KEY" ],
          "additionalProperties": false,
          "allOf": [ {
            "if": { "properties": { "FRAME": { "enum": [ true ] } }, "required": [ "FRAME" ] },
            "then": { "properties": { "TITLE": { "minLength": 1 } }, "required": [ "TITLE" ] }
          } ]
        }
        """);

    [Fact]
    public void The_simple_profile_has_an_enum_and_conditions_in_words() => AssertSchema(
        FmeJsonSchemaProfile.Simple,
        """
        {
          "$schema": "https://json-schema.org/draft/2020-12/schema",
          "title": "Plot", "description": "Plots a sheet.",
          "type": "object",
          "properties": {
            "SHEET": { "title": "Sheet", "description": "A4: Small; A0: Large.", "type": "string", "enum": [ "A4", "A0" ] },
            "COPIES": { "title": "Copies", "default": 1, "type": "integer", "format": "int64", "exclusiveMinimum": 0, "maximum": 99 },
            "FRAME": { "title": "Frame", "default": false, "type": "boolean" },
            "KEY": { "title": "Key", "writeOnly": true, "type": "string", "format": "password", "minLength": 1 },
            "TITLE": { "title": "Title", "description": "Has to be set while FRAME = 'on'.", "type": "string", "minLength": 1 }
          },
          "required": [ "SHEET", "KEY" ],
          "additionalProperties": false
        }
        """);

    [Fact]
    public void The_simple_profile_uses_neither_oneOf_nor_if()
    {
        string schema = Samples.Kinds.ToJsonSchema(FmeJsonSchemaProfile.Simple).ToJsonString();

        Assert.All(
            (string[])["oneOf", "anyOf", "allOf", "\"if\"", "then", "not\""],
            keyword => Assert.DoesNotContain(keyword, schema, StringComparison.Ordinal));
    }

    [Fact]
    public void A_condition_that_depends_on_another_one_is_a_condition_of_the_schema()
    {
        JsonNode items = Samples.Kinds.ToJsonSchema()["allOf"]!.AsArray().Single(part => part!["then"]!["properties"]?["ITEMS"] is not null)!;

        AssertEqual(
            """
            { "anyOf": [
              { "allOf": [
                { "properties": { "FLAG": { "enum": [ true ] } } },
                { "properties": { "SIZE": { "type": "number", "exclusiveMinimum": 5 } }, "required": [ "SIZE" ] } ] },
              { "properties": { "NOTE": { "pattern": "^list" } }, "required": [ "NOTE" ] } ] }
            """,
            items["if"]!);
    }

    [Fact]
    public void A_schema_is_a_new_object_each_time()
    {
        JsonObject changed = Samples.Kinds.ToJsonSchema();
        changed.Remove("properties");

        Assert.NotNull(Samples.Kinds.ToJsonSchema()["properties"]);
    }

    private static void AssertSchema(FmeJsonSchemaProfile profile, string expected) => AssertEqual(expected, Samples.Read(Plot).Single().ToJsonSchema(profile));

    private static void AssertEqual(string expected, JsonNode found) =>
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), found), $"Expected: {JsonNode.Parse(expected)}\nFound: {found}");
}
