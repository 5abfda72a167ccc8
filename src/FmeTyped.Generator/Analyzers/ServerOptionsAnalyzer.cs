using System;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace FmeTyped.Generator.Analyzers;

/// <summary>Looks at constants in a server's options: a token, and an address over plain http.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ServerOptionsAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        ImmutableArray.Create(UseDiagnostics.LiteralToken, UseDiagnostics.PlainHttp);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            if (Runtime.IsReferenced(start.Compilation) && !TestProject.Is(start.Compilation))
            {
                start.RegisterOperationAction(Look, OperationKind.SimpleAssignment);
            }
        });
    }

    private static void Look(OperationAnalysisContext context)
    {
        var assignment = (ISimpleAssignmentOperation)context.Operation;
        if (assignment.Target is IPropertyReferenceOperation { Property: { Name: "Token" or "ServerUrl" } property } &&
            Runtime.Is(property.ContainingType, "FmeFlowOptions"))
        {
            IOperation value = Written.Without(assignment.Value);
            if (property.Name == "ServerUrl")
            {
                LookAtAddress(context, value);
            }
            else if (value.ConstantValue is { HasValue: true, Value: string token } && TokenText.IsLikely(token))
            {
                context.ReportDiagnostic(Diagnostic.Create(UseDiagnostics.LiteralToken, value.Syntax.GetLocation()));
            }
        }
    }

    private static void LookAtAddress(OperationAnalysisContext context, IOperation value)
    {
        if (value is IObjectCreationOperation { Arguments: { Length: > 0 } arguments } &&
            arguments[0].Value is { ConstantValue: { HasValue: true, Value: string address } } text &&
            Uri.TryCreate(address, UriKind.Absolute, out Uri url) && url.Scheme == Uri.UriSchemeHttp && !IsLoopback(url))
        {
            context.ReportDiagnostic(Diagnostic.Create(UseDiagnostics.PlainHttp, text.Syntax.GetLocation(), url.Host));
        }
    }

    private static bool IsLoopback(Uri url) => url.IsLoopback || url.Host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase);
}
