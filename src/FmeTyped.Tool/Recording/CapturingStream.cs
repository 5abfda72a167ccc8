namespace FmeTyped.Tool.Recording;

/// <summary>A request's body that is recorded while it is sent. It can be read once, so that no request is sent twice.</summary>
/// <param name="source">The body.</param>
/// <param name="body">Records it.</param>
internal sealed class CapturingStream(Stream source, CapturedBody body) : ForwardStream
{
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        int count = await source.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
        body.Add(buffer.Span[..count]);
        return count;
    }
}
