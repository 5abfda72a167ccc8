using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace FmeTyped.Generator.Analyzers;

/// <summary>Finds jobs that are submitted and dropped, and waits that are told not to throw and whose result nobody asks.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class JobOutcomeAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        ImmutableArray.Create(UseDiagnostics.DroppedJob, UseDiagnostics.UnseenFailure);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            if (Runtime.IsReferenced(start.Compilation) && !TestProject.Is(start.Compilation))
            {
                start.RegisterOperationAction(Look, OperationKind.Invocation);
            }
        });
    }

    private static void Look(OperationAnalysisContext context)
    {
        var call = (IInvocationOperation)context.Operation;
        switch (call.TargetMethod.Name)
        {
            case "SubmitAsync" or "SubmitDownloadAsync" when Runtime.Is(call.TargetMethod.ContainingType, "FmeFlowClient"):
                if (Outcome.IsDropped(call))
                {
                    context.ReportDiagnostic(Diagnostic.Create(UseDiagnostics.DroppedJob, call.Syntax.GetLocation()));
                }

                break;
            case "RunAsync" or "TransactAsync" when Runtime.Is(call.TargetMethod.ContainingType, "FmeFlowClient"):
            case "WaitAsync" when Runtime.Is(call.TargetMethod.ContainingType, "FmeJob"):
                if (FailureOption.IsOff(call) && !Outcome.IsLookedAt(call))
                {
                    context.ReportDiagnostic(Diagnostic.Create(UseDiagnostics.UnseenFailure, call.Syntax.GetLocation(), call.TargetMethod.Name));
                }

                break;
        }
    }
}
