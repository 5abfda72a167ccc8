using FmeTyped.Schema.Emission;
using Microsoft.CodeAnalysis.CSharp;

namespace FmeTyped.Generator.Tests;

public class CSharpKeywordTests
{
    [Fact]
    public void The_keywords_are_those_of_the_compiler() =>
        Assert.Equal(
            SyntaxFacts.GetReservedKeywordKinds().Select(SyntaxFacts.GetText).Order(StringComparer.Ordinal),
            CSharpKeyword.Reserved.Order(StringComparer.Ordinal));
}
