using System.Collections.Generic;
using System.Globalization;
using FmeTyped.Schema.Facts;

namespace FmeTyped.Schema.Emission;

/// <summary>A line of a summary: our own text, and the texts, names and values of a workspace, which are truncated if they are long.</summary>
internal sealed class HoverLine
{
    private const string Ellipsis = "…";

    private readonly List<(string Text, Markup Markup)> _pieces = [];

    private enum Markup
    {
        Words,
        Text,
        Code,
    }

    /// <summary>The number of visible characters.</summary>
    public int Length { get; private set; }

    /// <summary>Whether some of it was truncated or left out.</summary>
    public bool IsCut { get; private set; }

    /// <summary>Adds our own text, which may contain markup.</summary>
    public HoverLine Add(string words) => Add(words, Markup.Words);

    /// <summary>Adds a text with any content. Characters that turn the direction of writing, or steer a terminal, are shown as their code points.</summary>
    /// <param name="text">The text.</param>
    /// <param name="most">How many characters of it are shown at most.</param>
    public HoverLine AddText(string text, int most) => Add(Cut(ControlCharacters.Show(text), most), Markup.Text);

    /// <summary>Adds a name or a value.</summary>
    /// <param name="text">The name or value.</param>
    /// <param name="most">How many characters of it are shown at most.</param>
    public HoverLine AddCode(string text, int most) => Add(Cut(ControlCharacters.Show(text), most), Markup.Code);

    /// <summary>Says how many of several are left out.</summary>
    public HoverLine AddMore(int count, bool isAll = false)
    {
        IsCut = true;
        string number = count.ToString(CultureInfo.InvariantCulture);
        return Add(isAll ? $"{number} of them" : $" and {number} more");
    }

    public void WriteTo(SourceWriter writer)
    {
        foreach ((string text, Markup markup) in _pieces)
        {
            switch (markup)
            {
                case Markup.Words: writer.Write(text); break;
                case Markup.Text: writer.Write($"{DocComment.Text(text)}"); break;
                default: writer.Write($"{DocComment.Code(text)}"); break;
            }
        }
    }

    private HoverLine Add(string text, Markup markup)
    {
        Length += text.Length;
        _pieces.Add((text, markup));
        return this;
    }

    // Between words, if there is a space in the second half.
    private string Cut(string text, int most)
    {
        if (text.Length <= most)
        {
            return text;
        }

        IsCut = true;
        int end = most - Ellipsis.Length;
        int blank = text.LastIndexOf(' ', end);
        end = blank > most / 2 ? blank : char.IsHighSurrogate(text[end - 1]) ? end - 1 : end;
        return text.Substring(0, end) + Ellipsis;
    }
}
