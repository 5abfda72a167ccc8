using System.Buffers;

namespace FmeTyped.Tests.Http;

/// <summary>A parameter can be a secret, and the pool hands its arrays to anyone.</summary>
public sealed class PooledBufferWriterTests
{
    [Fact]
    public void What_was_written_is_cleared_when_the_writer_is_disposed()
    {
        var writer = new PooledBufferWriter();
        writer.Write("secret"u8);
        ReadOnlyMemory<byte> written = writer.Written;

        writer.Dispose();

        Assert.Equal(new byte["secret".Length], written.ToArray());
    }

    [Fact]
    public void What_was_written_is_cleared_when_it_moves_to_a_larger_buffer()
    {
        using var writer = new PooledBufferWriter();
        writer.Write("secret"u8);
        ReadOnlyMemory<byte> written = writer.Written;

        _ = writer.GetSpan(100_000);

        Assert.Equal(new byte["secret".Length], written.ToArray());
        Assert.Equal("secret"u8, writer.Written.Span);
    }
}
