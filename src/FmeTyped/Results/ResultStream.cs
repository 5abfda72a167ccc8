namespace FmeTyped;

/// <summary>The data of a result as it arrives: first the bytes that were read ahead, then the rest, and never more than the limit.</summary>
/// <param name="rest">The rest of the data; disposed of with this stream.</param>
/// <param name="start">The first bytes.</param>
/// <param name="limit">Counts the bytes.</param>
internal sealed class ResultStream(Stream rest, ReadOnlyMemory<byte> start, SizeLimit limit) : ForwardStream
{
    private ReadOnlyMemory<byte> _start = start;

    /// <summary>Whether reading has started.</summary>
    public bool WasRead { get; private set; }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        WasRead = true;
        int read;
        if (_start.IsEmpty)
        {
            read = await rest.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
        }
        else
        {
            cancellationToken.ThrowIfCancellationRequested();
            read = Math.Min(buffer.Length, _start.Length);
            _start[..read].CopyTo(buffer);
            _start = _start[read..];
        }

        limit.Add(read);
        return read;
    }

    public override async ValueTask DisposeAsync()
    {
        await rest.DisposeAsync().ConfigureAwait(false);
        await base.DisposeAsync().ConfigureAwait(false);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            rest.Dispose();
        }

        base.Dispose(disposing);
    }
}
