using System.Collections.Immutable;
using System.Threading.Tasks;
using FmeTyped.Generator.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FmeTyped.CodeFixes;

/// <summary>Makes the value of the text that stands in its place, or replaces the text with the option that was meant (FME1016).</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(TextForValueFix))]
public sealed class TextForValueFix : CodeFixProvider
{
    private const string TextForValue = "FME1016";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(TextForValue);

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        SyntaxNode? root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        SemanticModel? model = await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);
        if (root?.FindNode(context.Span, getInnermostNodeForTie: true) is not ExpressionSyntax text || model is null)
        {
            return;
        }

        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            foreach (string member in diagnostic.Properties[FixProperties.Members]!.Split([','], System.StringSplitOptions.RemoveEmptyEntries))
            {
                context.RegisterCodeFix(Replacement.From(text, CodeOf(diagnostic, member, text, model), context.Document, root), diagnostic);
            }
        }
    }

    // The compiler knows the type by its documentation comment's id, which stays the same wherever the type is.
    private static string CodeOf(Diagnostic diagnostic, string member, ExpressionSyntax text, SemanticModel model)
    {
        ISymbol type = DocumentationCommentId.GetFirstSymbolForDeclarationId(diagnostic.Properties[FixProperties.Type]!, model.Compilation)!;
        string typeText = type.ToMinimalDisplayString(model, text.SpanStart);
        return type is INamedTypeSymbol { TypeKind: TypeKind.Enum } ? $"{typeText}.{Replacement.Escape(member)}" : $"{typeText}.{member}({text})";
    }
}
