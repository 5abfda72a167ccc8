using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace FmeTyped.Generator.Analyzers;

/// <summary>
/// Looks at constants that generated requests are filled with, in an initializer or a with: what is wrong in every run needs none to be found.
/// </summary>
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
        context.RegisterCompilationStartAction(Start);
    }

    private static void Start(CompilationStartAnalysisContext start)
    {
        if (Runtime.IsReferenced(start.Compilation))
        {
            var schema = new ProjectSchema(start.Compilation, start.Options);
            start.RegisterOperationAction(context => Look(context, schema), OperationKind.SimpleAssignment);
        }
    }

    private static void Look(OperationAnalysisContext context, ProjectSchema schema)
    {
        // All properties of generated requests are of sealed records, which few others are.
        var assignment = (ISimpleAssignmentOperation)context.Operation;
        if (assignment.Target is not IPropertyReferenceOperation { Property: { ContainingType: { IsRecord: true, IsSealed: true } request } property })
        {
            return;
        }

        IOperation value = Written.Without(assignment.Value);
        OptionCheck.Look(context, value, property);
        if (Runtime.Is(property.Type, "FmeCoordinateSystem"))
        {
            CoordinateSystemCheck.Look(context, value);
        }

        if (schema.Find(request)?.FindProperty(property.Name) is { Parameter.CSharpJson: null } parameter)
        {
            ParameterCheck.Look(context, value, property, parameter);
        }
    }
}
