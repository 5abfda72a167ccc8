using System;
using System.Collections.Generic;

namespace FmeTyped.Schema.Json;

/// <summary>A value of a JSON text, with its location in the text. Only <see cref="JsonNodes"/> changes a node.</summary>
internal abstract class JsonNode
{
    private protected JsonNode(TextSpan span) => Span = span;

    public TextSpan Span { get; private protected set; }

    // The elements of a node that is filled, in the place of those that it had.
    private protected static void Fill<T>(IReadOnlyList<T> elements, List<T> open, int first)
    {
        var own = (List<T>)elements;
        own.Clear();
        own.Capacity = Math.Max(own.Capacity, open.Count - first);
        for (int i = first; i < open.Count; i++)
        {
            own.Add(open[i]);
        }

        open.RemoveRange(first, open.Count - first);
    }
}

internal sealed class JsonObject : JsonNode
{
    // A record has some twenty members; an object of parameters or options by their names can have thousands.
    private const int MostScanned = 64;

    private Dictionary<string, JsonMember>? _byName;

    public JsonObject()
        : this(default, new List<JsonMember>())
    {
    }

    public JsonObject(TextSpan span, IReadOnlyList<JsonMember> members)
        : base(span) => Members = members;

    /// <summary>The members in the order of the text. A duplicate name is an error in the text, and both members are included.</summary>
    public IReadOnlyList<JsonMember> Members { get; }

    public JsonObject Fill(TextSpan span, List<JsonMember> open, int first)
    {
        Span = span;
        _byName = null;
        Fill(Members, open, first);
        return this;
    }

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
    public JsonMember()
    {
    }

    public JsonMember(string name, TextSpan nameSpan, JsonNode value) => Fill(name, nameSpan, value);

    public string Name { get; private set; } = "";

    public TextSpan NameSpan { get; private set; }

    public JsonNode Value { get; private set; } = null!;

    public JsonMember Fill(string name, TextSpan nameSpan, JsonNode value)
    {
        Name = name;
        NameSpan = nameSpan;
        Value = value;
        return this;
    }
}

internal sealed class JsonArray : JsonNode
{
    public JsonArray()
        : this(default, new List<JsonNode>())
    {
    }

    public JsonArray(TextSpan span, IReadOnlyList<JsonNode> items)
        : base(span) => Items = items;

    public IReadOnlyList<JsonNode> Items { get; }

    public JsonArray Fill(TextSpan span, List<JsonNode> open, int first)
    {
        Span = span;
        Fill(Items, open, first);
        return this;
    }
}

internal sealed class JsonString : JsonNode
{
    public JsonString()
        : this(default, "")
    {
    }

    public JsonString(TextSpan span, string value)
        : base(span) => Value = value;

    public string Value { get; private set; }

    public JsonString Fill(TextSpan span, string value)
    {
        Span = span;
        Value = value;
        return this;
    }
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
