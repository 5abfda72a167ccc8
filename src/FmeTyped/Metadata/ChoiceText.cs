namespace FmeTyped.Metadata;

/// <summary>Texts about options, for error messages.</summary>
internal static class ChoiceText
{
    private const int MostNamed = 12;

    public static string Allowed(IReadOnlyList<FmeChoice> choices)
    {
        string[] named = new string[Math.Min(choices.Count, MostNamed)];
        for (int i = 0; i < named.Length; i++)
        {
            named[i] = $"'{choices[i].Value}'";
        }

        int rest = choices.Count - named.Length;
        return $"Allowed: {string.Join(", ", named)}{(rest > 0 ? $" and {rest} more" : "")}.";
    }

    public static string NoOption(IReadOnlyList<FmeChoice> choices, int number) => number == 0
        ? $"was given the default of the enum, which is not an option. {Allowed(choices)}"
        : $"was given the enum number {number}, which is not an option. {Allowed(choices)}";
}
