namespace FmeTyped.Tests.Versions;

/// <summary>What the client says of a version of the REST API that it has no dialect for.</summary>
public sealed class ApiVersionSelectorTests
{
    private static readonly NamedDialect V4 = new(FmeApiVersion.V4, "four");

    [Fact]
    public async Task A_version_without_a_dialect_is_refused()
    {
        ApiVersionSelector<string> selector = Selector(FmeApiVersion.V3, V4);

        var error = await Assert.ThrowsAsync<FmeNotSupportedException>(
            async () => await selector.ForAsync(FirstV4Build.ForSubmit, TestContext.Current.CancellationToken));

        Assert.Contains("version 3", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_version_that_the_options_name_is_taken()
    {
        ApiVersionSelector<string> selector = Selector(FmeApiVersion.V4, new NamedDialect(FmeApiVersion.V3, "three"), V4);

        Assert.Equal("four", await selector.ForAsync(FirstV4Build.ForSubmit, TestContext.Current.CancellationToken));
    }

    // Where the options name a version, the server is not asked for its build.
    private static ApiVersionSelector<string> Selector(FmeApiVersion version, params NamedDialect[] dialects) =>
        new ApiVersions(version, Build: null!).Select(dialects, dialect => dialect.Name);

    private sealed record NamedDialect(FmeApiVersion Version, string Name) : ApiDialect(Version);
}
