using CsCheck;
using FmeTyped.Schema.Naming;

namespace FmeTyped.Schema.Tests.Naming;

public class RootNamespaceTests
{
    private static readonly Gen<string> Text = Gen.OneOf(Gen.String, Gen.String[Gen.Char["aZ9_-. @é区\uD83D\uDE00\u200D"], 0, 8]);

    [Theory]
    [InlineData("MyApp.Import", "MyApp.Import")]
    [InlineData("my-app", "my_app")]
    [InlineData("2024-Import", "_2024_Import")]
    [InlineData("my.class", "my.class")]
    [InlineData("my.@class", "my.class")]
    [InlineData("app😀", "app_")]
    [InlineData(".net", "_.net")]
    [InlineData(" ", "")]
    public void What_cannot_stand_in_a_namespace_is_an_underscore(string text, string expected) => Assert.Equal(expected, RootNamespace.From(text));

    [Fact]
    public void Any_text_makes_a_namespace_that_makes_itself() => Text.Sample(text =>
    {
        string made = RootNamespace.From(text);
        return (made.Length == 0 ? string.IsNullOrWhiteSpace(text) : CSharpIdentifier.IsValidPath(made)) && RootNamespace.From(made) == made;
    });
}
