namespace FmeTyped;

/// <summary>Prepares texts from elsewhere to precede a sentence of ours.</summary>
internal static class Sentence
{
    public static string Ended(string text)
    {
        text = text.Trim();
        return text is [.., '.' or '!' or '?'] ? text : text + ".";
    }
}
