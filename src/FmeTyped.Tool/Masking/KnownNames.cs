using System.Text.RegularExpressions;

namespace FmeTyped.Tool.Masking;

/// <summary>Names that were seen, each with its placeholder: the same name is always masked in the same way, and wherever it stands as a word.</summary>
internal abstract class KnownNames
{
    /// <summary>How many names are remembered.</summary>
    public const int Most = 1000;

    private const int Shortest = 3;

    // What an escape ends with is no part of the word after it.
    private const string Escape = @"(?<=%[0-9a-f]{2}|\\u[0-9a-f]{4}|\\[nrt])";

    private readonly Dictionary<string, string> _placeholders = new(StringComparer.OrdinalIgnoreCase);
    private Regex? _words;

    /// <summary>Remembers a name, and returns its placeholder.</summary>
    public string Mask(string name)
    {
        if (_placeholders.TryGetValue(name, out string? known))
        {
            return known;
        }

        string placeholder = Create(name, _placeholders.Count + 1);
        if (_placeholders.Count < Most)
        {
            Add(name, placeholder);
        }

        return placeholder;
    }

    /// <summary>The text with the known names masked.</summary>
    public string MaskIn(string text)
    {
        if (_words is null)
        {
            // The longest first, so that a name that begins with another is found.
            string[] names = [.. _placeholders.Keys.Where(IsWord).OrderByDescending(name => name.Length).Select(Regex.Escape)];
            string pattern = names.Length == 0 ? "(?!)" : $@"(?:{Escape}|(?<![\p{{L}}\p{{Nd}}]))(?:{string.Join('|', names)})(?![\p{{L}}\p{{Nd}}])";
            _words = new Regex(pattern, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
        }

        return _words.Replace(text, match => _placeholders.GetValueOrDefault(match.Value, match.Value));
    }

    protected abstract string Create(string name, int number);

    protected void Add(string name, string placeholder)
    {
        _placeholders[name] = placeholder;
        _words = null;
    }

    /// <summary>Whether a name is masked in other texts. A very short one could be a part of any text.</summary>
    protected virtual bool IsWord(string name) => name.Length >= Shortest;
}
