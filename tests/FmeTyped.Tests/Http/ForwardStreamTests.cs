namespace FmeTyped.Tests.Http;

public sealed class ForwardStreamTests
{
    [Fact]
    public void What_is_read_without_awaiting_is_the_same()
    {
        using var text = new LineLimit(new MemoryStream("first\nsecond\n"u8.ToArray()), ErrorContext.ReadingLog(42));
        byte[] buffer = "______"u8.ToArray();

        Assert.Equal(4, text.Read(buffer, 1, 4));
        Assert.Equal("_firs_"u8, buffer);
        using var rest = new StreamReader(text);
        Assert.Equal("t\nsecond\n", rest.ReadToEnd());
    }
}
