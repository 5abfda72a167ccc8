using System;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace FmeTyped.Generator.Analyzers;

/// <summary>Finds hand-written URLs and paths of FME Flow, and tokens in them.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class RawUrlAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(
        UseDiagnostics.RawCall, UseDiagnostics.RawPath, UseDiagnostics.TokenInUrl, UseDiagnostics.LiteralToken);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(Start);
    }

    // This uses only syntax: for most strings, a search for three letters is enough, without binding.
    private static void Start(CompilationStartAnalysisContext start)
    {
        if (Runtime.IsReferenced(start.Compilation) && !TestProject.Is(start.Compilation))
        {
            var workspaces = new Lazy<ImmutableArray<WorkspaceType>>(() => WorkspaceType.In(start.Compilation).ToImmutableArray());
            start.RegisterSyntaxNodeAction(
                context => Analyze(context, workspaces),
                SyntaxKind.StringLiteralExpression,
                SyntaxKind.Utf8StringLiteralExpression,
                SyntaxKind.InterpolatedStringExpression);
        }
    }

    private static void Analyze(SyntaxNodeAnalysisContext context, Lazy<ImmutableArray<WorkspaceType>> workspaces)
    {
        var piece = (ExpressionSyntax)context.Node;
        if (!WrittenText.Mentions(piece, FmeUrl.Mark) || piece.FirstAncestorOrSelf<AttributeSyntax>() is not null)
        {
            return;
        }

        ExpressionSyntax whole = WrittenText.WholeOf(piece);
        if (WrittenText.FirstMention(whole, FmeUrl.Mark) != piece)
        {
            return;
        }

        var url = FmeUrl.From(WrittenText.From(whole, context.SemanticModel, context.CancellationToken));
        Location place = whole.GetLocation();
        if (url.Root is { } root)
        {
            ReportPath(context, url, root, place, workspaces.Value);
        }

        if (url.TokenKey is { } key)
        {
            context.ReportDiagnostic(Diagnostic.Create(UseDiagnostics.TokenInUrl, place, key));
        }

        if (url.HoldsLiteralToken)
        {
            context.ReportDiagnostic(Diagnostic.Create(UseDiagnostics.LiteralToken, place));
        }
    }

    private static void ReportPath(SyntaxNodeAnalysisContext context, FmeUrl url, string root, Location place, ImmutableArray<WorkspaceType> workspaces)
    {
        WorkspaceType? workspace = workspaces
            .OrderBy(candidate => candidate.Path, StringComparer.Ordinal)
            .FirstOrDefault(candidate => url.Names(candidate.Repository, candidate.Workspace));
        string? type = workspace?.Type.ToDisplayString();
        context.ReportDiagnostic(
            workspace is null ? Diagnostic.Create(UseDiagnostics.RawPath, place, root, "")
            : url.IsCall ? Diagnostic.Create(UseDiagnostics.RawCall, place, workspace.Path, type)
            : Diagnostic.Create(UseDiagnostics.RawPath, place, root, $", and {type} represents {workspace.Path}"));
    }
}
