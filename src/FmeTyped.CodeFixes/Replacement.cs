using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FmeTyped.CodeFixes;

/// <summary>The code action that replaces one expression with another.</summary>
internal static class Replacement
{
    public static CodeAction From(ExpressionSyntax old, string code, Document document, SyntaxNode root)
    {
        string title = $"Did you mean '{code}'?";
        return CodeAction.Create(
            title,
            _ => Task.FromResult(document.WithSyntaxRoot(root.ReplaceNode(old, SyntaxFactory.ParseExpression(code).WithTriviaFrom(old)))),
            equivalenceKey: title);
    }

    /// <summary>A name as a C# identifier.</summary>
    public static string Escape(string name) => SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None ? name : "@" + name;
}
