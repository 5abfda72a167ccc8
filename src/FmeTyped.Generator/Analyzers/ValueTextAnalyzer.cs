using System;
using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace FmeTyped.Generator.Analyzers;

/// <summary>Looks at constants that dates, colours and coordinate systems are made of. All but a coordinate system's name throw at run time.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ValueTextAnalyzer : DiagnosticAnalyzer
{
    private const string DateOrTime = "date or time";
    private const string Color = "colour";

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(UseDiagnostics.Malformed);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            if (Runtime.IsReferenced(start.Compilation))
            {
                start.RegisterOperationAction(LookAtCall, OperationKind.Invocation);
                start.RegisterOperationAction(LookAtCreation, OperationKind.ObjectCreation);
            }
        });
    }

    private static void LookAtCall(OperationAnalysisContext context)
    {
        var call = (IInvocationOperation)context.Operation;
        if (call.TargetMethod.Name.StartsWith("FromUnit", StringComparison.Ordinal) && Runtime.Is(call.TargetMethod.ContainingType, "FmeColor"))
        {
            LookAtComponents(context, call);
            return;
        }

        if (call.TargetMethod is { IsStatic: true, Name: "Parse" or "Epsg" } method &&
            Written.OnlyOf(call.Arguments) is { ConstantValue: { HasValue: true, Value: { } constant } } argument)
        {
            switch (constant)
            {
                case string text when Runtime.Is(method.ContainingType, "FmeDateTime") && !DateTimeText.IsValid(text):
                    Report(context, argument, DateOrTime, DateTimeText.Expected);
                    break;
                case string text when Runtime.Is(method.ContainingType, "FmeColor") && !ColorText.IsValid(text):
                    Report(context, argument, Color, ColorText.Expected);
                    break;
                case <= 0 when Runtime.Is(method.ContainingType, "FmeCoordinateSystem"):
                    Report(context, argument, CoordinateSystemCheck.Words, "a code of the EPSG register is positive");
                    break;
            }
        }
    }

    private static void LookAtComponents(OperationAnalysisContext context, IInvocationOperation call)
    {
        string ofBytes = call.TargetMethod.Name.Replace("Unit", "");
        foreach (IArgumentOperation argument in call.Arguments)
        {
            if (argument.Value.ConstantValue is { HasValue: true, Value: double part } && !ColorText.IsUnit(part))
            {
                Report(context, argument.Value, "component of a colour", $"components are from 0 to 1; FmeColor.{ofBytes} takes 0 to 255");
            }
        }
    }

    private static void LookAtCreation(OperationAnalysisContext context)
    {
        var creation = (IObjectCreationOperation)context.Operation;
        if (Runtime.Is(creation.Type, "FmeCoordinateSystem") && Written.OnlyOf(creation.Arguments) is { } name)
        {
            CoordinateSystemCheck.Analyze(context, name);
        }
    }

    private static void Report(OperationAnalysisContext context, IOperation value, string what, string expected)
    {
        string shown = value.ConstantValue.Value is string text ? $"'{text}'" : string.Format(CultureInfo.InvariantCulture, "{0}", value.ConstantValue.Value);
        context.ReportDiagnostic(Diagnostic.Create(UseDiagnostics.Malformed, value.Syntax.GetLocation(), shown, what, expected));
    }
}
