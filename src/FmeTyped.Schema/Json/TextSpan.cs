namespace FmeTyped.Schema.Json;

/// <summary>A range of UTF-16 characters of a text.</summary>
/// <param name="Start">Where it starts, from 0.</param>
/// <param name="Length">How many characters it covers.</param>
internal readonly record struct TextSpan(int Start, int Length)
{
    public int End => Start + Length;
}
