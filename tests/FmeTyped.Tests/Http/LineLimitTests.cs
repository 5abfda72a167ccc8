namespace FmeTyped.Tests.Http;

public sealed class LineLimitTests
{
    private const int Most = 16 * 1024 * 1024;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Most, null)]
    [InlineData(Most + 1, typeof(FmeProtocolException))]
    public async Task A_line_has_16_MiB_at_most_and_the_next_one_again(int length, Type? error)
    {
        using var text = new MemoryStream(new byte[Most + length]);
        await using var limit = new LineLimit(text, ErrorContext.ReadingLog(42));

        await limit.ReadExactlyAsync(new byte[Most], Token);
        limit.Restart();

        Assert.Equal(error, (await Record.ExceptionAsync(() => limit.CopyToAsync(Stream.Null, Token)))?.GetType());
    }
}
