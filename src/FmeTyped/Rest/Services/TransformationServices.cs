using System.Text;
using System.Text.Json;
using FmeTyped.Schema.Facts;

namespace FmeTyped;

/// <summary>
/// The services that run a workspace and return its result. They are separate from the REST API, are the same for both of its versions, and only run workspaces
/// that are registered for them. Parameters are sent in the body of a POST, because a URL ends up in logs and is limited to a few thousand characters;
/// in the URL only if the body is data: A183.
/// </summary>
internal sealed class TransformationServices(ServerConnection connection, JobResults results, DownloadOpener downloads, TimeSpan defaultTimeout) : IServiceApi
{
    // Servers and proxies take less, commonly 8,000; this keeps the address one that can be made at all.
    private const int LongestQuery = 32_000;

    public async Task<long> SubmitDownloadAsync(Submission submission, CancellationToken cancellationToken)
    {
        ErrorContext context = ErrorContext.SubmittingDownload(submission);
        ServiceOptions.CheckForDownload(submission.Options, context);
        HttpCall call = Post(
            ServiceNames.DataDownload, "async", "application/json", isNotifying: true, context, submission, connection.RequestTimeout, cancellationToken);
        return await call.ReadAsync((call, response) => ReadJobId(call, response, context)).ConfigureAwait(false);
    }

    private static long ReadJobId(HttpCall call, ServerResponse response, ErrorContext context)
    {
        JsonElement? body = response.TryReadObject(out Exception? cause);
        ServiceEnvelope? envelope = body is { } read ? ServiceEnvelope.Find(read) : null;
        if (!response.IsSuccess)
        {
            throw ServiceError.From(response, envelope, call.Errors, context) ?? call.Errors.Refused(response);
        }

        long made = envelope switch
        {
            { IsFailure: true } => throw ServiceError.From(response, envelope, call.Errors, context) ?? call.Errors.Failed(response),
            { JobId: > 0 and { } id } => id,
            _ => throw call.Errors.NotUnderstood(response, body is null ? "JSON" : "a job id", cause),
        };
        call.Errors.JobCreated(made);
        return made;
    }

    public Task<FmeDownload> StreamAsync(Submission submission, CancellationToken cancellationToken)
    {
        ErrorContext context = ErrorContext.Streaming(submission);
        ServiceOptions.CheckForStreaming(submission.Options, context);
        TimeSpan timeLimit = submission.Options.Wait?.Timeout ?? defaultTimeout;
        HttpCall call = Post(ServiceNames.DataStreaming, mode: null, "*/*", isNotifying: false, context, submission, timeLimit, cancellationToken);
        return downloads.OpenAsync(call, context, url: null, refusal: null, cancellationToken);
    }

    public Task<FmeDownload> OpenResultAsync(FmeJobRecord job, CancellationToken cancellationToken) => results.OpenAsync(job, cancellationToken);

    // The body is the data, so everything else is in the query, which a form can be as it is.
    private static string QueryOf(PooledBufferWriter form, ErrorContext context) => form.Written.Length <= LongestQuery
        ? Encoding.ASCII.GetString(form.Written.Span)
        : throw new FmeNotSupportedException(
            $"Could not {context.Operation}: with {nameof(FmeRunOptions.SourceData)} the parameters stand in the address, and they are longer than "
                + $"{LongestQuery} characters there. Nothing was submitted. Use a file parameter for the data.",
            context);

    private HttpCall Post(
        string service,
        string? mode,
        string accept,
        bool isNotifying,
        ErrorContext context,
        Submission submission,
        TimeSpan timeLimit,
        CancellationToken cancellationToken)
    {
        var body = new PooledBufferWriter();
        try
        {
            ServiceForm.Write(new FormWriter(body), submission, context, mode, isNotifying);
            submission.TimeSent = isNotifying ? connection.TimeProvider.GetUtcNow() : null;
            string path = $"/{service}/{UrlPath.Part(submission.Repository)}/{UrlPath.Part(submission.Workspace)}";
            HttpContent content;
            if (submission.Options.SourceData is { } data)
            {
                path += $"?{QueryOf(body, context)}";
                content = new SourceDataSubmission(data) { Submission = submission };
                body.Dispose();
            }
            else
            {
                content = new BufferedSubmission(body, FormWriter.MediaType) { Submission = submission };
            }

            return connection.Prepare(context, HttpMethod.Post, path, accept, timeLimit, content, cancellationToken);
        }
        catch
        {
            body.Dispose();
            throw;
        }
    }
}
