namespace FmeTyped.Tests.Simulation;

/// <summary>The beginning of a body, and then nothing more until the reader gives up or the connection is dropped.</summary>
internal sealed class StallingStream(byte[] beginning, SimulatedTime time, CancellationToken connection) : MemoryStream(beginning)
{
    public override async Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        await ReadAsync(buffer.AsMemory(offset, count), cancellationToken);

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        int read = Read(buffer.Span);
        if (read == 0)
        {
            using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, connection);
            try
            {
                await time.PauseAsync(Timeout.InfiniteTimeSpan, either.Token).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                throw new IOException("The connection was dropped.");
            }
        }

        return read;
    }
}
