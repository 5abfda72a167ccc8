using FmeTyped.Schema.Json;

namespace FmeTyped.Tool.Json;

/// <summary>Creates nodes, and modified copies of nodes. These nodes have no position in a text.</summary>
internal static class JsonEdit
{
    public static JsonBoolean True { get; } = new(default, true);

    public static JsonObject Empty { get; } = new(default, []);

    public static JsonString Text(string text) => new(default, text);

    public static JsonBoolean Boolean(bool value) => new(default, value);

    public static JsonArray List(IEnumerable<JsonNode> items) => new(default, [.. items]);

    public static JsonObject Object(IEnumerable<JsonMember> members) => new(default, [.. members]);

    public static JsonMember Member(string name, JsonNode value) => new(name, default, value);

    /// <summary>A copy with the member replaced, or added at the end.</summary>
    public static JsonObject With(this JsonObject owner, string name, JsonNode value) => owner.Find(name) is null
        ? Object([.. owner.Members, Member(name, value)])
        : Object(owner.Members.Select(member => member.Name == name ? Member(name, value) : member));

    public static JsonObject Without(this JsonObject owner, string name) =>
        owner.Find(name) is null ? owner : Object(owner.Members.Where(member => member.Name != name));

    /// <summary>The text of a member; null if it is missing or not a string.</summary>
    public static string? TextOf(this JsonObject owner, string name) => (owner.Find(name)?.Value as JsonString)?.Value;

    /// <summary>The object of a member; an empty one if it is missing or not an object.</summary>
    public static JsonObject ObjectOf(this JsonObject owner, string name) => owner.Find(name)?.Value as JsonObject ?? Empty;
}
