namespace FmeTyped.Tool.SchemaFiles;

/// <summary>Proposes a shorter name for one that is too long to be read: its first words, each of them whole.</summary>
internal static class ShortName
{
    /// <summary>The longest name that stays as it is.</summary>
    public const int MostOfAny = 60;

    // With the suffix that keeps two apart it is no longer than that.
    private const int MostOfProposal = 55;

    public static bool IsNeededFor(string name) => name.Length > MostOfAny;

    public static string From(string name)
    {
        int end = 0;
        for (int next = EndOfWord(name, 0); next <= MostOfProposal; next = EndOfWord(name, next))
        {
            end = next;
        }

        // One word may be too long by itself.
        return name[..(end > 0 ? end : MostOfProposal)].TrimEnd('_');
    }

    // Generated names begin each word with a capital or a digit.
    private static int EndOfWord(string name, int start)
    {
        int end = start + 1;
        while (end < name.Length && !StartsWord(name, end))
        {
            end++;
        }

        return end;
    }

    private static bool StartsWord(string name, int index) =>
        (char.IsUpper(name[index]) && !char.IsUpper(name[index - 1]))
        || (char.IsDigit(name[index]) && !char.IsDigit(name[index - 1]))
        || (char.IsUpper(name[index]) && index + 1 < name.Length && char.IsLower(name[index + 1]));
}
