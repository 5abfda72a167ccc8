namespace FmeTyped.Generator.Tests.Harness;

/// <summary>Schema files for tests, in few words.</summary>
internal static class Sample
{
    public static string From(params string[] workspaces) =>
        $$"""{ "format": 1, "workspaces": [{{string.Join(",\n", workspaces)}}] }""";

    public static string Workspace(string name, params string[] parameters) =>
        $$"""{ "repository": "Test", "workspace": "{{name}}", "parameters": [{{string.Join(",\n", parameters)}}] }""";

    public static string Text(string name, string prompt = "Text") =>
        $$"""{ "name": "{{name}}", "type": "TEXT", "model": "string", "description": "{{prompt}}", "optional": true, "defaultValue": "" }""";

    public static string Choice(string name, params string[] values) =>
        $$"""
        { "name": "{{name}}", "type": "CHOICE", "model": "string", "description": "Choice", "optional": false, "defaultValue": "{{values[0]}}",
          "listOptions": [{{string.Join(", ", values.Select(value => $$"""{ "caption": "{{value}}", "value": "{{value}}" }"""))}}] }
        """;

    public static string OpenChoice(string name, params string[] values) =>
        Choice(name, values).Replace("\"CHOICE\"", "\"STRING_OR_CHOICE\"", StringComparison.Ordinal);
}
