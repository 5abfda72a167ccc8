using System.Text.Json.Nodes;

namespace FmeTyped.Tool.Tests.Harness;

/// <summary>
/// Gives answers another order each time: keys, the items of lists, and services. Parameters and options keep theirs, which is the author's.
/// </summary>
internal sealed class Shuffler(int seed)
{
    private readonly Random _random = new(seed);

    public string Shuffle(string json) => Shuffle(JsonNode.Parse(json), isInAnyOrder: false)!.ToJsonString();

    private JsonNode? Shuffle(JsonNode? node, bool isInAnyOrder)
    {
        switch (node)
        {
            case JsonObject owner:
                return new JsonObject(Mix(owner.Select(member => KeyValuePair.Create(member.Key, Shuffle(member.Value, member.Key is "items" or "services")))));
            case JsonArray list:
                IEnumerable<JsonNode?> items = list.Select(item => Shuffle(item, isInAnyOrder: false));
                return new JsonArray(isInAnyOrder ? Mix(items) : [.. items]);
            default:
                return node?.DeepClone();
        }
    }

    private T[] Mix<T>(IEnumerable<T> items)
    {
        T[] mixed = [.. items];
        lock (_random)
        {
            _random.Shuffle(mixed);
        }

        return mixed;
    }
}
