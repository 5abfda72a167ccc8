using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FmeTyped.Mutants;

/// <summary>Lists the mutants of a source file, in the order of the file.</summary>
internal static class MutantFinder
{
    public static IEnumerable<Mutant> Find(SyntaxTree tree) =>
        from node in tree.GetRoot().DescendantNodes(node => !IsLeftAlone(node))
        where !IsLeftAlone(node)
        from change in Operators.ChangesOf(node)
        let before = tree.GetText().ToString(change.Span)
        where before != change.After
        select new Mutant(tree.FilePath, change.Span, tree.GetLineSpan(change.Span).StartLinePosition.Line + 1, before, change.After);

    // Attributes are for readers and tools; no test can see on which thread an await continues.
    private static bool IsLeftAlone(SyntaxNode node) => node is AttributeListSyntax
        or ArgumentListSyntax { Parent: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.Text: "ConfigureAwait" } } };
}
