using System;
using System.Collections.Generic;
using FmeTyped.Schema.Model;

namespace FmeTyped.Schema.Emission;

/// <summary>Writes a visibility condition as the C# expression that creates it.</summary>
internal static class VisibilityExpression
{
    private const string Runtime = "global::FmeTyped.Metadata.FmeVisibility.";

    public static string From(Visibility visibility) => visibility switch
    {
        ParameterEquals equals => $"{Runtime}WhenEquals({CSharpLiteral.From(equals.Parameter)}, {CSharpLiteral.From(equals.Value)})",
        ParameterIsLess less => $"{Runtime}WhenLess({CSharpLiteral.From(less.Parameter)}, {CSharpLiteral.From(less.Value)})",
        ParameterIsGreater greater => $"{Runtime}WhenGreater({CSharpLiteral.From(greater.Parameter)}, {CSharpLiteral.From(greater.Value)})",
        ParameterMatches matches => $"{Runtime}WhenMatches({CSharpLiteral.From(matches.Parameter)}, {CSharpLiteral.From(matches.Pattern)})",
        ParameterIsRuntimeValue runtime => $"{Runtime}WhenRuntimeValue({CSharpLiteral.From(runtime.Parameter)})",
        ParameterIsEnabled enabled => $"{Runtime}WhenEnabled({CSharpLiteral.From(enabled.Parameter)})",
        AnyOf any => $"{Runtime}AnyOf({All(any.Conditions)})",
        AllOf all => $"{Runtime}AllOf({All(all.Conditions)})",
        Not not => $"{Runtime}Not({From(not.Condition)})",
        Undecidable unknown => $"{Runtime}Undecidable({CSharpLiteral.From(unknown.Condition)})",
        _ => throw new ArgumentOutOfRangeException(nameof(visibility), visibility, "This condition has no C# expression."),
    };

    private static string All(EquatableArray<Visibility> conditions)
    {
        var expressions = new List<string>();
        foreach (Visibility condition in conditions)
        {
            expressions.Add(From(condition));
        }

        return string.Join(", ", expressions);
    }
}
