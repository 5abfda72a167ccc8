using System.Text.Json;
using System.Text.Json.Nodes;

namespace FmeTyped.Reliability.Tests.Fuzz;

/// <summary>
/// Changes a JSON text somewhere, so that it stays near to what it was: another value in a place, a member less or twice, a list that is longer. What no JSON
/// writer writes is put in as text at the end.
/// </summary>
/// <param name="random">What to change.</param>
/// <param name="echoes">What a server could repeat of a request, ready to stand in a text.</param>
internal sealed class JsonMutator(Random random, IReadOnlyList<string> echoes)
{
    private static readonly string[] Words =
    [
        "SUCCESS", "success", "QUEUED", "queued", "PULLED", "running", "FME_FAILURE", "failure", "JOB_FAILURE", "ABORTED", "cancelled", "DELETED", "ok", "OK",
        "directory", "FILE", "true", "7", "-1", "9223372036854775808", "0001-01-01T00:00:00", "9999-12-31T23:59:59.9999999-14:00", "2026-01-09 10:00",
        "http://fme.example.com/fmedatadownload/results/a.zip", "http://[", "file:///etc/passwd", "//elsewhere/x", "../../x", "a\tb\r\nc\u001b[31m\u202e",
        " ", "",
    ];

    // A name that stands twice, which no object of the writer's can hold, is told from the other by this until the end.
    private const string Twice = "@twice@";

    private readonly List<string> _raws = [];

    /// <summary>A JSON text that is nearly the given one.</summary>
    public string Mutate(JsonNode root)
    {
        JsonNode? changed = root;
        for (int changes = random.Next(4) == 0 ? 3 : 1; changes > 0; changes--)
        {
            changed = Change(changed);
        }

        string text = (changed?.ToJsonString() ?? "null").Replace(Twice, "", StringComparison.Ordinal);
        for (int i = 0; i < _raws.Count; i++)
        {
            text = text.Replace($"\"{Placeholder(i)}\"", _raws[i], StringComparison.Ordinal);
        }

        return text;
    }

    private static string Placeholder(int index) => $"@raw{index}@";

    private JsonNode? Change(JsonNode? root)
    {
        List<JsonNode> places = [];
        Collect(root, places);
        if (places.Count == 0)
        {
            return Value();
        }

        JsonNode place = places[random.Next(places.Count)];
        switch (place)
        {
            case JsonObject { Count: > 0 } members:
                Change(members, root!);
                return root;
            case JsonArray items when random.Next(2) == 0:
                Change(items);
                return root;
            default:
                return Replace(root, place, Value());
        }
    }

    private void Change(JsonObject members, JsonNode root)
    {
        string name = members.ElementAt(random.Next(members.Count)).Key;
        switch (random.Next(8))
        {
            case 0:
                members.Remove(name);
                break;
            case 1:
                members[Twice + name] = Value();
                break;
            case 2:
                JsonNode? moved = members[name];
                members.Remove(name);
                members[name.ToUpperInvariant() + "x"] = moved;
                break;
            case 3:
                List<JsonNode> others = [];
                Collect(root, others);
                members[name] = others[random.Next(others.Count)].DeepClone();
                break;
            default:
                members[name] = Value();
                break;
        }
    }

    private void Change(JsonArray items)
    {
        switch (random.Next(5))
        {
            case 0:
                items.Clear();
                break;
            case 1 when items.Count > 0:
                items.RemoveAt(random.Next(items.Count));
                break;
            case 2 when items.Count > 0:
                JsonNode? again = items[random.Next(items.Count)];
                for (int i = random.Next(8) == 0 ? 400 : 3; i > 0; i--)
                {
                    items.Add(again?.DeepClone());
                }

                break;
            default:
                items.Insert(random.Next(items.Count + 1), Value());
                break;
        }
    }

    private static JsonNode? Replace(JsonNode? root, JsonNode place, JsonNode? value)
    {
        if (place == root)
        {
            return value;
        }

        place.ReplaceWith(value);
        return root;
    }

    private static void Collect(JsonNode? node, List<JsonNode> places)
    {
        if (node is null)
        {
            return;
        }

        places.Add(node);
        IEnumerable<JsonNode?> inner = node switch
        {
            JsonObject members => members.Select(member => member.Value),
            JsonArray items => items,
            _ => [],
        };
        foreach (JsonNode? child in inner.ToList())
        {
            Collect(child, places);
        }
    }

    private JsonNode? Value() => random.Next(22) switch
    {
        0 => null,
        1 => true,
        2 => false,
        3 => random.Next(-2, 100),
        4 => long.MaxValue - random.Next(2),
        5 => new JsonObject(),
        6 => new JsonArray(),
        7 => new JsonArray(null, 1, "x", new JsonObject()),
        8 => new JsonObject { ["id"] = random.Next(10), ["name"] = Words[random.Next(Words.Length)], ["value"] = new JsonArray() },
        9 => Raw("1e400"),
        10 => Raw("-0.0"),
        11 => Raw("92233720368547758080"),
        12 => Raw("\"\\ud83d\""),
        13 => Raw("\"x\\udc00\\u0000\""),
        14 => Raw("\"" + new string('x', random.Next(40) == 0 ? 300_000 : 2_000) + "\""),
        15 => Raw(string.Concat(Enumerable.Repeat("[", 70)) + string.Concat(Enumerable.Repeat("]", 70))),
        16 => Raw(Nested(random.Next(10) == 0 ? 100_000 : 62)),
        17 or 18 => Raw($"\"{JsonEncodedText.Encode(echoes[random.Next(echoes.Count)])}\""),
        _ => Words[random.Next(Words.Length)],
    };

    private static string Nested(int depth) => string.Concat(Enumerable.Repeat("{\"a\":", depth)) + "1" + new string('}', depth);

    private JsonNode Raw(string text)
    {
        _raws.Add(text);
        return Placeholder(_raws.Count - 1);
    }
}
