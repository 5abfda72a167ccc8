using System.Text;

namespace FmeTyped.Schema.Json;

/// <summary>Writes a node as JSON without white space.</summary>
internal static class JsonNodeText
{
    public static string From(JsonNode node)
    {
        var json = new StringBuilder();
        Write(node, json);
        return json.ToString();
    }

    private static void Write(JsonNode node, StringBuilder json)
    {
        switch (node)
        {
            case JsonObject record:
                json.Append('{');
                for (int i = 0; i < record.Members.Count; i++)
                {
                    json.Append(i == 0 ? "" : ",");
                    Write(record.Members[i].Name, json);
                    json.Append(':');
                    Write(record.Members[i].Value, json);
                }

                json.Append('}');
                break;
            case JsonArray array:
                json.Append('[');
                for (int i = 0; i < array.Items.Count; i++)
                {
                    json.Append(i == 0 ? "" : ",");
                    Write(array.Items[i], json);
                }

                json.Append(']');
                break;
            case JsonString text:
                Write(text.Value, json);
                break;
            case JsonNumber number:
                json.Append(number.Text);
                break;
            case JsonBoolean boolean:
                json.Append(boolean.Value ? "true" : "false");
                break;
            default:
                json.Append("null");
                break;
        }
    }

    private static void Write(string text, StringBuilder json)
    {
        json.Append('"');
        foreach (char c in text)
        {
            _ = c switch
            {
                '"' or '\\' => json.Append('\\').Append(c),
                < ' ' => json.Append("\\u").Append(((int)c).ToString("x4", System.Globalization.CultureInfo.InvariantCulture)),
                _ => json.Append(c),
            };
        }

        json.Append('"');
    }
}
