namespace FmeTyped.Tests.Simulation;

/// <summary>The beginning of a body, and then nothing more until the reader gives up.</summary>
internal sealed class StallingStream(byte[] beginning, SimulatedTime time) : MemoryStream(beginning)
{
    public override async Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        await ReadAsync(buffer.AsMemory(offset, count), cancellationToken);

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        int read = Read(buffer.Span);
        if (read == 0)
        {
            await time.PauseAsync(Timeout.InfiniteTimeSpan, cancellationToken).ConfigureAwait(false);
        }

        return read;
    }
}
