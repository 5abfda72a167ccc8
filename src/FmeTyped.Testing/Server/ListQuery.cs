using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace FmeTyped.Testing;

/// <summary>
/// The query of a list. A blank filter is ignored. A key that no route reads is refused, because ignoring a filter would return the wrong
/// items: A172.
/// </summary>
internal abstract class ListQuery(IQueryCollection query)
{
    // Not filters: the format and the detail of records, which the vendor's JavaScript library and its REST v3 page send.
    private static readonly string[] OtherKeys = ["accept", "detail"];

    private readonly SortedSet<string> _read = new(StringComparer.Ordinal);

    /// <summary>A filter; null if there is none.</summary>
    public string? Text(string key) => Texts(key) is [var first, ..] ? first : null;

    /// <summary>A filter that can be repeated; empty if there is none.</summary>
    public IReadOnlyList<string> Texts(string key)
    {
        _read.Add(key);

        // The collection ignores the case of keys, and a server does not.
        return query.Keys.Contains(key, StringComparer.Ordinal) ? [.. query[key].OfType<string>().Where(text => text.Length > 0)] : [];
    }

    /// <summary>A filter with a fixed set of words; null if there is none.</summary>
    /// <exception cref="RefusedException">It is not one of them.</exception>
    public string? Word(string key, params IReadOnlyList<string> words) => Known(key, words, hint: "") is [var first, ..] ? first : null;

    /// <summary>A filter with a fixed set of words that can be repeated; empty if there is none.</summary>
    /// <exception cref="RefusedException">A word is not one of them.</exception>
    public IReadOnlyList<string> Words(string key, IReadOnlyList<string> words) =>
        Known(key, words, words is [var one, var other, ..] ? $"; several are given as {key}={one}&{key}={other}" : "");

    /// <summary>Refuses a query with a key that no route has read.</summary>
    /// <exception cref="RefusedException">There is one.</exception>
    protected void RefuseUnread()
    {
        if (query.Keys.FirstOrDefault(key => !_read.Contains(key) && !OtherKeys.Contains(key) && !RequestCredentials.IsTokenKey(key)) is { } unread)
        {
            throw Invalid(unread, $"is no filter of this list that the emulator knows. It knows {string.Join(", ", _read)}");
        }
    }

    protected int Number(string key, int otherwise, int least, int most) => Text(key) is not { } text
        ? otherwise
        : int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number) && number >= least && number <= most
            ? number
            : throw Invalid(key, $"has to be a whole number from {least} to {most}");

    protected abstract RefusedException Invalid(string key, string problem);

    private IReadOnlyList<string> Known(string key, IReadOnlyList<string> words, string hint)
    {
        IReadOnlyList<string> found = Texts(key);
        return found.FirstOrDefault(word => !words.Contains(word)) is { } unknown
            ? throw Invalid(key, $"'{unknown}' is none of {string.Join(", ", words)}{hint}")
            : found;
    }
}
