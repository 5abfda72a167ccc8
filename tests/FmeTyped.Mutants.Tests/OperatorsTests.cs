using Microsoft.CodeAnalysis.CSharp;

namespace FmeTyped.Mutants.Tests;

public class OperatorsTests
{
    [Theory]
    [InlineData("a < b", "< to <=, < to >=")]
    [InlineData("a && !b", "&& to ||, !b to b")]
    [InlineData("a ?? b", "a ?? b to a, a ?? b to (b)")]
    [InlineData("a?.B", "? to nothing")]
    [InlineData("a is B", "a is B to !(a is B)")]
    [InlineData("a is not null and not B", "a is not null and not B to !(a is not null and not B), and to or, not null to null, not B to B")]
    [InlineData("a is > 1 or < 0", "a is > 1 or < 0 to !(a is > 1 or < 0), or to and, > to >=, > to <=, 1 to 2, 1 to 0, < to <=, < to >=, 0 to 1, 0 to -1")]
    [InlineData("a ? b : c", "a to !(a)")]
    [InlineData("a == b ? c : d", "== to !=")]
    [InlineData("7", "7 to 8, 7 to 6")]
    [InlineData("true", "true to false")]
    [InlineData("\"\"", "\"\" to \"mutant\"")]
    [InlineData("\"text\"", "\"text\" to \"\"")]
    [InlineData("$\"{a}\"", "$\"{a}\" to \"\"")]
    [InlineData("a.Min(b)", "Min to Max")]
    [InlineData("await a.ConfigureAwait(false)", "")]
    public void An_expression_is_changed_in_these_ways(string expression, string changes) =>
        Assert.Equal(changes, ChangesIn($"var x = {expression};"));

    [Theory]
    [InlineData("a.B();", "a.B(); to ;")]
    [InlineData("a += b;", "a += b; to ;, += to -=")]
    [InlineData("a++;", "a++; to ;, ++ to --")]
    [InlineData("if (a) { }", "a to !(a)")]
    [InlineData("while (a) { break; }", "a to !(a), break; to ;")]
    [InlineData("return a;", "a to default!")]
    [InlineData("return null;", "")]
    [InlineData("int B() => a;", "a to default!")]
    [InlineData("throw a;", "throw a; to ;")]
    [InlineData("[A(1)] void B() { }", "")]
    public void A_statement_is_changed_in_these_ways(string statement, string changes) => Assert.Equal(changes, ChangesIn(statement));

    [Fact]
    public void A_change_knows_its_line() =>
        Assert.Equal(3, Assert.Single(MutantsIn("int a;\n\na = b;")).Line);

    private static string ChangesIn(string code) =>
        string.Join(", ", MutantsIn(code).Select(mutant => $"{mutant.Before} to {(mutant.After.Length == 0 ? "nothing" : mutant.After)}"));

    private static IEnumerable<Mutant> MutantsIn(string code) =>
        MutantFinder.Find(CSharpSyntaxTree.ParseText(code, cancellationToken: TestContext.Current.CancellationToken));
}
