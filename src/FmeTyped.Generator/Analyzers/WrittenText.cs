using System;
using System.Text;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FmeTyped.Generator.Analyzers;

/// <summary>A text as it stands in the code: a literal, an interpolated string, or a sum of such.</summary>
internal static class WrittenText
{
    /// <summary>What stands in a text for a value that is known at run time only. No URL holds it.</summary>
    public const char Hole = '\0';

    /// <summary>Whether a literal, or a text part of an interpolated string, holds a few letters.</summary>
    public static bool Mentions(ExpressionSyntax piece, string letters)
    {
        if (piece is LiteralExpressionSyntax literal)
        {
            return literal.Token.ValueText.IndexOf(letters, StringComparison.Ordinal) >= 0;
        }

        if (piece is InterpolatedStringExpressionSyntax interpolated)
        {
            foreach (InterpolatedStringContentSyntax part in interpolated.Contents)
            {
                if (part is InterpolatedStringTextSyntax text && text.TextToken.ValueText.IndexOf(letters, StringComparison.Ordinal) >= 0)
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>The sum that a piece is part of; the piece itself where there is none.</summary>
    public static ExpressionSyntax WholeOf(ExpressionSyntax piece)
    {
        while (piece.Parent
            is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } or ParenthesizedExpressionSyntax { Parent: BinaryExpressionSyntax })
        {
            piece = (ExpressionSyntax)piece.Parent;
        }

        return piece;
    }

    /// <summary>The first piece of a sum that holds a few letters, so that a sum is looked at once.</summary>
    public static ExpressionSyntax? FirstMention(ExpressionSyntax whole, string letters) => whole switch
    {
        BinaryExpressionSyntax sum => FirstMention(sum.Left, letters) ?? FirstMention(sum.Right, letters),
        ParenthesizedExpressionSyntax inner => FirstMention(inner.Expression, letters),
        _ => Mentions(whole, letters) ? whole : null,
    };

    /// <summary>The text, with what is not constant left open.</summary>
    public static string From(ExpressionSyntax whole, SemanticModel model, CancellationToken cancellationToken)
    {
        var text = new StringBuilder();
        Append(whole);
        return text.ToString();

        void Append(ExpressionSyntax expression)
        {
            switch (expression)
            {
                case LiteralExpressionSyntax literal:
                    text.Append(literal.Token.ValueText);
                    break;
                case BinaryExpressionSyntax sum:
                    Append(sum.Left);
                    Append(sum.Right);
                    break;
                case ParenthesizedExpressionSyntax inner:
                    Append(inner.Expression);
                    break;
                case InterpolatedStringExpressionSyntax interpolated:
                    AppendParts(interpolated);
                    break;
                default:
                    text.Append(
                        model.GetConstantValue(expression, cancellationToken) is { HasValue: true, Value: string constant } ? constant : Hole.ToString());
                    break;
            }
        }

        void AppendParts(InterpolatedStringExpressionSyntax interpolated)
        {
            foreach (InterpolatedStringContentSyntax part in interpolated.Contents)
            {
                if (part is InterpolatedStringTextSyntax written)
                {
                    text.Append(written.TextToken.ValueText);
                }
                else if (part is InterpolationSyntax interpolation)
                {
                    Append(interpolation.Expression);
                }
            }
        }
    }
}
