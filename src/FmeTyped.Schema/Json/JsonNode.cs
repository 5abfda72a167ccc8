using System;
using System.Collections.Generic;

namespace FmeTyped.Schema.Json;

/// <summary>A value of a JSON text, with its location in the text.</summary>
internal abstract class JsonNode
{
    private protected JsonNode(TextSpan span) => Span = span;

    public TextSpan Span { get; }
}

internal sealed class JsonObject : JsonNode
{
    // A record has some twenty members; an object of parameters or options by their names can have thousands.
    private const int MostScanned = 64;

    private Dictionary<string, JsonMember>? _byName;

    public JsonObject(TextSpan span, IReadOnlyList<JsonMember> members)
        : base(span) => Members = members;

    /// <summary>The members in the order of the text. A duplicate name is an error in the text, and both members are included.</summary>
    public IReadOnlyList<JsonMember> Members { get; }

    /// <summary>The first member with a name (case-sensitive); null if there is none.</summary>
    public JsonMember? Find(string name)
    {
        if (Members.Count > MostScanned)
        {
            return (_byName ??= ByName()).TryGetValue(name, out JsonMember? found) ? found : null;
        }

        // By index, since this is called for every key of every record, and would otherwise allocate an enumerator each time.
        for (int i = 0; i < Members.Count; i++)
        {
            if (string.Equals(Members[i].Name, name, StringComparison.Ordinal))
            {
                return Members[i];
            }
        }

        return null;
    }

    private Dictionary<string, JsonMember> ByName()
    {
        var byName = new Dictionary<string, JsonMember>(Members.Count, StringComparer.Ordinal);
        for (int i = Members.Count - 1; i >= 0; i--)
        {
            byName[Members[i].Name] = Members[i];
        }

        return byName;
    }
}

internal sealed class JsonMember
{
    public JsonMember(string name, TextSpan nameSpan, JsonNode value)
    {
        Name = name;
        NameSpan = nameSpan;
        Value = value;
    }

    public string Name { get; }

    public TextSpan NameSpan { get; }

    public JsonNode Value { get; }
}

internal sealed class JsonArray : JsonNode
{
    public JsonArray(TextSpan span, IReadOnlyList<JsonNode> items)
        : base(span) => Items = items;

    public IReadOnlyList<JsonNode> Items { get; }
}

internal sealed class JsonString : JsonNode
{
    public JsonString(TextSpan span, string value)
        : base(span) => Value = value;

    public string Value { get; }
}

internal sealed class JsonNumber : JsonNode
{
    public JsonNumber(TextSpan span, string text)
        : base(span) => Text = text;

    /// <summary>The number as written in the text.</summary>
    public string Text { get; }
}

internal sealed class JsonBoolean : JsonNode
{
    public JsonBoolean(TextSpan span, bool value)
        : base(span) => Value = value;

    public bool Value { get; }
}

internal sealed class JsonNull : JsonNode
{
    public JsonNull(TextSpan span)
        : base(span)
    {
    }
}
