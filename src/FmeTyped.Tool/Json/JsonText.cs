using System.Globalization;
using System.Text;
using FmeTyped.Schema.Json;

namespace FmeTyped.Tool.Json;

/// <summary>
/// Writes JSON nodes as a text made for diffs: two spaces per level, and each member on its own line except for small objects such
/// as options.
/// </summary>
internal sealed class JsonText
{
    private const int IndentSize = 2;
    private const int MostMembersOnALine = 3;
    private const int MostColumns = 120;

    private readonly StringBuilder _text = new();

    private JsonText()
    {
    }

    /// <summary>The text, ending in a line feed.</summary>
    public static string From(JsonNode node)
    {
        var writer = new JsonText();
        writer.Write(node, depth: 0);
        return writer._text.Append('\n').ToString();
    }

    private void Write(JsonNode node, int depth)
    {
        if (OnOneLine(node) is { } line && (IndentSize * depth) + line.Length <= MostColumns)
        {
            _text.Append(line);
            return;
        }

        switch (node)
        {
            case JsonObject owner:
                WriteBlock('{', '}', owner.Members, depth, member =>
                {
                    _text.Append(Quoted(member.Name)).Append(": ");
                    Write(member.Value, depth + 1);
                });
                break;
            case JsonArray array:
                WriteBlock('[', ']', array.Items, depth, item => Write(item, depth + 1));
                break;
            default:
                _text.Append(Scalar(node));
                break;
        }
    }

    private void WriteBlock<T>(char open, char close, IReadOnlyList<T> items, int depth, Action<T> write)
    {
        _text.Append(open);
        for (int i = 0; i < items.Count; i++)
        {
            _text.Append(i == 0 ? "\n" : ",\n").Append(' ', IndentSize * (depth + 1));
            write(items[i]);
        }

        _text.Append('\n').Append(' ', IndentSize * depth).Append(close);
    }

    /// <summary>Lists and small objects of scalars; null for everything that takes several lines however short it is.</summary>
    private static string? OnOneLine(JsonNode node) => node switch
    {
        JsonObject { Members.Count: 0 } => "{}",
        JsonArray { Items.Count: 0 } => "[]",
        JsonObject owner when owner.Members.Count <= MostMembersOnALine && owner.Members.All(member => IsScalar(member.Value)) =>
            $"{{ {string.Join(", ", owner.Members.Select(member => $"{Quoted(member.Name)}: {Scalar(member.Value)}"))} }}",
        JsonArray array when array.Items.All(IsScalar) => $"[{string.Join(", ", array.Items.Select(Scalar))}]",
        _ => null,
    };

    private static bool IsScalar(JsonNode node) => node is not (JsonObject or JsonArray);

    private static string Scalar(JsonNode node) => node switch
    {
        JsonString text => Quoted(text.Value),
        JsonNumber number => number.Text,
        JsonBoolean boolean => boolean.Value ? "true" : "false",
        _ => "null",
    };

    // Letters of all languages stay readable; invisible characters and lone surrogates are escaped.
    private static string Quoted(string text)
    {
        var quoted = new StringBuilder(text.Length + 2).Append('"');
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            switch (c)
            {
                case '"': quoted.Append("\\\""); break;
                case '\\': quoted.Append("\\\\"); break;
                case '\n': quoted.Append("\\n"); break;
                case '\r': quoted.Append("\\r"); break;
                case '\t': quoted.Append("\\t"); break;
                default:
                    if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                    {
                        quoted.Append(c).Append(text[++i]);
                    }
                    else if (JsonCharacters.IsInvisible(c) && c != ' ' || char.IsSurrogate(c))
                    {
                        quoted.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture));
                    }
                    else
                    {
                        quoted.Append(c);
                    }

                    break;
            }
        }

        return quoted.Append('"').ToString();
    }
}
