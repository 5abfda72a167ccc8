using System.Collections.Immutable;
using System.Linq;
using FmeTyped.Schema.Model;
using FmeTyped.Schema.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace FmeTyped.Generator.Analyzers;

/// <summary>Checks a constant against what the property says of its parameter.</summary>
internal static class ParameterCheck
{
    public static void Analyze(OperationAnalysisContext context, IOperation value, ParameterRules rules)
    {
        IPropertySymbol property = rules.Property;
        Location place = value.Syntax.GetLocation();
        if (BlankOf(value) is { } blank)
        {
            if (rules.NotBlank)
            {
                string remedy = property.IsRequired ? "Give it a value" : "Give it a value, or leave the property out to leave it to the server";
                context.ReportDiagnostic(Diagnostic.Create(UseDiagnostics.Blank, place, property.Name, blank, rules.Words, remedy));
            }
        }
        else if (value.ConstantValue is { HasValue: true, Value: { } constant } && NumberCheck.Refusal(constant, rules.Limits) is { } allowed)
        {
            context.ReportDiagnostic(Diagnostic.Create(UseDiagnostics.OutsideLimits, place, property.Name, value.Syntax.ToString(), rules.Words, allowed));
        }
        else
        {
            LookAtDateTime(context, value, place, rules);
            LookAtOpenOption(context, value, place, rules);
        }
    }

    private static void LookAtDateTime(OperationAnalysisContext context, IOperation value, Location place, ParameterRules rules)
    {
        if (FormOf(value.Type) is { } form && rules.DateTimeForm != DateTimeForm.Any && rules.DateTimeForm != form)
        {
            context.ReportDiagnostic(Diagnostic.Create(
                UseDiagnostics.Malformed, place, $"A {value.Type!.Name}", $"value of {rules.Words}", $"it takes {Words(rules.DateTimeForm)}"));
        }
        else if (rules.IsLocal && value.Type is { Name: "DateTimeOffset" })
        {
            context.ReportDiagnostic(Diagnostic.Create(
                UseDiagnostics.Malformed,
                place,
                "A DateTimeOffset",
                $"value of {rules.Words}",
                "it takes a local time without an offset from UTC, such as the DateTime of a DateTimeOffset"));
        }
    }

    private static void LookAtOpenOption(OperationAnalysisContext context, IOperation value, Location place, ParameterRules rules)
    {
        IOperation text = value is IObjectCreationOperation creation ? Written.OnlyOf(creation.Arguments) ?? value : value;
        if (Written.TextOf(text) is not { Length: > 0 } option || OpenOptions.Of(rules.Property.Type) is not { Count: > 0 } options ||
            options.Any(suggested => suggested.Value == option))
        {
            return;
        }

        string? nearest = NearMiss.Find(option, options.Select(suggested => suggested.Value));
        ImmutableDictionary<string, string?> forTheFix = nearest is null
            ? ImmutableDictionary<string, string?>.Empty
            : ImmutableDictionary<string, string?>.Empty.Add(FixProperties.NearestMember, options.First(suggested => suggested.Value == nearest).Member);
        context.ReportDiagnostic(Diagnostic.Create(
            UseDiagnostics.NotSuggested, place, forTheFix, option, rules.Words, nearest is null ? "; any text is allowed" : $". Did you mean '{nearest}'?"));
    }

    private static string? BlankOf(IOperation value) =>
        Written.IsEmptyList(value) ? "an empty list"
        : Written.TextOf(value) is { Length: 0 } ? "empty"
        : Runtime.Is(value.Type, "FmeBlank") ? "blank"
        : null;

    private static DateTimeForm? FormOf(ITypeSymbol? type) => type is { ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } }
        ? type.Name switch
        {
            "DateOnly" => DateTimeForm.Date,
            "TimeOnly" => DateTimeForm.Time,
            "DateTime" or "DateTimeOffset" => DateTimeForm.DateTime,
            _ => null,
        }
        : null;

    private static string Words(DateTimeForm form) => form switch
    {
        DateTimeForm.Date => "a date, such as a DateOnly",
        DateTimeForm.Time => "a time of day, such as a TimeOnly",
        _ => "a date and a time of day, such as a DateTime",
    };
}
