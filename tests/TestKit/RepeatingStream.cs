namespace FmeTyped.TestKit;

/// <summary>A stream that gives some bytes again and again.</summary>
/// <param name="bytes">The bytes.</param>
/// <param name="times">How often.</param>
public sealed class RepeatingStream(byte[] bytes, int times) : Stream
{
    private long _position;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => (long)bytes.Length * times;

    public override long Position
    {
        get => _position;
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        int start = (int)(_position % bytes.Length);
        int count = (int)Math.Min(Math.Min(buffer.Length, bytes.Length - start), Length - _position);
        bytes.AsSpan(start, count).CopyTo(buffer);
        _position += count;
        return count;
    }

    public override void Flush()
    {
        // Nothing is written.
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
