namespace FmeTyped.Tests.Services;

/// <summary>Gives its bytes, in pieces as they are asked for, and then nothing for ever.</summary>
internal sealed class StallingStream(byte[] bytes) : Stream
{
    private readonly MemoryStream _bytes = new(bytes);
    private readonly TaskCompletionSource _stalled = new();

    public Task Stalled => _stalled.Task;

    public bool IsDisposed { get; private set; }

    public override bool CanRead => true;

    // A StreamContent of a stream that can seek knows its length.
    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (_bytes.Position == _bytes.Length)
        {
            _stalled.TrySetResult();
            await Task.Delay(Timeout.Infinite, cancellationToken);
        }

        return await _bytes.ReadAsync(buffer, cancellationToken);
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        IsDisposed = true;
        base.Dispose(disposing);
    }
}
