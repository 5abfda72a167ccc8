namespace FmeTyped.Docs.Tests;

/// <summary>Every block of C# in the documentation does what its page says.</summary>
public class SnippetTests
{
    public static TheoryData<string> Pages => [.. DocsPage.Paths.Where(path => path != WhatWeCatchTests.Path)];

    [Theory]
    [MemberData(nameof(Pages))]
    public Task Every_snippet_compiles_or_fails_as_the_page_says(string path) => new Snippets(DocsPage.Read(path)).CheckAsync();
}
