using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace FmeTyped.Generator.Analyzers;

/// <summary>Looks at constants that dates, colours and coordinate systems are made of. All but the last throw at run time.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ValueTextAnalyzer : DiagnosticAnalyzer
{
    private const string DateOrTime = "date or time";
    private const string Color = "colour";
    private const string CoordinateSystem = "coordinate system";

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
                start.RegisterOperationAction(LookAtConversion, OperationKind.Conversion);
            }
        });
    }

    private static void LookAtCall(OperationAnalysisContext context)
    {
        var call = (IInvocationOperation)context.Operation;
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
                    Report(context, argument, CoordinateSystem, "a code of the EPSG register is positive");
                    break;
            }
        }
    }

    private static void LookAtCreation(OperationAnalysisContext context)
    {
        var creation = (IObjectCreationOperation)context.Operation;
        if (Runtime.Is(creation.Type, "FmeColor"))
        {
            foreach (IArgumentOperation argument in creation.Arguments)
            {
                if (argument.Value.ConstantValue is { HasValue: true, Value: double part } && !ColorText.IsPart(part))
                {
                    Report(context, argument.Value, "part of a colour", "red, green and blue are from 0 to 1; FmeColor.FromBytes takes 0 to 255");
                }
            }
        }
        else if (Runtime.Is(creation.Type, "FmeCoordinateSystem") && Written.OnlyOf(creation.Arguments) is { } name)
        {
            LookAtCoordinateSystem(context, name);
        }
    }

    private static void LookAtConversion(OperationAnalysisContext context)
    {
        var conversion = (IConversionOperation)context.Operation;
        if (conversion.OperatorMethod is { } method && Runtime.Is(method.ContainingType, "FmeCoordinateSystem"))
        {
            LookAtCoordinateSystem(context, conversion.Operand);
        }
    }

    private static void LookAtCoordinateSystem(OperationAnalysisContext context, IOperation name)
    {
        if (name.ConstantValue is { HasValue: true, Value: string text } && !CoordinateSystemText.IsValid(text))
        {
            Report(context, name, CoordinateSystem, CoordinateSystemText.Expected);
        }
    }

    private static void Report(OperationAnalysisContext context, IOperation value, string what, string expected)
    {
        string shown = value.ConstantValue.Value is string text ? $"'{text}'" : string.Format(CultureInfo.InvariantCulture, "{0}", value.ConstantValue.Value);
        context.ReportDiagnostic(Diagnostic.Create(UseDiagnostics.Malformed, value.Syntax.GetLocation(), shown, what, expected));
    }
}
