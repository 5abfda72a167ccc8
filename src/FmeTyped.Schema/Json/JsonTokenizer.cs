using System.Globalization;
using System.Text;

namespace FmeTyped.Schema.Json;

/// <summary>
/// Splits a text into tokens. It reports errors inside tokens and between tokens, and returns the token that was
/// most likely meant, so that the parser does not report the same mistake again.
/// </summary>
internal sealed class JsonTokenizer
{
    private const char Replacement = '\uFFFD';

    private readonly char[] _text;
    private readonly int _length;
    private readonly JsonErrorList _errors;
    private readonly StringPool _strings;
    private int _position;

    /// <param name="text">The text.</param>
    /// <param name="length">How many characters of it are read.</param>
    /// <param name="errors">Receives the errors.</param>
    /// <param name="strings">The strings that texts share.</param>
    public JsonTokenizer(char[] text, int length, JsonErrorList errors, StringPool strings)
    {
        _text = text;
        _length = length;
        _errors = errors;
        _strings = strings;
        _position = length > 0 && text[0] == '\uFEFF' ? 1 : 0;
    }

    /// <summary>Describes a token for an error message. The description omits the text of a value, which may be a secret.</summary>
    public string Describe(JsonToken token) => token.Kind switch
    {
        JsonTokenKind.End => "the end of the text",
        JsonTokenKind.String => "a string",
        JsonTokenKind.Number or JsonTokenKind.BadNumber => "a number",
        JsonTokenKind.Word => "text without quotes",
        _ => Describe(token.Span.Start),
    };

    public JsonToken Next()
    {
        bool startsLine = SkipBlank();
        int start = _position;
        if (start == _length)
        {
            return new JsonToken(JsonTokenKind.End, new TextSpan(start, 0), startsLine);
        }

        char first = _text[start];
        JsonTokenKind punctuation = Punctuation(first);
        if (punctuation != JsonTokenKind.Unknown)
        {
            _position++;
            return new JsonToken(punctuation, SpanFrom(start), startsLine);
        }

        if (first == '"')
        {
            return ReadString(startsLine);
        }

        if (IsQuoteLike(first))
        {
            return ReadWronglyQuoted(startsLine);
        }

        if (StartsNumber())
        {
            return ReadNumber(startsLine);
        }

        if (IsWordPart(first))
        {
            string word = TakeWord();
            return new JsonToken(JsonTokenKind.Word, SpanFrom(start), startsLine, word);
        }

        do
        {
            _position++;
        }
        while (_position < _length && StartsNothing());

        return new JsonToken(JsonTokenKind.Unknown, SpanFrom(start), startsLine);
    }

    private static JsonTokenKind Punctuation(char character) => character switch
    {
        '{' => JsonTokenKind.OpenBrace,
        '}' => JsonTokenKind.CloseBrace,
        '[' => JsonTokenKind.OpenBracket,
        ']' => JsonTokenKind.CloseBracket,
        ':' => JsonTokenKind.Colon,
        ',' => JsonTokenKind.Comma,
        _ => JsonTokenKind.Unknown,
    };

    private static bool IsQuoteLike(char character) =>
        JsonCharacters.IsLikeDoubleQuote(character) || JsonCharacters.IsLikeSingleQuote(character);

    private static bool IsWhiteSpace(char character) => character is ' ' or '\t' or '\n' or '\r';

    private static bool IsLineBreak(char character) => character is '\n' or '\r';

    private static bool IsDigit(char character) => character is >= '0' and <= '9';

    private static bool IsWordPart(char character) =>
        char.IsLetterOrDigit(character) || character is '_' or '$' or '-' or '.';

    private bool IsAt(string what)
    {
        if (_length - _position < what.Length)
        {
            return false;
        }

        for (int i = 0; i < what.Length; i++)
        {
            if (_text[_position + i] != what[i])
            {
                return false;
            }
        }

        return true;
    }

    private bool IsSurrogatePairAt(int index) => index + 1 < _length && char.IsSurrogatePair(_text[index], _text[index + 1]);

    private string Describe(int index) => JsonCharacters.Describe(_text[index], index + 1 < _length ? _text[index + 1] : '\0');

    private bool StartsNumber()
    {
        char first = _text[_position];
        return IsDigit(first)
            || first == '-'
            || (first is '+' or '.' && _position + 1 < _length && IsDigit(_text[_position + 1]));
    }

    private bool StartsComment() => _text[_position] == '#' || IsAt("//") || IsAt("/*");

    private bool StartsNothing()
    {
        char first = _text[_position];
        return first != '"'
            && !IsQuoteLike(first)
            && !IsWordPart(first)
            && !JsonCharacters.IsInvisible(first)
            && Punctuation(first) == JsonTokenKind.Unknown
            && !StartsNumber()
            && !StartsComment();
    }

    private TextSpan SpanFrom(int start) => new(start, _position - start);

    /// <summary>Skips everything between tokens, and returns whether it contained a line break.</summary>
    private bool SkipBlank()
    {
        bool startsLine = false;
        while (_position < _length)
        {
            int start = _position;
            char first = _text[start];
            if (first is > ' ' and < '\u007F' and not ('#' or '/'))
            {
                // Nearly every token starts with one of these.
                break;
            }

            if (IsWhiteSpace(first))
            {
                startsLine |= IsLineBreak(first);
                _position++;
            }
            else if (JsonCharacters.IsInvisible(first))
            {
                SkipInvisible();
                _errors.Add(
                    SpanFrom(start),
                    $"{Describe(start)} is only allowed inside a string; delete it or use a space");
            }
            else if (StartsComment())
            {
                SkipComment();
                _errors.Add(SpanFrom(start), "JSON has no comments; delete it");
            }
            else
            {
                break;
            }
        }

        return startsLine;
    }

    private void SkipInvisible()
    {
        while (_position < _length
            && !IsWhiteSpace(_text[_position])
            && JsonCharacters.IsInvisible(_text[_position]))
        {
            _position++;
        }
    }

    private void SkipComment()
    {
        if (IsAt("/*"))
        {
            _position += 2;
            while (_position < _length && !IsAt("*/"))
            {
                _position++;
            }

            _position = System.Math.Min(_position + 2, _length);
            return;
        }

        while (_position < _length && !IsLineBreak(_text[_position]))
        {
            _position++;
        }
    }

    private string TakeWord()
    {
        int start = _position;
        while (_position < _length && (IsWordPart(_text[_position]) || _text[_position] == '+'))
        {
            _position++;
        }

        return _strings.Take(_text, start, _position - start);
    }

    private JsonToken ReadNumber(bool startsLine)
    {
        int start = _position;

        // The first character may be a '+', and everything that may be meant as part of the number is included.
        string number = TakeWord();
        string? problem = JsonNumberGrammar.FindProblem(number);
        if (problem is null)
        {
            return new JsonToken(JsonTokenKind.Number, SpanFrom(start), startsLine, number);
        }

        _errors.Add(SpanFrom(start), problem);
        return new JsonToken(JsonTokenKind.BadNumber, SpanFrom(start), startsLine);
    }

    /// <summary>Reads a string in quotes that JSON does not allow. Its value is the text between them.</summary>
    private JsonToken ReadWronglyQuoted(bool startsLine)
    {
        int start = _position;
        char open = _text[start];
        _position++;
        while (_position < _length && !IsLineBreak(_text[_position]) && !Closes(open, _text[_position]))
        {
            bool escapes = _text[_position] == '\\' && _position + 1 < _length && !IsLineBreak(_text[_position + 1]);
            _position += escapes ? 2 : 1;
        }

        string value = WithoutLoneSurrogates(new string(_text, start + 1, _position - start - 1));
        bool isUnterminated = _position == _length || IsLineBreak(_text[_position]);
        if (!isUnterminated)
        {
            _position++;
        }

        _errors.Add(
            SpanFrom(start), $"a string must be in double quotes ('\"'), found {Describe(start)}");
        return new JsonToken(JsonTokenKind.String, SpanFrom(start), startsLine, value, isUnterminated);
    }

    private static bool Closes(char open, char character) => JsonCharacters.IsLikeSingleQuote(open)
        ? JsonCharacters.IsLikeSingleQuote(character)
        : character == '"' || JsonCharacters.IsLikeDoubleQuote(character);

    private static string WithoutLoneSurrogates(string text)
    {
        StringBuilder? clean = null;
        for (int index = 0; index < text.Length; index++)
        {
            if (!char.IsSurrogate(text[index]))
            {
                continue;
            }

            if (JsonCharacters.IsSurrogatePair(text, index))
            {
                index++;
                continue;
            }

            clean ??= new StringBuilder(text);
            clean[index] = Replacement;
        }

        return clean?.ToString() ?? text;
    }

    private JsonToken ReadString(bool startsLine)
    {
        int start = _position;
        _position++;

        // Created only if the value differs from the text; it contains everything before 'copied'.
        StringBuilder? value = null;
        int copied = _position;
        while (_position < _length && !IsLineBreak(_text[_position]) && _text[_position] != '"')
        {
            char character = _text[_position];
            if (character == '\\')
            {
                value ??= new StringBuilder();
                value.Append(_text, copied, _position - copied);
                ReadEscape(value);
                copied = _position;
            }
            else if (IsSurrogatePairAt(_position))
            {
                _position += 2;
            }
            else if (char.IsSurrogate(character))
            {
                value ??= new StringBuilder();
                value.Append(_text, copied, _position - copied).Append(Replacement);
                _position++;
                copied = _position;
                _errors.Add(new TextSpan(_position - 1, 1), LoneSurrogate(character));
            }
            else if (character < ' ')
            {
                _position++;
                _errors.Add(new TextSpan(_position - 1, 1), ControlCharacter(character));
            }
            else
            {
                _position++;
                SkipPlain();
            }
        }

        string text = value is null
            ? _strings.Take(_text, copied, _position - copied)
            : value.Append(_text, copied, _position - copied).ToString();
        if (_position < _length && _text[_position] == '"')
        {
            _position++;
            return new JsonToken(JsonTokenKind.String, SpanFrom(start), startsLine, text);
        }

        _errors.Add(SpanFrom(start), Unterminated(start + 1));
        return new JsonToken(JsonTokenKind.String, SpanFrom(start), startsLine, text, IsUnterminated: true);
    }

    // Nearly all characters of strings mean themselves.
    private void SkipPlain()
    {
        int position = _position;
        while (position < _length && _text[position] is >= ' ' and < '\u007F' and not ('"' or '\\'))
        {
            position++;
        }

        _position = position;
    }

    private string Unterminated(int start)
    {
        const string Message = "the string has no closing '\"' on its line";
        for (int index = start; index < _position; index++)
        {
            if (JsonCharacters.IsLikeDoubleQuote(_text[index]))
            {
                return $"{Message}; {Describe(index)} does not close it";
            }
        }

        return Message;
    }

    private static string LoneSurrogate(char surrogate) =>
        $"the surrogate U+{((int)surrogate).ToString("X4", CultureInfo.InvariantCulture)} has no partner; "
        + "a character beyond U+FFFF is a high surrogate and then a low one";

    private string ControlCharacter(char character)
    {
        string escape = character switch
        {
            '\t' => "\\t",
            '\b' => "\\b",
            '\f' => "\\f",
            _ => "\\u" + ((int)character).ToString("X4", CultureInfo.InvariantCulture),
        };
        return $"{Describe(_position - 1)} in a string must be written {escape}";
    }

    /// <summary>Reads an escape sequence from its backslash, and appends its character; an invalid one is appended unchanged.</summary>
    private void ReadEscape(StringBuilder value)
    {
        int start = _position;
        _position++;
        if (_position == _length || IsLineBreak(_text[_position]))
        {
            // The missing end of the string is already reported.
            value.Append('\\');
            return;
        }

        char letter = _text[_position];
        if (letter == 'u')
        {
            _position++;
            ReadCodeUnit(start, value);
            return;
        }

        char? meaning = letter switch
        {
            '"' or '\\' or '/' => letter,
            'b' => '\b',
            'f' => '\f',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            _ => null,
        };
        if (meaning is not null)
        {
            _position++;
            value.Append(meaning.Value);
            return;
        }

        // The string reports characters that are errors themselves.
        if (letter >= ' ' && !char.IsSurrogate(letter))
        {
            _position++;
        }

        value.Append(_text, start, _position - start);
        _errors.Add(SpanFrom(start), "this is not an escape sequence; a backslash in a string is written \\\\");
    }

    private void ReadCodeUnit(int start, StringBuilder value)
    {
        if (!TryReadHex(out char unit))
        {
            value.Append(_text, start, _position - start);
            _errors.Add(SpanFrom(start), "four hexadecimal digits must follow \\u; a backslash in a string is written \\\\");
            return;
        }

        if (!char.IsSurrogate(unit))
        {
            value.Append(unit);
            return;
        }

        int end = _position;
        if (char.IsHighSurrogate(unit) && IsAt("\\u"))
        {
            _position += 2;
            if (TryReadHex(out char low) && char.IsLowSurrogate(low))
            {
                value.Append(unit).Append(low);
                return;
            }

            _position = end;
        }

        value.Append(Replacement);
        _errors.Add(SpanFrom(start), LoneSurrogate(unit));
    }

    /// <summary>Reads up to four hexadecimal digits.</summary>
    private bool TryReadHex(out char unit)
    {
        int number = 0;
        int digits = 0;
        while (digits < 4 && _position < _length)
        {
            char character = _text[_position];
            int digit = character switch
            {
                >= '0' and <= '9' => character - '0',
                >= 'a' and <= 'f' => character - 'a' + 10,
                >= 'A' and <= 'F' => character - 'A' + 10,
                _ => -1,
            };
            if (digit < 0)
            {
                break;
            }

            number = (number * 16) + digit;
            digits++;
            _position++;
        }

        unit = (char)number;
        return digits == 4;
    }
}
