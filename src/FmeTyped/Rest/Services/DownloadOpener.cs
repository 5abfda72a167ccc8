using System.Net;

namespace FmeTyped;

/// <summary>
/// Creates a download from a response. A response that is not data is detected by its first bytes, so data of any size and type, including JSON and HTML,
/// passes through unread: a service's own response starts with its envelope, and a login page is recognized by its start.
/// </summary>
/// <param name="longestPause">The longest pause of the server within a result.</param>
/// <param name="maximumSize">The maximum size of a result in bytes; null for no limit.</param>
internal sealed class DownloadOpener(TimeSpan longestPause, long? maximumSize)
{
    private const int MostOfStart = 512;
    private const int MostOfPage = 16 * 1024;
    private const int MostOfEnvelope = 16 * 1024 * 1024;

    /// <summary>Sends a request and creates a download from the response. The download takes ownership of the call; a failure disposes of it.</summary>
    /// <param name="call">The request.</param>
    /// <param name="context">Describes the operation, for errors.</param>
    /// <param name="url">The address of the result, for its file name; null if the address does not name a result.</param>
    /// <param name="refusal">Converts an error status that means more than its number.</param>
    /// <param name="cancellationToken">The caller's token.</param>
    public async Task<FmeDownload> OpenAsync(
        HttpCall call, ErrorContext context, Uri? url, Func<ServerResponse, FmeException?>? refusal, CancellationToken cancellationToken)
    {
        ResponseStream body = await call.OpenStreamAsync(
            mayBeHtml: true,
            response => refusal?.Invoke(response) ?? ServiceError.From(response, EnvelopeOf(response), call.Errors, context)).ConfigureAwait(false);
        try
        {
            string? mediaType = body.Headers.ContentType?.MediaType;
            byte[] start = await ReadAsync(body, [], MostOfStart, cancellationToken).ConfigureAwait(false);
            if (ServiceEnvelope.IsAtStart(start))
            {
                start = await ReadAsync(body, start, MostOfEnvelope, cancellationToken).ConfigureAwait(false);
                throw Failure(call, new ServerResponse(HttpStatusCode.OK, body.Headers, RetryAfter: null, start, start.Length == MostOfEnvelope), context);
            }

            if (IsPage(mediaType, start))
            {
                start = await ReadAsync(body, start, MostOfPage, cancellationToken).ConfigureAwait(false);
                var page = new ServerResponse(HttpStatusCode.OK, body.Headers, RetryAfter: null, start, IsCutOff: true);
                if (HtmlPage.IsLogin(page.Text))
                {
                    throw call.Errors.NotUnderstood(page);
                }
            }

            call.LimitPauses(longestPause);
            var limit = new SizeLimit(maximumSize, context);
            limit.Check(body.Headers.ContentLength);
            return new FmeDownload(new ResultStream(body, start, limit), context, maximumSize)
            {
                FileName = ResultFileName.From(body.Headers.ContentDisposition, url, text => call.Errors.Redact(text, context.JobId)),
                MediaType = call.Errors.RedactMediaType(mediaType),
                Length = body.Headers.ContentLength,
            };
        }
        catch (Exception exception)
        {
            await body.DisposeAsync().ConfigureAwait(false);
            if (exception is FmeException or OperationCanceledException)
            {
                throw;
            }

            throw call.Errors.Unread(HttpStatusCode.OK, exception);
        }
    }

    private static FmeException Failure(HttpCall call, ServerResponse response, ErrorContext context) => EnvelopeOf(response) switch
    {
        null or { IsFailure: false, IsSuccess: false } => call.Errors.NotUnderstood(response, "the result"),
        { IsFailure: true } failure => ServiceError.From(response, failure, call.Errors, context) ?? call.Errors.Failed(response),
        { } success => new FmeNoResultException(
            $"Could not {context.Operation}: the service says that the job ended well, and sends no data. The workspace wrote no files.",
            context) { JobId = context.JobId ?? success.JobId },
    };

    private static ServiceEnvelope? EnvelopeOf(ServerResponse response) => response.TryReadObject(out _) is { } body ? ServiceEnvelope.Find(body) : null;

    private static bool IsPage(string? mediaType, ReadOnlySpan<byte> start)
    {
        ReadOnlySpan<byte> text = start.TrimStart(" \t\r\n\uFEFF"u8);
        return mediaType is "text/html" or "application/xhtml+xml" || BeginsWith(text, "<!doctype html") || BeginsWith(text, "<html");
    }

    private static bool BeginsWith(ReadOnlySpan<byte> text, string word)
    {
        if (text.Length < word.Length)
        {
            return false;
        }

        for (int i = 0; i < word.Length; i++)
        {
            if (char.ToLowerInvariant((char)text[i]) != word[i])
            {
                return false;
            }
        }

        return true;
    }

    // Reads until there are this many bytes, or no more.
    private static async Task<byte[]> ReadAsync(Stream stream, byte[] start, int most, CancellationToken cancellationToken)
    {
        byte[] buffer = new byte[Math.Max(start.Length, MostOfStart)];
        start.CopyTo(buffer, 0);
        int length = start.Length;
        while (true)
        {
            if (length == buffer.Length)
            {
                if (length == most)
                {
                    return buffer;
                }

                Array.Resize(ref buffer, (int)Math.Min(most, 2L * length));
            }

            int read = await stream.ReadAsync(buffer.AsMemory(length), cancellationToken).ConfigureAwait(false);
            if (read == 0)
            {
                return buffer[..length];
            }

            length += read;
        }
    }
}
