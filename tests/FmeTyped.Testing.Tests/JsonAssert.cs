using System.Text.Json;
using System.Text.Json.Nodes;

namespace FmeTyped.Testing.Tests;

internal static class JsonAssert
{
    /// <summary>Both are the same JSON, in whatever order their properties are.</summary>
    public static void Equal(JsonElement expected, JsonElement actual) => Assert.True(
        JsonNode.DeepEquals(JsonSerializer.SerializeToNode(expected), JsonSerializer.SerializeToNode(actual)),
        $"Expected: {expected.GetRawText()}\nFound: {actual.GetRawText()}");
}
