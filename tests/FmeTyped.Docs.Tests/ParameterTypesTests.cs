using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FmeTyped.Docs.Tests;

/// <summary>The page of types says what becomes of each key that the reader knows.</summary>
public class ParameterTypesTests
{
    [Fact]
    public void Every_key_that_is_known_is_on_the_page()
    {
        CancellationToken ct = TestContext.Current.CancellationToken;
        string page = DocsPage.Read("docs/reference/parameter-types.md").Text;
        string code = File.ReadAllText(Repository.PathOf("src", "FmeTyped.Schema", "Reading", "V4Keys.cs"));
        string[] keys = [.. CSharpSyntaxTree.ParseText(code, cancellationToken: ct).GetRoot(ct).DescendantNodes().OfType<LiteralExpressionSyntax>()
            .Where(literal => literal.IsKind(SyntaxKind.StringLiteralExpression))
            .SelectMany(literal => literal.Token.ValueText.Split(' ', StringSplitOptions.RemoveEmptyEntries))];

        Assert.Contains("storageFormat", keys);
        Assert.All(keys, key => Assert.Contains($"`{key}`", page, StringComparison.Ordinal));
    }
}
