using Spectre.Console;
using Spectre.Console.Rendering;

namespace FmeTyped.Tool.Terminal;

/// <summary>A table: with a border on a terminal, otherwise columns of equal width, however wide they are. Its texts are shown as they are.</summary>
/// <param name="columns">The headers.</param>
internal sealed class TextTable(params IReadOnlyList<string> columns)
{
    private const string Gap = "  ";

    private readonly List<Cell[]> _rows = [];

    public string? Title { get; init; }

    public void Add(params Cell[] cells) => _rows.Add([.. cells.Select(cell => cell with { Text = TerminalText.From(cell.Text) })]);

    public void Print(Output output)
    {
        if (output.Terminal is { } terminal)
        {
            terminal.Write(ToRenderable());
            return;
        }

        int[] widths = [.. columns.Select((header, i) => _rows.Select(row => row[i].Text.Length).Append(header.Length).Max())];
        PrintRow(columns);
        foreach (Cell[] row in _rows)
        {
            PrintRow(row.Select(cell => cell.Text));
        }

        void PrintRow(IEnumerable<string> texts) =>
            output.Line(string.Join(Gap, texts.Select((text, i) => text.PadRight(widths[i]))).TrimEnd());
    }

    public IRenderable ToRenderable()
    {
        Table table = new Table().Border(TableBorder.Rounded).AddColumns([.. columns.Select(Markup.Escape)]);
        table.Title = Title is null ? null : new TableTitle(Markup.Escape(TerminalText.From(Title)));
        foreach (Cell[] row in _rows)
        {
            // Text, and not markup: a text of a server may look like markup.
            table.AddRow(row.Select(cell => new Text(cell.Text, cell.Color is { } color ? new Style(color) : Style.Plain)));
        }

        return table;
    }
}

/// <summary>A cell of a table.</summary>
/// <param name="Text">The text.</param>
/// <param name="Color">The color on a terminal; null for the terminal's own.</param>
internal readonly record struct Cell(string Text, Color? Color = null)
{
    public static implicit operator Cell(string? text) => new(text ?? "");
}
