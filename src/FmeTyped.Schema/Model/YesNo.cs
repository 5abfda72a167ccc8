using System;

namespace FmeTyped.Schema.Model;

/// <summary>Choices of exactly two options that mean yes and no, in whatever spelling the workspace has.</summary>
internal static class YesNo
{
    /// <summary>The number of an option as the runtime has it: 1 for yes, 2 for no.</summary>
    public static int NumberOf(Choice choice) => choice.IsYes ? 1 : 2;

    /// <summary>The two options of a checkbox.</summary>
    public static EquatableArray<Choice> Pair(string yes, string no) => EquatableArray.From(new Choice(yes, yes) { IsYes = true }, new Choice(no, no));

    /// <summary>Whether one of two options says yes by its value and the other no.</summary>
    public static bool IsYesNo(EquatableArray<Choice> choices) =>
        choices.Count == 2 && (Are(choices, "yes", "no") || Are(choices, "true", "false") || (choices[0].IsYes && !choices[1].IsYes));

    /// <summary>The options, of which the one that says yes is marked.</summary>
    public static EquatableArray<Choice> Mark(EquatableArray<Choice> choices)
    {
        if (choices[0].IsYes || choices[1].IsYes)
        {
            return choices;
        }

        bool isFirst = Is(choices[0], "yes") || Is(choices[0], "true");
        return EquatableArray.From(choices[0] with { IsYes = isFirst }, choices[1] with { IsYes = !isFirst });
    }

    private static bool Are(EquatableArray<Choice> choices, string yes, string no) =>
        (Is(choices[0], yes) && Is(choices[1], no)) || (Is(choices[0], no) && Is(choices[1], yes));

    private static bool Is(Choice choice, string word) => string.Equals(choice.Value, word, StringComparison.OrdinalIgnoreCase);
}
