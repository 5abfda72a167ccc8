namespace FmeTyped.Reliability.Tests.Server;

/// <summary>Counts the bodies of answers that nobody has closed yet.</summary>
internal sealed class OpenBodies
{
    private int _count;
    private long _mostRead;

    public int Count => Volatile.Read(ref _count);

    /// <summary>The most bytes that were read of one body.</summary>
    public long MostRead => Volatile.Read(ref _mostRead);

    /// <summary>A body that counts while it is open.</summary>
    /// <param name="bytes">What it has.</param>
    /// <param name="atEnd">What happens after that in place of the end; null for the end.</param>
    /// <param name="times">How often the bytes come.</param>
    public Stream Open(ReadOnlyMemory<byte> bytes, Func<CancellationToken, Task>? atEnd = null, int times = 1)
    {
        Interlocked.Increment(ref _count);
        return new Body(bytes, atEnd, times, this);
    }

    private sealed class Body(ReadOnlyMemory<byte> bytes, Func<CancellationToken, Task>? atEnd, int times, OpenBodies bodies) : Stream
    {
        private int _position;
        private int _rounds;
        private int _isClosed;

        public override bool CanRead => true;

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
            cancellationToken.ThrowIfCancellationRequested();
            if (_position == bytes.Length && ++_rounds < times)
            {
                _position = 0;
            }

            int count = Math.Min(buffer.Length, bytes.Length - _position);
            if (count == 0 && buffer.Length > 0 && atEnd is not null)
            {
                await atEnd(cancellationToken).ConfigureAwait(false);
            }

            bytes.Slice(_position, count).CopyTo(buffer);
            _position += count;
            bodies._mostRead = Math.Max(bodies._mostRead, ((long)_rounds * bytes.Length) + _position);
            return count;
        }

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
            ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

        public override int Read(byte[] buffer, int offset, int count) => ReadAsync(buffer.AsMemory(offset, count)).AsTask().GetAwaiter().GetResult();

        public override void Flush()
        {
            // Nothing is written.
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing && Interlocked.Exchange(ref _isClosed, 1) == 0)
            {
                Interlocked.Decrement(ref bodies._count);
            }

            base.Dispose(disposing);
        }
    }
}
