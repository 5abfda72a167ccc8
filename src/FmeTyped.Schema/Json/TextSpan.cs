namespace FmeTyped.Schema.Json;

/// <summary>A range of UTF-16 characters of a text.</summary>
/// <param name="Start">The start, from 0.</param>
/// <param name="Length">The number of characters.</param>
internal readonly record struct TextSpan(int Start, int Length)
{
    public int End => Start + Length;
}
