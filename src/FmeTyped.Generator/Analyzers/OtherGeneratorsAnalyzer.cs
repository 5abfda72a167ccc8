using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace FmeTyped.Generator.Analyzers;

/// <summary>
/// Warns if a request is used with another source generator in the project that generates it. Source generators do not see each other's
/// types, and validation reports no error: it accepts every body.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class OtherGeneratorsAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        ImmutableArray.Create(UseDiagnostics.OutOfSight, UseDiagnostics.OutOfSightInWholeProject);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(Start);
    }

    private static void Start(CompilationStartAnalysisContext context)
    {
        // A project without schema files generates no requests, so it needs no analysis.
        if (context.Options.AdditionalFiles.Any(file => SchemaFiles.Contain(file, context.Options.AnalyzerConfigOptionsProvider)) &&
            GeneratedRequests.From(context.Compilation) is { } requests)
        {
            JsonContexts.Register(context, requests);
            RouteHandlers.Register(context, requests);
        }
    }
}
