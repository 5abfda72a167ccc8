namespace FmeTyped;

/// <summary>
/// Sends files as request bodies. The time limit restarts with each part that was sent, so it limits a stall and not the size.
/// </summary>
internal sealed class FileSender(ServerConnection connection)
{
    /// <summary>Sends one file and reads the response, whatever its status.</summary>
    /// <typeparam name="T">The type of the result.</typeparam>
    /// <param name="context">Describes the operation, for errors.</param>
    /// <param name="method">The method.</param>
    /// <param name="path">The path to send to.</param>
    /// <param name="file">The file.</param>
    /// <param name="form">The form around the file in the body, with its headers; null for none.</param>
    /// <param name="progress">Receives the progress.</param>
    /// <param name="read">Reads the response.</param>
    /// <param name="cancellationToken">The caller's token.</param>
    public async Task<T> SendAsync<T>(
        ErrorContext context,
        HttpMethod method,
        string path,
        LocalContent file,
        IUploadForm? form,
        IProgress<FmeUploadProgress>? progress,
        Func<HttpCall, ServerResponse, T> read,
        CancellationToken cancellationToken)
    {
        using var traced = connection.Telemetry.Upload();
        UploadContent content = await OpenAsync(context, file, form, progress, cancellationToken).ConfigureAwait(false);
        form?.Describe(content.Headers);
        HttpCall call = connection.Prepare(context, method, path, "application/json", connection.RequestTimeout, content, cancellationToken);
        content.Progressed = call.RestartTimeLimit;
        try
        {
            return await call.ReadAsync(read).ConfigureAwait(false);
        }
        catch (FmeException exception) when (content.ReadFailure is { } cause)
        {
            throw Unreadable(context, call.Errors.Redact(cause.Message), exception);
        }
        catch (Exception exception) when (traced.Notes(exception))
        {
            throw;
        }
    }

    private async Task<UploadContent> OpenAsync(
        ErrorContext context, LocalContent file, IUploadForm? form, IProgress<FmeUploadProgress>? progress, CancellationToken cancellationToken)
    {
        try
        {
            return await UploadContent
                .OpenAsync(file, progress, connection.Telemetry.Metrics, form?.Head ?? default, form?.Tail ?? default, cancellationToken)
                .ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            throw Unreadable(context, Redacted(exception.Message), RedactedException.From(exception, Redacted));
        }
    }

    private string Redacted(string text) => connection.Redactor.Redact(text);

    private static FmeException Unreadable(ErrorContext context, string cause, Exception inner) =>
        new($"Could not {context.Operation}: its content cannot be read. {Sentence.Ended(cause)}", context, inner);
}
