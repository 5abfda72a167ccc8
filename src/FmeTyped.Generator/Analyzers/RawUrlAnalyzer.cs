using System;
using System.Collections.Immutable;
using System.Linq;
using FmeTyped.Schema.Naming;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace FmeTyped.Generator.Analyzers;

/// <summary>Finds URLs and paths of FME Flow's that an application writes itself, and tokens in them.</summary>
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

    // Syntax alone: most strings are done with after one look for three letters, and none of them has to be bound for it.
    private static void Start(CompilationStartAnalysisContext start)
    {
        if (Runtime.IsReferenced(start.Compilation) && !TestProject.Is(start.Compilation))
        {
            var schema = new ProjectSchema(start.Compilation, start.Options);
            start.RegisterSyntaxNodeAction(
                context => Look(context, schema),
                SyntaxKind.StringLiteralExpression,
                SyntaxKind.Utf8StringLiteralExpression,
                SyntaxKind.InterpolatedStringExpression);
        }
    }

    private static void Look(SyntaxNodeAnalysisContext context, ProjectSchema schema)
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
            ReportPath(context, url, root, place, schema);
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

    private static void ReportPath(SyntaxNodeAnalysisContext context, FmeUrl url, string root, Location place, ProjectSchema schema)
    {
        RequestSchema? request = schema.Requests
            .OrderBy(candidate => candidate.Path, StringComparer.Ordinal)
            .FirstOrDefault(candidate => url.Names(candidate.Workspace.Repository, candidate.Workspace.Name));
        string type = request is { Type: TypeName name } ? $"{name.Namespace}.{name.Name}" : "";
        context.ReportDiagnostic(
            request is null ? Diagnostic.Create(UseDiagnostics.RawPath, place, root, "")
            : url.IsCall ? Diagnostic.Create(UseDiagnostics.RawCall, place, request.Path, type)
            : Diagnostic.Create(UseDiagnostics.RawPath, place, root, $", and {type} knows {request.Path}"));
    }
}
