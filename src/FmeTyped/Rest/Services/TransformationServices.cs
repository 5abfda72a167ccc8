using System.Text.Json;
using FmeTyped.Schema.Facts;

namespace FmeTyped;

/// <summary>
/// The services that run a workspace and return its result. They are separate from the REST API, are the same for both of its versions, and only run workspaces
/// that are registered for them. Parameters are sent in the body of a POST, because a URL ends up in logs and is limited to a few thousand characters.
/// </summary>
internal sealed class TransformationServices(ServerConnection connection, JobResults results, DownloadOpener downloads, TimeSpan defaultTimeout) : IServiceApi
{
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
        call.Errors.Made(made);
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
            var content = new SubmissionContent(body, FormWriter.MediaType) { Submission = submission };
            string path = $"/{service}/{UrlPath.Part(submission.Repository)}/{UrlPath.Part(submission.Workspace)}";
            return connection.Prepare(context, HttpMethod.Post, path, accept, timeLimit, content, cancellationToken);
        }
        catch
        {
            body.Dispose();
            throw;
        }
    }
}
