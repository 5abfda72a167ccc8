namespace FmeTyped.Schema.Facts;

/// <summary>Tells by its name that a parameter holds a secret. Authors use plain text parameters for tokens as well.</summary>
internal static class SecretNames
{
    private static readonly string[] Words =
    [
        "PASS", "PASSPHRASE", "PASSWORD", "PASSWORDS", "PASSWD", "PWD", "SECRET", "SECRETS", "APIKEY", "APIKEYS", "TOKEN", "TOKENS", "CREDENTIAL", "CREDENTIALS",
    ];
    private static readonly string[] Endings = ["PASSWORD", "PASSWD", "PWD", "SECRET", "APIKEY", "TOKEN"];

    /// <summary>
    /// Whether a word of the name is on the list, alone or joined with the word before it as in API_KEY, or ends as words for secrets do. Words end
    /// where letters end, and where a capital follows a small letter. COMPASS and BYPASS are no secrets.
    /// </summary>
    public static bool Says(string name)
    {
        int start = 0;
        (int Start, int Length) previous = default;
        for (int i = 0; i <= name.Length; i++)
        {
            bool isEnd = i == name.Length || !char.IsLetter(name[i]) || (i > start && char.IsUpper(name[i]) && char.IsLower(name[i - 1]));
            if (!isEnd)
            {
                continue;
            }

            (int Start, int Length) word = (start, i - start);
            if (word.Length > 0)
            {
                if (IsSecret(name, previous, word))
                {
                    return true;
                }

                previous = word;
            }

            start = i < name.Length && char.IsLetter(name[i]) ? i : i + 1;
        }

        return false;
    }

    private static bool IsSecret(string name, (int Start, int Length) previous, (int Start, int Length) word)
    {
        foreach (string listed in Words)
        {
            bool isWord = listed.Length == word.Length && IsAt(name, word.Start, listed, 0, listed.Length);
            bool isJoined = listed.Length == previous.Length + word.Length
                && IsAt(name, previous.Start, listed, 0, previous.Length)
                && IsAt(name, word.Start, listed, previous.Length, word.Length);
            if (isWord || isJoined)
            {
                return true;
            }
        }

        foreach (string ending in Endings)
        {
            if (ending.Length <= word.Length && IsAt(name, word.Start + word.Length - ending.Length, ending, 0, ending.Length))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsAt(string name, int start, string listed, int from, int length) =>
        string.Compare(name, start, listed, from, length, System.StringComparison.OrdinalIgnoreCase) == 0;
}
