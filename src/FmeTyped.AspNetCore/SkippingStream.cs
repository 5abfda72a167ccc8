namespace FmeTyped.AspNetCore;

/// <summary>
/// A result whose length is known, as a stream that can be asked to begin later on: what comes before is read and dropped, since the server sends a result
/// from its beginning only. This is what serving a range takes.
/// </summary>
/// <param name="download">The result; disposed of with the stream.</param>
/// <param name="length">How many bytes it has.</param>
internal sealed class SkippingStream(FmeDownload download, long length) : Stream
{
    private const int BufferSize = 81_920;

    private long _position;
    private long _read;

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length => length;

    public override long Position
    {
        get => _position;
        set => Seek(value, SeekOrigin.Begin);
    }

    public override long Seek(long offset, SeekOrigin origin)
    {
        long target = origin switch { SeekOrigin.Begin => offset, SeekOrigin.Current => _position + offset, _ => length + offset };
        return _position = target >= _read ? target : throw new NotSupportedException("The result is read forwards only.");
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        await SkipAsync(cancellationToken).ConfigureAwait(false);
        int count = await download.Content.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
        _read += count;
        _position = _read;
        return count;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("The result is read asynchronously.");

    public override void Flush()
    {
    }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override async ValueTask DisposeAsync()
    {
        await download.DisposeAsync().ConfigureAwait(false);
        await base.DisposeAsync().ConfigureAwait(false);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            download.Dispose();
        }

        base.Dispose(disposing);
    }

    private async ValueTask SkipAsync(CancellationToken cancellationToken)
    {
        if (_read == _position)
        {
            return;
        }

        byte[] dropped = new byte[Math.Min(BufferSize, _position - _read)];
        while (_read < _position)
        {
            int most = (int)Math.Min(dropped.Length, _position - _read);
            int count = await download.Content.ReadAsync(dropped.AsMemory(0, most), cancellationToken).ConfigureAwait(false);
            if (count == 0)
            {
                return;
            }

            _read += count;
        }
    }
}
