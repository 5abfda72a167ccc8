using System;
using System.Collections.Generic;
using FmeTyped.Schema.Model;

namespace FmeTyped.Schema.Emission;

/// <summary>Writes a visibility condition in words.</summary>
internal static class VisibilityText
{
    public static string From(Visibility visibility) => visibility switch
    {
        ParameterEquals equals => $"{equals.Parameter} is '{equals.Value}'",
        ParameterIsLess less => $"{less.Parameter} is less than '{less.Value}'",
        ParameterIsGreater greater => $"{greater.Parameter} is greater than '{greater.Value}'",
        ParameterMatches matches => $"{matches.Parameter} matches '{matches.Pattern}'",
        ParameterIsRuntimeValue runtime => $"{runtime.Parameter} is known at run time only",
        ParameterIsEnabled enabled => $"{enabled.Parameter} is shown",
        AnyOf any => $"({Join(any.Conditions, " or ")})",
        AllOf all => $"({Join(all.Conditions, " and ")})",
        Not { Condition: Not inner } => From(inner.Condition),
        Not { Condition: ParameterEquals equals } => $"{equals.Parameter} is not '{equals.Value}'",
        Not { Condition: ParameterIsEnabled enabled } => $"{enabled.Parameter} is not shown",
        Not { Condition: ParameterIsLess less } => $"{less.Parameter} is not less than '{less.Value}'",
        Not { Condition: ParameterIsGreater greater } => $"{greater.Parameter} is not greater than '{greater.Value}'",
        Not { Condition: ParameterMatches matches } => $"{matches.Parameter} does not match '{matches.Pattern}'",
        Undecidable unknown => $"FME's condition {unknown.Condition} holds",
        Not not => $"not {From(not.Condition)}",
        _ => throw new ArgumentOutOfRangeException(nameof(visibility), visibility, "This condition has no words."),
    };

    private static string Join(EquatableArray<Visibility> conditions, string word)
    {
        var texts = new List<string>();
        foreach (Visibility condition in conditions)
        {
            texts.Add(From(condition));
        }

        return string.Join(word, texts);
    }
}
