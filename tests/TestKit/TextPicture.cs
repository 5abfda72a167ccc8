using System.Globalization;
using System.Net;
using System.Text;

namespace FmeTyped.TestKit;

/// <summary>
/// A picture of an editor or a terminal, for the documentation: an SVG file of texts on a grid of characters, light or dark as its reader's browser is.
/// A test draws it of what the real services say, and compares it with the file.
/// </summary>
public sealed class TextPicture
{
    /// <summary>The environment variable with which the tests write the files. <c>eng/text-pictures</c> sets it.</summary>
    private const string WritesFiles = "FMETYPED_WRITE_PICTURES";

    private const int CharacterWidth = 8;
    private const int LineHeight = 20;
    private const int Margin = 16;

    private const string Style = """
          .back { fill: #ffffff; stroke: #d0d7de } .panel { fill: #f6f8fa; stroke: #d0d7de } .selected { fill: #ddf4ff }
          text { font: 13px ui-monospace, Menlo, Consolas, 'DejaVu Sans Mono', monospace; white-space: pre; fill: #1f2328 }
          .keyword { fill: #cf222e } .type { fill: #8250df } .value { fill: #0a3069 } .dim { fill: #59636e } .error { fill: #d1242f }
          .squiggle { fill: none; stroke: #d1242f }
          @media (prefers-color-scheme: dark) {
            .back { fill: #0d1117; stroke: #3d444d } .panel { fill: #151b23; stroke: #3d444d } .selected { fill: #12344d }
            text { fill: #f0f6fc }
            .keyword { fill: #ff7b72 } .type { fill: #d2a8ff } .value { fill: #a5d6ff } .dim { fill: #9198a1 } .error { fill: #ff7b72 }
            .squiggle { stroke: #ff7b72 }
          }
        """;

    private readonly StringBuilder _shapes = new();
    private readonly string _title;
    private readonly int _columns;
    private readonly int _lines;

    public TextPicture(string title, int columns, int lines)
    {
        (_title, _columns, _lines) = (title, columns, lines);
        Fill("back", 0, 0, _columns * CharacterWidth + 2 * Margin, _lines * LineHeight + 2 * Margin);
    }

    /// <summary>Writes a text, whose width does not depend on the reader's font.</summary>
    public void Write(int line, int column, string text, string style = "")
    {
        if (!string.IsNullOrWhiteSpace(text))
        {
            Add($"""
                <text x="{X(column)}" y="{Y(line) + 14}" textLength="{text.Length * CharacterWidth}"{(style.Length > 0 ? $" class=\"{style}\"" : "")}>
                """ + $"{WebUtility.HtmlEncode(text)}</text>");
        }
    }

    /// <summary>Draws a box behind what is written later.</summary>
    public void Box(int line, int column, int lines, int columns, string style = "panel") =>
        Fill(style, X(column) - 4, Y(line) - 2, columns * CharacterWidth + 8, lines * LineHeight + 4);

    /// <summary>Underlines an error.</summary>
    public void Squiggle(int line, int column, int length)
    {
        var path = new StringBuilder();
        for (int i = 0; i <= length * 2; i++)
        {
            path.Append(CultureInfo.InvariantCulture, $"{(i == 0 ? 'M' : 'L')}{X(column) + i * CharacterWidth / 2} {Y(line) + (i % 2 == 0 ? 20 : 17)}");
        }

        Add($"<path class=\"squiggle\" d=\"{path}\"/>");
    }

    /// <summary>Compares the picture with its file in docs/images, or writes the file.</summary>
    public void Verify(string name)
    {
        string path = Repository.PathOf("docs", "images", name + ".svg");
        if (Environment.GetEnvironmentVariable(WritesFiles) == "1")
        {
            File.WriteAllText(path, ToString());
        }

        Assert.True(File.ReadAllText(path).ReplaceLineEndings("\n") == ToString(), $"docs/images/{name}.svg shows something else. Run eng/text-pictures.");
    }

    public override string ToString()
    {
        int width = _columns * CharacterWidth + 2 * Margin;
        int height = _lines * LineHeight + 2 * Margin;
        string title = WebUtility.HtmlEncode(_title);
        return $"""
            <svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}" role="img" aria-label="{title}">
            <title>{title}</title>
            <style>
            {Style}
            </style>
            {_shapes}</svg>

            """.ReplaceLineEndings("\n");
    }

    private static int X(int column) => Margin + column * CharacterWidth;

    private static int Y(int line) => Margin + line * LineHeight;

    private void Fill(string style, int x, int y, int width, int height) =>
        Add($"""<rect class="{style}" x="{x}.5" y="{y}.5" width="{width - 1}" height="{height - 1}" rx="6"/>""");

    private void Add(string shape) => _shapes.Append(shape.Trim()).Append('\n');
}
