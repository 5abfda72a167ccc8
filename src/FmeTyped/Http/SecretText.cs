using System.Diagnostics;
using System.Text;

namespace FmeTyped;

/// <summary>A secret, and how to find it in a text: as it is, or escaped in any way or mixture of ways.</summary>
internal sealed class SecretText(string secret)
{
    // A shorter line of a multi-line secret, such as the last line of a key, could be a line of any text.
    private const int ShortestLine = 4;

    // A shorter secret could be a part of any media type, such as zip or json.
    private const int ShortestInMediaType = 8;

    // RFC 6838 and its registry.
    private static readonly string[] MediaTypes =
        ["application/", "audio/", "font/", "haptics/", "image/", "message/", "model/", "multipart/", "text/", "video/"];

    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private readonly string _secret = secret;

    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private string[]? _forms;

    // Escapes in the secret itself are decoded too, because a text is decoded without knowing where its escapes come from.
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private string[] Forms => _forms ??= FormsOf(_secret);

    /// <summary>Whether the secret, if it is in a media type, can only be an echo.</summary>
    public bool IsMaskedIn(string mediaType) =>
        _secret.Length >= ShortestInMediaType || !Array.Exists(MediaTypes, known => mediaType.StartsWith(known, StringComparison.OrdinalIgnoreCase));

    public bool Is(string other) => other == _secret;

    public bool Is(SecretText other) => Is(other._secret);

    /// <summary>The text with the secrets masked; the same instance if it contains none.</summary>
    /// <param name="text">The text.</param>
    /// <param name="secrets">The secrets.</param>
    public static string Mask(string text, IReadOnlyList<SecretText> secrets)
    {
        if (!UnescapedText.MayDiffer(text) && !IsIn(text, secrets))
        {
            return text; // The usual case, which allocates nothing.
        }

        bool[]? hidden = null;
        for (UnescapedText? read = new(text); read is not null; read = read.Unescape())
        {
            for (int i = 0; i < secrets.Count; i++)
            {
                secrets[i].Find(read, text.Length, ref hidden);
            }
        }

        return hidden is null ? text : Masked(text, hidden);
    }

    public override string ToString() => SecretMask.Text;

    private static bool IsIn(string text, IReadOnlyList<SecretText> secrets)
    {
        for (int i = 0; i < secrets.Count; i++)
        {
            foreach (string form in secrets[i].Forms)
            {
                if (text.Contains(form, StringComparison.Ordinal))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static string Masked(string text, bool[] hidden)
    {
        var masked = new StringBuilder(text.Length);
        for (int i = 0; i < text.Length; i++)
        {
            if (!hidden[i])
            {
                masked.Append(text[i]);
            }
            else if (i == 0 || !hidden[i - 1])
            {
                masked.Append(SecretMask.Text);
            }
        }

        return masked.ToString();
    }

    private static string[] FormsOf(string secret)
    {
        var forms = new HashSet<string>(StringComparer.Ordinal);
        for (UnescapedText? read = new(secret); read is not null; read = read.Unescape())
        {
            forms.Add(read.Text);
            foreach (string line in read.Text.Split(['\r', '\n'], StringSplitOptions.TrimEntries))
            {
                if (line.Length >= ShortestLine)
                {
                    forms.Add(line);
                }
            }
        }

        forms.RemoveWhere(string.IsNullOrWhiteSpace);
        return [.. forms];
    }

    private void Find(UnescapedText read, int length, ref bool[]? hidden)
    {
        foreach (string form in Forms)
        {
            int from = 0;
            while (read.Text.AsSpan(from).IndexOf(form) is >= 0 and int found)
            {
                from += found;
                (int start, int end) = read.SourceOf(from, form.Length);
                (hidden ??= new bool[length]).AsSpan(start..end).Fill(true);
                from++;
            }
        }
    }
}
