namespace FmeTyped.Tests.Http;

public sealed class BoundedBodyTests
{
    [Theory]
    [InlineData(0, false)]
    [InlineData(9, false)]
    [InlineData(10, true)]
    [InlineData(11, true)]
    public async Task A_body_that_reaches_the_limit_is_read_no_further(int size, bool isCutOff)
    {
        using var content = new ByteArrayContent(new byte[size]);
        using var buffer = new PooledBufferWriter();

        Assert.Equal(isCutOff, await BoundedBody.ReadAsync(content, buffer, limit: 10, TestContext.Current.CancellationToken));
        Assert.Equal(Math.Min(size, 10), buffer.Written.Length);
    }

    [Fact]
    public async Task A_usual_body_takes_4_KiB()
    {
        using var content = new ByteArrayContent(new byte[3000]);
        using var buffer = new PooledBufferWriter();

        Assert.False(await BoundedBody.ReadAsync(content, buffer, limit: 1_000_000, TestContext.Current.CancellationToken));
        Assert.Equal((3000, 4096 - 3000), (buffer.Written.Length, buffer.GetMemory().Length));
    }
}
