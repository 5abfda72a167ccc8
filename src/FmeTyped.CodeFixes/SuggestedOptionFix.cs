using System.Collections.Immutable;
using System.Threading.Tasks;
using FmeTyped.Generator.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FmeTyped.CodeFixes;

/// <summary>Replaces a text that the workspace does not suggest with the nearest option (FME1013).</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SuggestedOptionFix))]
public sealed class SuggestedOptionFix : CodeFixProvider
{
    private const string NotSuggested = "FME1013";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(NotSuggested);

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        SyntaxNode? root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        SemanticModel? model = await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);
        if (root?.FindNode(context.Span, getInnermostNodeForTie: true) is not ExpressionSyntax value ||
            model?.GetTypeInfo(value, context.CancellationToken).ConvertedType is not INamedTypeSymbol type)
        {
            return;
        }

        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            if (diagnostic.Properties.TryGetValue(FixProperties.NearestMember, out string? member) && member is not null)
            {
                string option =
                    $"{type.WithNullableAnnotation(NullableAnnotation.None).ToMinimalDisplayString(model, value.SpanStart)}.{Replacement.Escape(member)}";
                context.RegisterCodeFix(Replacement.From(value, option, context.Document, root), diagnostic);
            }
        }
    }
}
