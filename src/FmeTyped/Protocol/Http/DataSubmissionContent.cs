using System.Buffers;
using System.Net.Http.Headers;

namespace FmeTyped;

/// <summary>The body of a submission that is a stream of data. The stream is its owner's, and is read once.</summary>
internal sealed class DataSubmissionContent : SubmissionContent
{
    private readonly Stream _data;

    public DataSubmissionContent(Stream data)
        : base(new PooledBufferWriter())
    {
        _data = data;
        Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
    }

    /// <summary>Is called whenever a part has been sent.</summary>
    public Action? Progressed { get; set; }

    protected override async ValueTask WriteBodyAsync(Stream stream, CancellationToken cancellationToken)
    {
        byte[] buffer = ArrayPool<byte>.Shared.Rent(64 * 1024);
        try
        {
            while (await _data.ReadAsync(buffer, cancellationToken).ConfigureAwait(false) is > 0 and int read)
            {
                await stream.WriteAsync(buffer.AsMemory(0, read), cancellationToken).ConfigureAwait(false);
                Progressed?.Invoke();
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _data.CanSeek ? _data.Length - _data.Position : 0;
        return _data.CanSeek;
    }
}
