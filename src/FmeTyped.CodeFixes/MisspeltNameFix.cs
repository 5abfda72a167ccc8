using System.Collections.Immutable;
using System.Threading.Tasks;
using FmeTyped.Schema.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FmeTyped.CodeFixes;

/// <summary>Replaces a name that a generated type does not have with the nearest parameter or option.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MisspeltNameFix))]
public sealed class MisspeltNameFix : CodeFixProvider
{
    private const string NoSuchMember = "CS0117";
    private const string NoSuchInstanceMember = "CS1061";
    private const string NoSuchName = "CS0103";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(NoSuchMember, NoSuchInstanceMember, NoSuchName);

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        SyntaxNode? root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        SemanticModel? model = await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);
        if (root is null || model is null || root.FindNode(context.Span, getInnermostNodeForTie: true) is not IdentifierNameSyntax name)
        {
            return;
        }

        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            string? replacement = diagnostic.Id == NoSuchName ? ReplacementForOption(name, model, context) : ReplacementForMember(name, model, context);
            if (replacement is not null)
            {
                context.RegisterCodeFix(Replacement.From(name, replacement, context.Document, root), diagnostic);
            }
        }
    }

    // For example Maxyy instead of Maxy in a request, or LL48 among its options.
    private static string? ReplacementForMember(IdentifierNameSyntax name, SemanticModel model, CodeFixContext context) =>
        GeneratedMembers.OwnerOf(name, model, context.CancellationToken) is var (type, isStatic) &&
        NearMiss.Find(name.Identifier.ValueText, GeneratedMembers.From(type, isStatic)) is { } nearest
            ? Replacement.Escape(nearest)
            : null;

    // A name where only an option of one parameter is possible: the option type's name, or an option without it.
    private static string? ReplacementForOption(IdentifierNameSyntax name, SemanticModel model, CodeFixContext context)
    {
        if (ExpectedOptions.At(name, model, context.CancellationToken) is not { } type)
        {
            return null;
        }

        string typeText = type.ToMinimalDisplayString(model, name.SpanStart);
        if (name.Parent is MemberAccessExpressionSyntax access && access.Expression == name)
        {
            return NearMiss.Find(name.Identifier.ValueText, [type.Name]) is null ? null : typeText;
        }

        return NearMiss.Find(name.Identifier.ValueText, GeneratedMembers.From(type, isStatic: true)) is { } nearest
            ? $"{typeText}.{Replacement.Escape(nearest)}"
            : null;
    }
}
