using System;
using FmeTyped.Schema.Json;
using FmeTyped.Schema.Rules;

namespace FmeTyped.Schema.Reading;

/// <summary>Reads keys of a parameter's record that have one of few words for a value.</summary>
internal static class RecordWords
{
    /// <summary>The word in lower case; if the record has another one, it is reported and the vendor's default is used.</summary>
    /// <param name="record">The record.</param>
    /// <param name="key">The key.</param>
    /// <param name="name">The parameter's name, for messages.</param>
    /// <param name="context">Receives the problems.</param>
    /// <param name="words">The words that FME has, the vendor's default first.</param>
    public static string Read(JsonObject record, string key, string name, ReadingContext context, params string[] words)
    {
        if (context.OptionalText(record, key) is not { } text)
        {
            return words[0];
        }

        string word = text.Trim().ToLowerInvariant();
        if (Array.IndexOf(words, word) >= 0)
        {
            return word;
        }

        context.Report(
            SchemaRules.UnusableKey, record.Find(key)!.Value.Span, key, name, $"is '{text}', and FME has {string.Join(", ", words)}; it is read as {words[0]}");
        return words[0];
    }
}
