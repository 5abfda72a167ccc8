using System;

namespace FmeTyped.Schema.Model;

/// <summary>Choices of exactly two options that mean yes and no, in whatever spelling the workspace has.</summary>
internal static class YesNo
{
    public static bool IsYesNo(EquatableArray<Choice> choices) =>
        choices.Count == 2 && (Are(choices, "yes", "no") || Are(choices, "true", "false"));

    /// <summary>The number of an option as the runtime has it: 1 for yes, 2 for no.</summary>
    public static int NumberOf(string value) =>
        string.Equals(value, "yes", StringComparison.OrdinalIgnoreCase) || string.Equals(value, "true", StringComparison.OrdinalIgnoreCase) ? 1 : 2;

    private static bool Are(EquatableArray<Choice> choices, string yes, string no) =>
        (Is(choices[0], yes) && Is(choices[1], no)) || (Is(choices[0], no) && Is(choices[1], yes));

    private static bool Is(Choice choice, string word) => string.Equals(choice.Value, word, StringComparison.OrdinalIgnoreCase);
}
