namespace FmeTyped;

/// <summary>A text that is read line by line. Reading fails if a line is too long to buffer.</summary>
/// <param name="text">The text; disposed of with this stream.</param>
/// <param name="context">Describes the operation, for errors.</param>
internal sealed class LineLimit(Stream text, ErrorContext context) : ForwardStream
{
    /// <summary>The maximum size of a line in bytes; a line is buffered as a whole.</summary>
    public const int MostBytes = 16 * 1024 * 1024;

    private int _read;

    /// <summary>Resets the count, before a line is read.</summary>
    public void Restart() => _read = 0;

    /// <exception cref="FmeProtocolException">The line is too long.</exception>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        int read = await text.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
        _read += read;
        return _read <= MostBytes
            ? read
            : throw new FmeProtocolException(
                $"Could not {context.Operation}: a line of it has more than {MostBytes / 1024 / 1024} MiB. Read it in the server's web interface.", context);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            text.Dispose();
        }

        base.Dispose(disposing);
    }
}
