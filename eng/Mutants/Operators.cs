using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace FmeTyped.Mutants;

/// <summary>The small changes that are made: what may stand in the place of a piece of syntax.</summary>
internal static class Operators
{
    private static readonly Dictionary<string, string[]> OtherTokens = new(StringComparer.Ordinal)
    {
        ["=="] = ["!="],
        ["!="] = ["=="],
        ["<"] = ["<=", ">="],
        ["<="] = ["<", ">"],
        [">"] = [">=", "<="],
        [">="] = [">", "<"],
        ["&&"] = ["||"],
        ["||"] = ["&&"],
        ["&"] = ["|"],
        ["|"] = ["&"],
        ["+"] = ["-"],
        ["-"] = ["+"],
        ["*"] = ["/"],
        ["/"] = ["*"],
        ["%"] = ["*"],
        ["<<"] = [">>"],
        [">>"] = ["<<"],
        ["++"] = ["--"],
        ["--"] = ["++"],
        ["+="] = ["-="],
        ["-="] = ["+="],
        ["*="] = ["/="],
        ["|="] = ["&="],
        ["&="] = ["|="],
        ["??="] = ["="],
        ["and"] = ["or"],
        ["or"] = ["and"],
    };

    private static readonly Dictionary<string, string> OtherMethods = new(StringComparer.Ordinal)
    {
        ["Min"] = "Max",
        ["Max"] = "Min",
        ["Any"] = "All",
        ["All"] = "Any",
        ["StartsWith"] = "EndsWith",
        ["EndsWith"] = "StartsWith",
        ["TrimStart"] = "TrimEnd",
        ["TrimEnd"] = "TrimStart",
    };

    /// <summary>What may be replaced in a node itself, not in the nodes below it, and by what.</summary>
    public static IEnumerable<(TextSpan Span, string After)> ChangesOf(SyntaxNode node) => node switch
    {
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression } either => [(either.Span, $"{either.Left}"), (either.Span, $"({either.Right})")],
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.IsExpression } test => [(test.Span, $"!({test})")],
        BinaryExpressionSyntax binary => Others(binary.OperatorToken),
        BinaryPatternSyntax pattern => Others(pattern.OperatorToken),
        RelationalPatternSyntax pattern => Others(pattern.OperatorToken),
        UnaryPatternSyntax not => [(not.Span, $"{not.Pattern}")],
        IsPatternExpressionSyntax { Pattern: not UnaryPatternSyntax } test => [(test.Span, $"!({test})")],
        PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression or (int)SyntaxKind.UnaryMinusExpression } prefix =>
            [(prefix.Span, $"{prefix.Operand}")],
        PrefixUnaryExpressionSyntax prefix => Others(prefix.OperatorToken),
        PostfixUnaryExpressionSyntax postfix => Others(postfix.OperatorToken),
        IfStatementSyntax branch => Negated(branch.Condition),
        WhileStatementSyntax loop => Negated(loop.Condition),
        ConditionalExpressionSyntax choice => Negated(choice.Condition),
        WhenClauseSyntax guard => Negated(guard.Condition),
        ConditionalAccessExpressionSyntax access => [(access.OperatorToken.Span, "")],
        AssignmentExpressionSyntax assignment => Others(assignment.OperatorToken),
        ExpressionStatementSyntax or ThrowStatementSyntax or BreakStatementSyntax or ContinueStatementSyntax or YieldStatementSyntax => [(node.Span, ";")],
        ReturnStatementSyntax { Expression: { } result } => Default(result),
        ArrowExpressionClauseSyntax arrow => Default(arrow.Expression),
        LiteralExpressionSyntax literal => OfLiteral(literal),
        InterpolatedStringExpressionSyntax text => [(text.Span, "\"\"")],
        IdentifierNameSyntax name when OtherMethods.TryGetValue(name.Identifier.Text, out string? other) => [(name.Span, other)],
        _ => [],
    };

    private static IEnumerable<(TextSpan Span, string After)> Others(SyntaxToken token) =>
        OtherTokens.TryGetValue(token.Text, out string[]? others) ? others.Select(other => (token.Span, other)) : [];

    // A comparison and a negation have a change of their own that says the same.
    private static IEnumerable<(TextSpan Span, string After)> Negated(ExpressionSyntax condition) =>
        condition is BinaryExpressionSyntax or IsPatternExpressionSyntax or PrefixUnaryExpressionSyntax or LiteralExpressionSyntax
            ? []
            : [(condition.Span, $"!({condition})")];

    private static IEnumerable<(TextSpan Span, string After)> Default(ExpressionSyntax result) =>
        result is LiteralExpressionSyntax or ThrowExpressionSyntax ? [] : [(result.Span, "default!")];

    private static IEnumerable<(TextSpan Span, string After)> OfLiteral(LiteralExpressionSyntax literal) => (literal.Kind(), literal.Token.Value) switch
    {
        (SyntaxKind.TrueLiteralExpression, _) => [(literal.Span, "false")],
        (SyntaxKind.FalseLiteralExpression, _) => [(literal.Span, "true")],
        (SyntaxKind.NumericLiteralExpression, int number) => [(literal.Span, $"{number + 1L}"), (literal.Span, $"{number - 1L}")],
        (SyntaxKind.StringLiteralExpression, string text) => [(literal.Span, text.Length == 0 ? "\"mutant\"" : "\"\"")],
        (SyntaxKind.Utf8StringLiteralExpression, _) => [(literal.Span, "\"\"u8")],
        _ => [],
    };
}
