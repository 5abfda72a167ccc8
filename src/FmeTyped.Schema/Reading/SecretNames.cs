using System;

namespace FmeTyped.Schema.Reading;

/// <summary>Tells by its name that a text parameter holds a secret. Authors use plain text parameters for tokens as well.</summary>
internal static class SecretNames
{
    private static readonly string[] Words = ["PASS", "PASSWORD", "PASSWD", "PASSPHRASE", "PWD", "SECRET", "TOKEN", "APIKEY", "CREDENTIAL", "CREDENTIALS"];

    /// <summary>
    /// Whether a word of the name says so. Whole words count, with the words next to each other joined for API_KEY: a parameter
    /// named BYPASS or COMPASS holds no secret.
    /// </summary>
    public static bool Says(string name)
    {
        string previous = "";
        int start = 0;
        for (int i = 0; i <= name.Length; i++)
        {
            bool isEnd = i == name.Length || !char.IsLetter(name[i]) || (i > start && char.IsUpper(name[i]) && char.IsLower(name[i - 1]));
            if (!isEnd)
            {
                continue;
            }

            string word = name.Substring(start, i - start).ToUpperInvariant();
            if (IsSecret(word) || IsSecret(previous + word))
            {
                return true;
            }

            previous = word.Length > 0 ? word : previous;
            start = i < name.Length && char.IsLetter(name[i]) ? i : i + 1;
        }

        return false;
    }

    private static bool IsSecret(string word) => Array.IndexOf(Words, word) >= 0;
}
