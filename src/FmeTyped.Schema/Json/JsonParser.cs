using System.Collections.Generic;

namespace FmeTyped.Schema.Json;

/// <summary>
/// Builds nodes from tokens. After an error it continues at the next element of the same object or array, and suppresses
/// errors that only follow from that error.
/// </summary>
internal sealed class JsonParser
{
    /// <summary>The maximum depth of objects and arrays, which is the default of System.Text.Json.</summary>
    public const int MaxDepth = 64;

    private const string Name = "a name in double quotes";
    private const string Value = "a value";

    private readonly JsonTokenizer _tokens;
    private readonly JsonErrorList _errors;

    private readonly JsonNodes _nodes;
    private JsonToken _token;
    private JsonToken _previous;
    private int _openObjects;
    private int _openArrays;
    private bool _saidTooDeep;
    private int _lastUnexpected = -1;

    public JsonParser(JsonTokenizer tokens, JsonErrorList errors, JsonNodes nodes)
    {
        _tokens = tokens;
        _errors = errors;
        _nodes = nodes;
        _token = tokens.Next();
    }

    public JsonNode? Read()
    {
        JsonNode? root = ReadValue(Value);
        if (root is not null && _token.Kind != JsonTokenKind.End)
        {
            Unexpected("the end of the text");
        }

        return root;
    }

    private void Advance()
    {
        _previous = _token;
        _token = _tokens.Next();
    }

    private JsonNode? ReadValue(string expected, string? owner = null)
    {
        JsonToken token = _token;
        switch (token.Kind)
        {
            case JsonTokenKind.OpenBrace or JsonTokenKind.OpenBracket when _openObjects + _openArrays == MaxDepth:
                SkipTooDeep();
                return null;
            case JsonTokenKind.OpenBrace:
                return ReadObject();
            case JsonTokenKind.OpenBracket:
                return ReadArray();
            case JsonTokenKind.String:
                Advance();
                return _nodes.String(token.Span, token.Text);
            case JsonTokenKind.Number:
                Advance();
                return new JsonNumber(token.Span, token.Text);
            case JsonTokenKind.BadNumber:
                Advance();
                return null;
            case JsonTokenKind.Word:
                Advance();
                return ReadLiteral(token);
            default:
                Unexpected(expected, owner);
                return null;
        }
    }

    private JsonNode? ReadLiteral(JsonToken word)
    {
        switch (word.Text)
        {
            case "true":
                return new JsonBoolean(word.Span, true);
            case "false":
                return new JsonBoolean(word.Span, false);
            case "null":
                return new JsonNull(word.Span);
        }

        switch (word.Text.ToUpperInvariant())
        {
            case "TRUE":
                _errors.Add(word.Span, "JSON writes true in lower case");
                return new JsonBoolean(word.Span, true);
            case "FALSE":
                _errors.Add(word.Span, "JSON writes false in lower case");
                return new JsonBoolean(word.Span, false);
            case "NULL":
                _errors.Add(word.Span, "JSON writes null in lower case");
                return new JsonNull(word.Span);
            case "NONE" or "NIL" or "UNDEFINED":
                _errors.Add(word.Span, "JSON writes null for no value");
                return new JsonNull(word.Span);
            case "NAN" or "INFINITY":
                _errors.Add(word.Span, "JSON has no number for NaN or infinity");
                return null;
            default:
                _errors.Add(word.Span, "text must be in double quotes");
                return null;
        }
    }

    private JsonArray ReadArray()
    {
        const JsonTokenKind Close = JsonTokenKind.CloseBracket;
        int start = _token.Span.Start;
        int first = _nodes.OpenItems.Count;
        Advance();
        _openArrays++;
        bool more = GoToElement(Close);
        while (more)
        {
            JsonNode? item = ReadValue(ElementOf(Close));
            if (item is not null)
            {
                _nodes.OpenItems.Add(item);
            }

            more = GoToNextElement(Close, isSound: item is not null, name: null);
        }

        _openArrays--;
        return _nodes.TakeArray(SpanFrom(start), first);
    }

    private JsonObject ReadObject()
    {
        const JsonTokenKind Close = JsonTokenKind.CloseBrace;
        int start = _token.Span.Start;
        int first = _nodes.OpenMembers.Count;
        int firstName = _nodes.OpenNames.Count;
        HashSet<string>? manyNames = null;
        Advance();
        _openObjects++;
        bool more = GoToElement(Close);
        while (more)
        {
            string name = _token.Text;
            bool isSound = ReadMember(firstName, ref manyNames);
            more = GoToNextElement(Close, isSound, name);
        }

        _openObjects--;
        _nodes.OpenNames.CutBack(firstName);
        return _nodes.TakeObject(SpanFrom(start), first);
    }

    /// <summary>Reads a member, and returns whether it contained no error.</summary>
    private bool ReadMember(int firstName, ref HashSet<string>? manyNames)
    {
        JsonToken name = _token;
        bool isDue = _previous.Kind is JsonTokenKind.Comma or JsonTokenKind.OpenBrace;
        bool isQuoted = name.Kind == JsonTokenKind.String;
        if (isQuoted)
        {
            if (!_nodes.OpenNames.Add(name.Text, firstName, ref manyNames))
            {
                _errors.Add(name.Span, $"the name {JsonCharacters.Quote(name.Text)} occurs a second time in this object");
            }
        }
        else if (name.Kind is JsonTokenKind.Word or JsonTokenKind.Number)
        {
            _errors.Add(name.Span, "a name must be in double quotes");
        }
        else if (name.Kind != JsonTokenKind.BadNumber)
        {
            Unexpected(ElementOf(JsonTokenKind.CloseBrace));
            return false;
        }

        Advance();
        bool hasColon = _token.Kind == JsonTokenKind.Colon;
        if (hasColon)
        {
            Advance();
        }
        else if (!isQuoted || !isDue || name.IsUnterminated)
        {
            // An error in this element has already been reported.
            return false;
        }
        else
        {
            Unexpected("':' after the name", name.Text);
            if (_token.Kind == JsonTokenKind.Unknown)
            {
                // Most likely it is meant as the colon, as in name = value.
                Advance();
            }

            if (_token.StartsLine || !StartsValue())
            {
                return false;
            }
        }

        JsonNode? value = ReadValue("a value for", name.Text);
        if (value is not null)
        {
            _nodes.OpenMembers.Add(_nodes.Member(name.Text, name.Span, value));
        }

        return hasColon && value is not null;
    }

    /// <summary>Advances from the end of an element to the next one; false if there is none, after the end was consumed.</summary>
    /// <param name="close">The token that ends the object or the array.</param>
    /// <param name="isSound">Whether the element contained no error; otherwise errors after it are not reported.</param>
    /// <param name="name">The name of the member that was read; null for an item.</param>
    private bool GoToNextElement(JsonTokenKind close, bool isSound, string? name)
    {
        if (!isSound)
        {
            SkipElement(close);
        }
        else if (_token.Kind != JsonTokenKind.Comma && _token.Kind != close)
        {
            string closing = close == JsonTokenKind.CloseBrace ? "'}'" : "']'";
            string place = name is null ? "the item" : "the value of";
            string hint = StartsElement(close) ? "; a comma is missing" : "";
            Unexpected($"',' or {closing} after {place}", name, hint);
            if (!StartsElement(close))
            {
                SkipElement(close);
            }
        }

        if (_token.Kind == JsonTokenKind.Comma)
        {
            Advance();
            if (_token.Kind == close)
            {
                _errors.Add(_previous.Span, "a comma is not allowed after the last element; delete it");
            }
        }

        return GoToElement(close);
    }

    /// <summary>Advances to an expected element; false if the object or the array ends instead.</summary>
    private bool GoToElement(JsonTokenKind close)
    {
        if (_token.Kind == JsonTokenKind.Comma)
        {
            Unexpected(ElementOf(close));
            SkipCommas();
        }

        while (_token.Kind != close)
        {
            if (_token.Kind == JsonTokenKind.End)
            {
                Unexpected(ElementOf(close));
                return false;
            }

            if (!IsClose())
            {
                return true;
            }

            // A wrong closing bracket: it belongs to an outer element, or to none.
            Unexpected(ElementOf(close));
            if ((_token.Kind == JsonTokenKind.CloseBrace ? _openObjects : _openArrays) > 0)
            {
                return false;
            }

            Advance();
            if (_token.Kind == JsonTokenKind.End)
            {
                // It was meant as the correct one.
                return false;
            }

            SkipCommas();
        }

        Advance();
        return false;
    }

    /// <summary>What is allowed where an element is expected. After a comma the object or the array may not end.</summary>
    private string ElementOf(JsonTokenKind close) => (close, _previous.Kind) switch
    {
        (JsonTokenKind.CloseBrace, JsonTokenKind.Comma) => Name,
        (JsonTokenKind.CloseBrace, _) => Name + " or '}'",
        (_, JsonTokenKind.Comma) => Value,
        _ => Value + " or ']'",
    };

    private bool IsClose() => _token.Kind is JsonTokenKind.CloseBrace or JsonTokenKind.CloseBracket;

    private bool IsOpen() => _token.Kind is JsonTokenKind.OpenBrace or JsonTokenKind.OpenBracket;

    private bool StartsValue() =>
        IsOpen()
        || _token.Kind is JsonTokenKind.String or JsonTokenKind.Number or JsonTokenKind.BadNumber or JsonTokenKind.Word;

    /// <summary>Whether the token is so likely to start an element that reading continues there, although the comma is missing.</summary>
    private bool StartsElement(JsonTokenKind close) =>
        _token.Kind == JsonTokenKind.String
        || (close == JsonTokenKind.CloseBracket && (IsOpen() || _token.Kind == JsonTokenKind.Number));

    private void SkipCommas()
    {
        while (_token.Kind == JsonTokenKind.Comma)
        {
            Advance();
        }
    }

    /// <summary>Skips the rest of an element, up to the comma or the bracket after it, or to the line where the next one starts.</summary>
    private void SkipElement(JsonTokenKind close)
    {
        int kept = _errors.Count;
        while (_token.Kind is not (JsonTokenKind.Comma or JsonTokenKind.End)
            && !IsClose()
            && !(_token.StartsLine && StartsElement(close)))
        {
            SkipBalanced(kept);
        }
    }

    private void SkipTooDeep()
    {
        if (!_saidTooDeep)
        {
            _saidTooDeep = true;
            _errors.Add(_token.Span, $"objects and arrays nest deeper than {MaxDepth} levels here");
        }

        SkipBalanced(_errors.Count);
    }

    /// <summary>Skips a token, and if it opens something, everything up to the matching close. Errors inside are not reported.</summary>
    private void SkipBalanced(int kept)
    {
        int depth = 0;
        do
        {
            depth += IsOpen() ? 1 : IsClose() ? -1 : 0;
            _errors.CutBack(kept);
            Advance();
        }
        while (depth > 0 && _token.Kind != JsonTokenKind.End);
    }

    private TextSpan SpanFrom(int start) => new(start, _previous.Span.End - start);

    /// <summary>Reports the token, unless it was reported or only follows from a string that swallowed the expected token.</summary>
    private void Unexpected(string expected, string? owner = null, string hint = "")
    {
        if (_previous.IsUnterminated || _token.Span.Start == _lastUnexpected)
        {
            return;
        }

        _lastUnexpected = _token.Span.Start;
        string place = owner is null ? "" : " " + JsonCharacters.Quote(owner);
        _errors.Add(_token.Span, $"expected {expected}{place}, found {_tokens.Describe(_token)}{hint}");
    }
}
