namespace FmeTyped;

/// <summary>What a tool says to a language model.</summary>
public sealed class FmeToolResult
{
    internal FmeToolResult(string text, bool isError)
    {
        Text = text;
        IsError = isError;
    }

    /// <summary>
    /// The text. What comes from the server stands in lines that begin with <c>| </c>, after a line that says so; it has no control characters.
    /// </summary>
    public string Text { get; }

    /// <summary>Whether what was asked for was not done: a refused call, a failed job, trouble with the server.</summary>
    public bool IsError { get; }

    /// <summary>Returns <see cref="Text"/>.</summary>
    public override string ToString() => Text;
}
