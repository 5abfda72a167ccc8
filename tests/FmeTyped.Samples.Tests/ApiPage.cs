using System.Text.Json;

namespace FmeTyped.Samples.Tests;

/// <summary>
/// An OpenAPI document as a page shows it: its operations, the first one open, with the properties of its body and its responses. All texts are the document's;
/// what a schema says of a property stands there under the keyword that says it.
/// </summary>
internal sealed class ApiPage(JsonElement document)
{
    private const int Columns = 104;
    private const int MethodWidth = 8;
    private const int PathColumn = MethodWidth + 2;
    private const int SummaryColumn = 32;
    private const int Indent = 2;
    private const int TypeColumn = 18;
    private const int KeywordColumn = 34;

    private static readonly string[] Keywords = ["enum", "default", "minimum", "maximum", "minLength"];

    private readonly List<Action<TextPicture, int>> _lines = [];

    /// <summary>Draws it, with a title for those who do not see it.</summary>
    public TextPicture Draw(string title)
    {
        JsonElement info = document.GetProperty("info");
        Line((picture, line) =>
        {
            picture.Write(line, 0, TextOf(info, "title"), "type");
            picture.Write(line, SummaryColumn, $"openapi {TextOf(document, "openapi")}", "dim");
        });
        bool open = true;
        foreach (JsonProperty path in document.GetProperty("paths").EnumerateObject())
        {
            foreach (JsonProperty method in path.Value.EnumerateObject())
            {
                Line();
                Operation(path.Name, method.Name, method.Value);
                if (open)
                {
                    Body(method.Value);
                    Responses(method.Value);
                    open = false;
                }
            }
        }

        var picture = new TextPicture(title, Columns, _lines.Count);
        for (int i = 0; i < _lines.Count; i++)
        {
            _lines[i](picture, i);
        }

        return picture;
    }

    private void Operation(string path, string method, JsonElement operation) => Line((picture, line) =>
    {
        picture.Box(line, 0, 1, Columns);
        picture.Box(line, 0, 1, MethodWidth, "selected");
        picture.Write(line, 1, method.ToUpperInvariant(), "keyword");
        picture.Write(line, PathColumn, path);
        string summary = TextOf(operation, "summary");
        picture.Write(line, SummaryColumn, summary, "dim");
        string id = TextOf(operation, "operationId");
        picture.Write(line, Columns - 1 - id.Length, id, "type");
    });

    private void Body(JsonElement operation)
    {
        Line();
        Line(Indent, TextOf(operation, "description"));
        Line();
        JsonProperty content = operation.GetProperty("requestBody").GetProperty("content").EnumerateObject().First();
        JsonElement schema = Resolved(content.Value.GetProperty("schema"));
        Line(Indent, content.Name, "dim");
        string[] required = [.. schema.GetProperty("required").EnumerateArray().Select(name => name.GetString()!)];
        foreach (JsonProperty property in schema.GetProperty("properties").EnumerateObject())
        {
            Property(property.Name, property.Value, required.Contains(property.Name));
        }
    }

    private void Property(string name, JsonElement schema, bool isRequired)
    {
        Line((picture, line) =>
        {
            picture.Write(line, Indent, name);
            picture.Write(line, TypeColumn, $"{TextOf(schema, "type")} {TextOf(schema, "format")}".TrimEnd(), "type");
            int column = KeywordColumn;
            if (isRequired)
            {
                picture.Write(line, column, "required", "error");
                column += "required".Length + 2;
            }

            foreach (string keyword in Keywords.Where(keyword => schema.TryGetProperty(keyword, out _)))
            {
                string text = ValueOf(schema.GetProperty(keyword));
                picture.Write(line, column, keyword, "dim");
                picture.Write(line, column += keyword.Length + 1, text, "value");
                column += text.Length + 2;
            }
        });
        Line(TypeColumn, $"{TextOf(schema, "title")} {TextOf(schema, "description")}".TrimEnd(), "dim");
    }

    private void Responses(JsonElement operation)
    {
        Line();
        foreach (JsonProperty response in operation.GetProperty("responses").EnumerateObject())
        {
            Line((picture, line) =>
            {
                picture.Write(line, Indent, response.Name, response.Name[0] == '2' ? "value" : "error");
                picture.Write(line, Indent + 5, TextOf(response.Value, "description"));
            });
        }
    }

    private JsonElement Resolved(JsonElement schema) => schema.TryGetProperty("$ref", out JsonElement reference)
        ? reference.GetString()!.TrimStart('#', '/').Split('/').Aggregate(document, (element, name) => element.GetProperty(name))
        : schema;

    private void Line() => _lines.Add((_, _) => { });

    private void Line(int column, string text, string style = "") => Line((picture, line) => picture.Write(line, column, text, style));

    private void Line(Action<TextPicture, int> line) => _lines.Add(line);

    private static string ValueOf(JsonElement value) => value.ValueKind == JsonValueKind.Array
        ? string.Join(' ', value.EnumerateArray().Select(item => item.GetRawText()))
        : value.GetRawText();

    private static string TextOf(JsonElement element, string property) => element.TryGetProperty(property, out JsonElement value) ? value.GetString()! : "";
}
