using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace FmeTyped.Generator.Analyzers;

/// <summary>Checks constants in initializers and with expressions of generated requests, and so finds errors that would occur in every run.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class RequestValuesAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(
        UseDiagnostics.OutsideLimits, UseDiagnostics.Blank, UseDiagnostics.Malformed, UseDiagnostics.NotSuggested, UseDiagnostics.NoOption);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            if (Runtime.IsReferenced(start.Compilation))
            {
                start.RegisterOperationAction(Analyze, OperationKind.SimpleAssignment);
            }
        });
    }

    private static void Analyze(OperationAnalysisContext context)
    {
        // All generated requests are sealed records, unlike most other types.
        var assignment = (ISimpleAssignmentOperation)context.Operation;
        if (assignment.Target is not IPropertyReferenceOperation { Property: { ContainingType: { IsRecord: true, IsSealed: true } } property })
        {
            return;
        }

        IOperation value = Written.Without(assignment.Value);
        OptionCheck.Analyze(context, value, property);
        if (Runtime.Is(property.Type, "FmeCoordinateSystem"))
        {
            CoordinateSystemCheck.Analyze(context, value);
        }

        if (ParameterRules.From(property) is { } rules)
        {
            ParameterCheck.Analyze(context, value, rules);
        }
    }
}
