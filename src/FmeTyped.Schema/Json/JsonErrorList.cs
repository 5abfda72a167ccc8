using System.Collections.Generic;

namespace FmeTyped.Schema.Json;

/// <summary>The errors found so far, in the order of the text.</summary>
internal sealed class JsonErrorList
{
    /// <summary>The maximum number of errors. More would help nobody, and a hostile text could have millions.</summary>
    public const int Limit = 100;

    private readonly List<JsonError> _errors = [];

    public int Count => _errors.Count;

    public void Add(TextSpan span, string message)
    {
        if (_errors.Count == Limit)
        {
            return;
        }

        // The parser checks a token after the tokenizer has read it, so errors may be added slightly out of order.
        int index = _errors.Count;
        while (index > 0 && _errors[index - 1].Span.Start > span.Start)
        {
            index--;
        }

        _errors.Insert(index, new JsonError(message, span));
    }

    /// <summary>Removes the last errors, so that <paramref name="count"/> remain.</summary>
    public void CutBack(int count) => _errors.RemoveRange(count, _errors.Count - count);

    public JsonError[] ToArray() => _errors.ToArray();
}
