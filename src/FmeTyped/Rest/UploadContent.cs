using System.Buffers;
using System.Net;
using System.Net.Http.Headers;

namespace FmeTyped;

/// <summary>
/// The content of one file as a body, streamed through a small buffer. A handler may send it again: the content is then opened anew.
/// </summary>
/// <remarks>It is opened for the first time before anything is sent, which tells its length and shows early that it cannot be read.</remarks>
internal sealed class UploadContent : HttpContent
{
    private readonly LocalContent _file;
    private readonly IProgress<FmeUploadProgress>? _progress;
    private readonly long? _fileLength;
    private Stream? _opened;

    private UploadContent(LocalContent file, Stream opened, IProgress<FmeUploadProgress>? progress)
    {
        _file = file;
        _opened = opened;
        _progress = progress;
        _fileLength = opened.CanSeek ? opened.Length - opened.Position : null;
        Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
    }

    /// <summary>What stands before the file in the body.</summary>
    public ReadOnlyMemory<byte> Head { get; init; }

    /// <summary>What stands behind the file in the body.</summary>
    public ReadOnlyMemory<byte> Tail { get; init; }

    /// <summary>Is called whenever a part has been sent.</summary>
    public Action? Progressed { get; set; }

    /// <summary>Why the file could not be read to its end; null where that was not what went wrong.</summary>
    public Exception? ReadFailure { get; private set; }

    /// <summary>Opens a file to be sent.</summary>
    /// <param name="file">The file.</param>
    /// <param name="progress">Receives the progress.</param>
    /// <param name="head">What stands before the file in the body.</param>
    /// <param name="tail">What stands behind it.</param>
    /// <param name="cancellationToken">The caller's token.</param>
    public static async Task<UploadContent> OpenAsync(
        LocalContent file, IProgress<FmeUploadProgress>? progress, ReadOnlyMemory<byte> head, ReadOnlyMemory<byte> tail, CancellationToken cancellationToken) =>
        new(file, await file.OpenAsync(cancellationToken).ConfigureAwait(false), progress) { Head = head, Tail = tail };

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
                FmeMetrics.Uploaded(read);
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
