using System.IO.Pipelines;

namespace FmeTyped.Testing;

/// <summary>Receives a response's body from the pipeline. The first byte sends the headers.</summary>
internal sealed class InProcessWriteStream(PipeWriter body, Func<Task> start) : WriteOnlyStream
{
    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        await start().ConfigureAwait(false);
        await body.WriteAsync(buffer, cancellationToken).ConfigureAwait(false);
    }

    public override async Task FlushAsync(CancellationToken cancellationToken)
    {
        await start().ConfigureAwait(false);
        await body.FlushAsync(cancellationToken).ConfigureAwait(false);
    }

    // As in Kestrel, the pipeline never blocks a thread.
    public override void Write(byte[] buffer, int offset, int count) => throw new InvalidOperationException("Write asynchronously.");

    public override void Flush() => throw new InvalidOperationException("Flush asynchronously.");
}
