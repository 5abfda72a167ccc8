using System.Buffers;
using System.Text;

namespace FmeTyped;

/// <summary>Writes well-known text as GeoJSON, number by number, so that no coordinate is rounded.</summary>
internal ref struct WellKnownText
{
    // Collections can contain collections; no real geometry is nested deeper.
    private const int Deepest = 16;

    private static readonly SearchValues<char> EndOfNumber = SearchValues.Create(" \t\r\n,()");

    private readonly StringBuilder _json;
    private ReadOnlySpan<char> _rest;
    private int _depth;
    private bool _failed;

    private WellKnownText(string text)
    {
        _rest = text;
        _json = new StringBuilder(text.Length + 32);
    }

    /// <summary>The geometry in GeoJSON; null if GeoJSON has no such geometry: a curve, a TIN, or one with measures.</summary>
    public static string? ToGeoJson(string text)
    {
        var reader = new WellKnownText(text);
        reader.Geometry();
        return reader._failed || !reader._rest.Trim().IsEmpty ? null : reader._json.ToString();
    }

    private void Geometry()
    {
        string type = Word().ToUpperInvariant();
        int size = Dimensions();
        (string Name, int Depth)? shape = type switch
        {
            "POINT" => ("Point", 0),
            "LINESTRING" => ("LineString", 1),
            "POLYGON" => ("Polygon", 2),
            "MULTIPOINT" => ("MultiPoint", 1),
            "MULTILINESTRING" => ("MultiLineString", 2),
            "MULTIPOLYGON" => ("MultiPolygon", 3),
            _ => null,
        };
        if (type == "GEOMETRYCOLLECTION")
        {
            _json.Append("{\"type\":\"GeometryCollection\",\"geometries\":[");
            Collection();
            _json.Append("]}");
        }
        else if (shape is { } known)
        {
            _json.Append("{\"type\":\"").Append(known.Name).Append("\",\"coordinates\":");
            if (TakesEmpty())
            {
                _json.Append("[]");
            }
            else if (known.Depth == 0)
            {
                Expect('(');
                Position(size);
                Expect(')');
            }
            else
            {
                List(known.Depth, size, arePointsInParentheses: type == "MULTIPOINT");
            }

            _json.Append('}');
        }
        else
        {
            _failed = true;
        }
    }

    private void Collection()
    {
        if (TakesEmpty())
        {
            return;
        }

        Expect('(');
        _failed |= ++_depth > Deepest;
        do
        {
            if (!_failed)
            {
                Geometry();
            }
        }
        while (Continues());
        _depth--;
        Expect(')');
    }

    private void List(int depth, int size, bool arePointsInParentheses)
    {
        _json.Append('[');
        Expect('(');
        do
        {
            if (depth > 1)
            {
                List(depth - 1, size, arePointsInParentheses);
            }
            else if (arePointsInParentheses && Peek() == '(')
            {
                Expect('(');
                Position(size);
                Expect(')');
            }
            else
            {
                Position(size);
            }
        }
        while (Continues());
        Expect(')');
        _json.Append(']');
    }

    // Some writers omit the Z, so the positions themselves decide whether there are two or three numbers.
    private void Position(int size)
    {
        _json.Append('[');
        int count = 0;
        while (!_failed && Peek() is not (',' or ')' or '\0'))
        {
            _json.Append(count > 0 ? "," : "");
            Number();
            count++;
        }

        _failed |= size > 0 ? count != size : count is not (2 or 3);
        _json.Append(']');
    }

    private void Number()
    {
        int length = _rest.IndexOfAny(EndOfNumber);
        ReadOnlySpan<char> text = length < 0 ? _rest : _rest[..length];
        _rest = _rest[text.Length..];
        if (!FmeNumber.TryParse(text.ToString(), out double number))
        {
            _failed = true;
        }
        else if (IsJsonNumber(text))
        {
            _json.Append(text);
        }
        else
        {
            _json.Append(FmeNumber.Format(number, stackalloc char[FmeNumber.MaxLength]));
        }
    }

    // 1.50 and 1e3 are valid JSON; +1, .5, 1. and 01 are not.
    private static bool IsJsonNumber(ReadOnlySpan<char> text)
    {
        ReadOnlySpan<char> digits = text[0] == '-' ? text[1..] : text;
        int whole = 0;
        while (whole < digits.Length && char.IsAsciiDigit(digits[whole]))
        {
            whole++;
        }

        bool startsWell = whole > 0 && (digits[0] != '0' || whole == 1);
        return startsWell && (whole == digits.Length || digits[whole] is 'e' or 'E'
            || (digits[whole] == '.' && whole + 1 < digits.Length && char.IsAsciiDigit(digits[whole + 1])));
    }

    // The count of numbers in a position; 0 if the text does not say.
    private int Dimensions()
    {
        ReadOnlySpan<char> before = _rest;
        switch (Word().ToUpperInvariant())
        {
            case "Z":
                return 3;
            case "M" or "ZM":
                _failed = true; // GeoJSON does not support measures.
                return 0;
            default:
                _rest = before;
                return 0;
        }
    }

    private bool TakesEmpty()
    {
        ReadOnlySpan<char> before = _rest;
        if (Word().Equals("EMPTY", StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        _rest = before;
        return false;
    }

    private string Word()
    {
        _rest = _rest.TrimStart();
        int length = 0;
        while (length < _rest.Length && char.IsAsciiLetter(_rest[length]))
        {
            length++;
        }

        string word = _rest[..length].ToString();
        _rest = _rest[length..];
        return word;
    }

    private bool Continues()
    {
        if (_failed || Peek() != ',')
        {
            return false;
        }

        Expect(',');
        _json.Append(',');
        return true;
    }

    private char Peek()
    {
        _rest = _rest.TrimStart();
        return _rest.IsEmpty ? '\0' : _rest[0];
    }

    private void Expect(char character)
    {
        if (Peek() == character)
        {
            _rest = _rest[1..];
        }
        else
        {
            _failed = true;
        }
    }
}
