using System.Buffers;
using System.Net;
using System.Net.Http.Headers;

namespace FmeTyped;

/// <summary>
/// The content of one file as a request body, streamed through a small buffer. A handler may send it again; the file is then reopened.
/// </summary>
/// <remarks>The file is opened before anything is sent, to get its length and to fail early if it cannot be read.</remarks>
internal sealed class UploadContent : HttpContent
{
    private readonly LocalContent _file;
    private readonly IProgress<FmeUploadProgress>? _progress;
    private readonly FmeMetrics _metrics;
    private readonly long? _fileLength;
    private Stream? _opened;

    private UploadContent(LocalContent file, Stream opened, IProgress<FmeUploadProgress>? progress, FmeMetrics metrics)
    {
        _file = file;
        _opened = opened;
        _progress = progress;
        _metrics = metrics;
        _fileLength = opened.CanSeek ? opened.Length - opened.Position : null;
        Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
    }

    /// <summary>The part of the body before the file.</summary>
    public ReadOnlyMemory<byte> Head { get; init; }

    /// <summary>The part of the body after the file.</summary>
    public ReadOnlyMemory<byte> Tail { get; init; }

    /// <summary>Called whenever a part has been sent.</summary>
    public Action? Progressed { get; set; }

    /// <summary>Why the file could not be read to its end; null if reading did not fail.</summary>
    public Exception? ReadFailure { get; private set; }

    /// <summary>Opens a file to send.</summary>
    /// <param name="file">The file.</param>
    /// <param name="progress">Receives the progress.</param>
    /// <param name="metrics">Counts the bytes.</param>
    /// <param name="head">The part of the body before the file.</param>
    /// <param name="tail">The part of the body after the file.</param>
    /// <param name="cancellationToken">The caller's token.</param>
    public static async Task<UploadContent> OpenAsync(
        LocalContent file,
        IProgress<FmeUploadProgress>? progress,
        FmeMetrics metrics,
        ReadOnlyMemory<byte> head,
        ReadOnlyMemory<byte> tail,
        CancellationToken cancellationToken) =>
        new(file, await file.OpenAsync(cancellationToken).ConfigureAwait(false), progress, metrics) { Head = head, Tail = tail };

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        ReadFailure = null;
        Stream source = Interlocked.Exchange(ref _opened, null) ?? await ReadingAsync(() => _file.OpenAsync(cancellationToken)).ConfigureAwait(false);
        await using (source.ConfigureAwait(false))
        {
            await stream.WriteAsync(Head, cancellationToken).ConfigureAwait(false);
            await CopyAsync(source, stream, cancellationToken).ConfigureAwait(false);
            await stream.WriteAsync(Tail, cancellationToken).ConfigureAwait(false);
        }
    }

    protected override bool TryComputeLength(out long length)
    {
        length = Head.Length + _fileLength.GetValueOrDefault() + Tail.Length;
        return _fileLength is not null;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            Interlocked.Exchange(ref _opened, null)?.Dispose();
        }

        base.Dispose(disposing);
    }

    private async Task CopyAsync(Stream source, Stream target, CancellationToken cancellationToken)
    {
        byte[] buffer = ArrayPool<byte>.Shared.Rent(64 * 1024);
        try
        {
            long sent = 0;
            _progress?.Report(new(_file.Name, sent, _fileLength));
            while (await ReadingAsync(() => source.ReadAsync(buffer, cancellationToken)).ConfigureAwait(false) is > 0 and int read)
            {
                await target.WriteAsync(buffer.AsMemory(0, read), cancellationToken).ConfigureAwait(false);
                sent += read;
                _metrics.Uploaded(read);
                Progressed?.Invoke();
                _progress?.Report(new(_file.Name, sent, _fileLength));
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private async ValueTask<T> ReadingAsync<T>(Func<ValueTask<T>> read)
    {
        try
        {
            return await read().ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            ReadFailure = exception;
            throw;
        }
    }
}
