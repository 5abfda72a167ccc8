using System.Collections.Immutable;
using System.Linq;
using FmeTyped.Schema.Model;
using FmeTyped.Schema.Naming;
using FmeTyped.Schema.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace FmeTyped.Generator.Analyzers;

/// <summary>Checks a constant against the schema of its parameter.</summary>
internal static class ParameterCheck
{
    public static void Analyze(OperationAnalysisContext context, IOperation value, IPropertySymbol property, ParameterSchema schema)
    {
        Parameter parameter = schema.Parameter;
        Location place = value.Syntax.GetLocation();
        if (BlankOf(value) is { } blank)
        {
            // A hidden parameter may have any value, and blank is a value if it is one of the options.
            if (!parameter.IsOptional && parameter.Visibility is null && !parameter.Choices.Any(choice => choice.Value.Length == 0))
            {
                string remedy = parameter.MustBeSet ? "Give it a value" : "Give it a value, or leave the property out to leave it to the server";
                context.ReportDiagnostic(Diagnostic.Create(UseDiagnostics.Blank, place, property.Name, blank, schema.Words, remedy));
            }
        }
        else if (parameter.Kind is ParameterKind.Integer or ParameterKind.Float)
        {
            if (value.ConstantValue is { HasValue: true, Value: { } constant } && NumberCheck.Refusal(constant, parameter.Limits) is { } allowed)
            {
                context.ReportDiagnostic(Diagnostic.Create(UseDiagnostics.OutsideLimits, place, property.Name, value.Syntax.ToString(), schema.Words, allowed));
            }
        }
        else if (parameter.Kind == ParameterKind.DateTime)
        {
            LookAtDateTime(context, value, place, schema);
        }
        else if (parameter is { Kind: ParameterKind.OpenChoice, IsList: false })
        {
            LookAtOpenOption(context, value, place, schema);
        }
    }

    private static void LookAtDateTime(OperationAnalysisContext context, IOperation value, Location place, ParameterSchema schema)
    {
        if (FormOf(value.Type) is { } form && schema.Parameter.DateTimeForm != DateTimeForm.Any && schema.Parameter.DateTimeForm != form)
        {
            context.ReportDiagnostic(Diagnostic.Create(
                UseDiagnostics.Malformed, place, $"A {value.Type!.Name}", $"value of {schema.Words}", $"it takes {Words(schema.Parameter.DateTimeForm)}"));
        }
        else if (schema.Parameter.DateTimeFormat.HasOffset == false && value.Type is { Name: "DateTimeOffset" })
        {
            context.ReportDiagnostic(Diagnostic.Create(
                UseDiagnostics.Malformed,
                place,
                "A DateTimeOffset",
                $"value of {schema.Words}",
                "it takes a local time without an offset from UTC, such as the DateTime of a DateTimeOffset"));
        }
    }

    private static void LookAtOpenOption(OperationAnalysisContext context, IOperation value, Location place, ParameterSchema schema)
    {
        IOperation text = value is IObjectCreationOperation creation ? Written.OnlyOf(creation.Arguments) ?? value : value;
        if (Written.TextOf(text) is not { Length: > 0 } option || schema.Parameter.Choices.Any(choice => choice.Value == option))
        {
            return;
        }

        string? nearest = NearMiss.Find(option, schema.Parameter.Choices.Select(choice => choice.Value));
        ImmutableDictionary<string, string?> forTheFix = nearest is null
            ? ImmutableDictionary<string, string?>.Empty
            : ImmutableDictionary<string, string?>.Empty.Add(FixProperties.NearestMember, MemberOf(schema, nearest));
        context.ReportDiagnostic(Diagnostic.Create(
            UseDiagnostics.NotSuggested, place, forTheFix, option, schema.Words, nearest is null ? "; any text is allowed" : $". Did you mean '{nearest}'?"));
    }

    private static string MemberOf(ParameterSchema schema, string value)
    {
        string[] members = MemberNames.OfOptions(schema.Parameter, schema.OptionType!);
        for (int i = 0; i < members.Length; i++)
        {
            if (schema.Parameter.Choices[i].Value == value)
            {
                return members[i];
            }
        }

        return "";
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
