using System;
using System.Collections.Generic;
using System.Linq;
using FmeTyped.Schema.Json;
using FmeTyped.Schema.Model;
using FmeTyped.Schema.Rules;

namespace FmeTyped.Schema.Reading;

/// <summary>Collects problems, and reads members of JSON objects, reporting those that are wrong.</summary>
internal sealed class ReadingContext
{
    private readonly List<SchemaProblem> _problems = [];

    public EquatableArray<SchemaProblem> Problems
    {
        get
        {
            if (_problems.Count == 0)
            {
                return default;
            }

            // In the order of the text, and at one place in the order found. Sorting by the pair keeps that order at no cost.
            var keys = new (int Start, int Index)[_problems.Count];
            for (int i = 0; i < keys.Length; i++)
            {
                keys[i] = (_problems[i].Span.Start, i);
            }

            Array.Sort(keys);
            var sorted = new List<SchemaProblem>(keys.Length);
            foreach ((_, int index) in keys)
            {
                sorted.Add(_problems[index]);
            }

            return EquatableArray.From(sorted);
        }
    }

    public void Report(SchemaRule rule, TextSpan span, params string[] arguments) =>
        _problems.Add(new SchemaProblem(rule, span, EquatableArray.From(arguments)));

    /// <summary>Reports a key that has another effect here than in FME.</summary>
    /// <param name="record">The record with the key.</param>
    /// <param name="name">The parameter.</param>
    /// <param name="key">The key, which the record has.</param>
    /// <param name="words">What becomes of it, as the rest of a sentence that begins with the key.</param>
    public void Tell(JsonObject record, string name, string key, string words) =>
        Report(SchemaRules.UnusableKey, record.Find(key)!.Value.Span, key, name, words);

    /// <summary>A required member; its absence is reported at the start of the object.</summary>
    public JsonNode? Required(JsonObject owner, string key, string ownerName, string hint = "")
    {
        if (owner.Find(key) is { } member)
        {
            return member.Value;
        }

        string nearest = NearMiss.Find(key, owner.Members.Select(member => member.Name)) is { } near ? $". Is \"{near}\" meant?" : "";
        Report(SchemaRules.MissingKey, new TextSpan(owner.Span.Start, 1), ownerName, key, hint + nearest);
        return null;
    }

    /// <summary>A required text member that may not be blank.</summary>
    public string? RequiredText(JsonObject owner, string key, string ownerName, string hint = "")
    {
        switch (Required(owner, key, ownerName, hint))
        {
            case null:
                return null;
            case JsonString { Value: var text } when text.Trim().Length > 0:
                return text;
            case var other:
                Report(SchemaRules.WrongValue, other.Span, key, "a text that is not empty", Describe(other));
                return null;
        }
    }

    /// <summary>The type of a parameter. Only the message that it is missing names the parameter.</summary>
    public string? RequiredType(JsonObject record, string? name) =>
        RequiredText(record, "type", name is null || record.Find("type") is not null ? "A parameter" : $"The parameter {name}");

    /// <summary>A text member; empty if it is missing or null.</summary>
    public string Text(JsonObject owner, string key) => OptionalText(owner, key) ?? "";

    /// <summary>A text member; null if it is missing or null.</summary>
    public string? OptionalText(JsonObject owner, string key)
    {
        switch (owner.Find(key)?.Value)
        {
            case null or JsonNull:
                return null;
            case JsonString text:
                return text.Value;
            case var other:
                Report(SchemaRules.WrongValue, other.Span, key, "a text", Describe(other));
                return null;
        }
    }

    /// <summary>A yes/no member; null if it is missing or null.</summary>
    public bool? OptionalBoolean(JsonObject owner, string key)
    {
        switch (owner.Find(key)?.Value)
        {
            case null or JsonNull:
                return null;
            case JsonBoolean boolean:
                return boolean.Value;
            case var other:
                Report(SchemaRules.WrongValue, other.Span, key, "true or false", Describe(other));
                return null;
        }
    }

    /// <summary>An array member; empty if it is missing or null.</summary>
    public IReadOnlyList<JsonNode> Items(JsonObject owner, string key) => Items(owner.Find(key)?.Value, key);

    public IReadOnlyList<JsonNode> Items(JsonNode? node, string key)
    {
        switch (node)
        {
            case null or JsonNull:
                return Array.Empty<JsonNode>();
            case JsonArray array:
                return array.Items;
            default:
                Report(SchemaRules.WrongValue, node.Span, key, "a list", Describe(node));
                return Array.Empty<JsonNode>();
        }
    }

    /// <summary>An object; null, with a problem, where the node is something else.</summary>
    public JsonObject? Object(JsonNode? node, string what)
    {
        switch (node)
        {
            case null:
                return null;
            case JsonObject found:
                return found;
            default:
                Report(SchemaRules.WrongValue, node.Span, what, "an object", Describe(node));
                return null;
        }
    }

    public static string Describe(JsonNode node) => node switch
    {
        JsonObject => "an object",
        JsonArray => "a list",
        JsonString { Value.Length: 0 } => "an empty text",
        JsonString => "a text",
        JsonNumber number => number.Text,
        JsonBoolean boolean => boolean.Value ? "true" : "false",
        _ => "null",
    };
}
