using FmeTyped.Generated;
using FmeTyped.Metadata;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Net.Http.Headers;

namespace FmeTyped.AspNetCore;

/// <summary>Submits jobs of a workspace for callers, and tells them how their jobs stand.</summary>
/// <typeparam name="TRequest">The generated type of the workspace.</typeparam>
/// <param name="options">How the workspace is offered.</param>
/// <param name="tickets">The public ids of jobs.</param>
internal sealed class WorkspaceEndpoint<TRequest>(FmeWorkspaceEndpointOptions<TRequest> options, JobTickets tickets)
    where TRequest : class, IFmeRequest<TRequest>
{
    private readonly PostedBody<TRequest> _body = new(options);

    /// <summary>Submits a job.</summary>
    public Task PostAsync(HttpContext context) => GuardAsync(context, isOfJob: false, async () =>
    {
        // A caller whom nobody can tell from others is met here, before there is a job.
        CallerIdentity.Of(context);
        (PostedValues? values, EndpointProblem? problem) = await _body.ReadAsync(context).ConfigureAwait(false);
        TRequest? request = null;
        problem ??= TryMake(context, values!, out request);
        if (problem is not null)
        {
            await problem.WriteAsync(context).ConfigureAwait(false);
            return;
        }

        FmeJob job = await SubmitAsync(context, request!).ConfigureAwait(false);
        string id = tickets.Create(context, job);
        context.Response.Headers.Location = WorkspaceRoutes.AddressOf(context, id);
        if (options.WaitTime == TimeSpan.Zero || !await TryRespondWithResultAsync(context, job, id).ConfigureAwait(false))
        {
            await WriteAsync(context, StatusCodes.Status202Accepted, JobStatusBody.Submitted(id)).ConfigureAwait(false);
        }
    });

    /// <summary>Reports how a job stands.</summary>
    public Task GetAsync(HttpContext context) => WithJobAsync(context, async (job, id) =>
    {
        FmeJobRecord record = await job.GetRecordAsync(context.RequestAborted).ConfigureAwait(false);
        JobStatusBody status = await StatusOfAsync(context, job, id, record, WorkspaceRoutes.AddressOf(context)).ConfigureAwait(false);
        await WriteAsync(context, StatusCodes.Status200OK, status).ConfigureAwait(false);
    });

    /// <summary>Streams what a job wrote.</summary>
    public Task GetResultAsync(HttpContext context) => WithJobAsync(context, async (job, _) =>
    {
        FmeJobRecord record = await job.GetRecordAsync(context.RequestAborted).ConfigureAwait(false);
        if (!JobStatusBody.IsSuccess(record))
        {
            string title = record.Status.IsFinal ? "The job did not succeed." : "The job has not ended.";
            await new EndpointProblem(StatusCodes.Status409Conflict, title).WriteAsync(context).ConfigureAwait(false);
            return;
        }

        FmeDownload result = await job.OpenResultAsync(context.RequestAborted).ConfigureAwait(false);
        await StreamAsync(context, job, result, record.TimeFinished).ConfigureAwait(false);
    });

    /// <summary>Cancels a job.</summary>
    public Task DeleteAsync(HttpContext context) => WithJobAsync(context, async (job, _) =>
    {
        if (await job.CancelAsync(context.RequestAborted).ConfigureAwait(false))
        {
            context.Response.StatusCode = StatusCodes.Status204NoContent;
        }
        else
        {
            await new EndpointProblem(StatusCodes.Status409Conflict, "The job has ended.").WriteAsync(context).ConfigureAwait(false);
        }
    });

    // Errors of what the host sets are the host's, and no caller's.
    private EndpointProblem? TryMake(HttpContext context, PostedValues values, out TRequest? request)
    {
        request = TRequest.Read(values.Reader);
        FmeValidationError[] errors =
        [
            .. values.Errors,
            .. FmeRequestReading.Check(values.Reader, request)
                .Where(error => !options.HostParameters.Contains(error.Parameter) && values.Errors.All(other => other.Parameter != error.Parameter)),
        ];
        if (errors.Length > 0)
        {
            return EndpointProblem.Invalid(errors);
        }

        if (options.Prepare is { } prepare)
        {
            request = prepare(context, request) ?? throw new InvalidOperationException($"Prepare returned no request for {TRequest.Descriptor}.");
        }

        IReadOnlyList<FmeValidationError> left = request.Validate();
        return left.Count == 0
            ? null
            : left.All(error => options.IsOfCallers(TRequest.Descriptor.FindParameter(error.Parameter)!)) ? EndpointProblem.Invalid(left)
            : throw new InvalidOperationException($"The host set a parameter of {TRequest.Descriptor} wrongly, or left it unset: {string.Join(' ', left)}");
    }

    private Task<FmeJob> SubmitAsync(HttpContext context, TRequest request)
    {
        FmeRunOptions? runOptions = options.RunOptions?.Invoke(context, request);
        FmeFlowClient client = ClientOf(context);
        return request is IFmeDataDownloadRequest download
            ? client.SubmitDownloadAsync(download, runOptions, context.RequestAborted)
            : client.SubmitAsync(request, runOptions, context.RequestAborted);
    }

    // From here on there is a job: whatever goes wrong with waiting for it, the caller gets its address and not an error, which would invite a second job.
    private async Task<bool> TryRespondWithResultAsync(HttpContext context, FmeJob job, string id)
    {
        try
        {
            var wait = new FmeWaitOptions { Timeout = options.WaitTime, ThrowOnFailure = false };
            FmeJobResult ended = await job.WaitAsync(wait, context.RequestAborted).ConfigureAwait(false);
            if (!ended.Succeeded)
            {
                return false;
            }

            if (!WorkspaceRoutes.HasResult<TRequest>())
            {
                FmeJobRecord record = await job.GetRecordAsync(context.RequestAborted).ConfigureAwait(false);
                await WriteAsync(context, StatusCodes.Status200OK, JobStatusBody.From(id, record, explanation: null, result: null)).ConfigureAwait(false);
                return true;
            }

            FmeDownload result = await job.OpenResultAsync(context.RequestAborted).ConfigureAwait(false);
            await StreamAsync(context, job, result, ended.TimeFinished).ConfigureAwait(false);
            return true;
        }
        catch (FmeWaitTimeoutException)
        {
            return false;
        }
        catch (FmeException error) when (!context.Response.HasStarted)
        {
            LoggerOf(context).WaitFailed(error, job.Id, TRequest.Descriptor.ToString());
            ForgetFile(context.Response);
            return false;
        }
    }

    private static async Task<JobStatusBody> StatusOfAsync(HttpContext context, FmeJob job, string id, FmeJobRecord record, string address)
    {
        bool hasFailed = record.Status.IsFinal && !record.Status.IsCancelled && !JobStatusBody.IsSuccess(record);
        FmeJobExplanation? explanation = hasFailed ? await job.ExplainAsync<TRequest>(context.RequestAborted).ConfigureAwait(false) : null;
        return JobStatusBody.From(id, record, explanation, WorkspaceRoutes.HasResult<TRequest>() ? address + "/result" : null);
    }

    private static async Task StreamAsync(HttpContext context, FmeJob job, FmeDownload result, DateTimeOffset? finished)
    {
        await using (result.ConfigureAwait(false))
        {
            Stream content = result.Length is { } length ? new SkippingStream(result, length) : result.Content;
            await Results.Stream(
                content,
                result.MediaType ?? "application/zip",
                result.FileName ?? $"job-{job.Id}.zip",
                finished,
                new EntityTagHeaderValue($"\"{job.Id}\""),
                enableRangeProcessing: result.Length is not null).ExecuteAsync(context).ConfigureAwait(false);
        }
    }

    private Task WithJobAsync(HttpContext context, Func<FmeJob, string, Task> respond) => GuardAsync(context, isOfJob: true, async () =>
    {
        string id = (string)context.GetRouteValue(WorkspaceRoutes.Id)!;
        if (tickets.Read(context, id) is { } handle && TryResume(context, handle) is { } job)
        {
            await respond(job, id).ConfigureAwait(false);
        }
        else
        {
            await EndpointProblem.NotFound.WriteAsync(context).ConfigureAwait(false);
        }
    });

    // A job of a server that the app no longer talks to is no job of its any more.
    private FmeJob? TryResume(HttpContext context, FmeJobHandle handle)
    {
        try
        {
            return ClientOf(context).Resume(handle);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static async Task GuardAsync(HttpContext context, bool isOfJob, Func<Task> respond)
    {
        try
        {
            await respond().ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // Nobody is there any more to respond to.
        }
        catch (FmeException error) when (!context.Response.HasStarted)
        {
            LoggerOf(context).RequestFailed(error, TRequest.Descriptor.ToString());
            ForgetFile(context.Response);
            await EndpointProblem.From(error, isOfJob).WriteAsync(context).ConfigureAwait(false);
        }
        catch (FmeException error)
        {
            // A result that breaks off in the middle must not look like a whole one.
            LoggerOf(context).ResultBroken(error, TRequest.Descriptor.ToString());
            context.Abort();
        }
    }

    // What was said of a file that then could not be read is not true of the problem that is told instead.
    private static void ForgetFile(HttpResponse response)
    {
        response.ContentLength = null;
        foreach (string name in (string[])[HeaderNames.ContentDisposition, HeaderNames.ContentRange, HeaderNames.ETag, HeaderNames.LastModified])
        {
            response.Headers.Remove(name);
        }
    }

    private static Task WriteAsync(HttpContext context, int status, JobStatusBody body)
    {
        context.Response.StatusCode = status;
        context.Response.Headers.CacheControl = "no-store";
        return context.Response.WriteAsJsonAsync(body, EndpointJson.Default.JobStatusBody, contentType: null, context.RequestAborted);
    }

    private FmeFlowClient ClientOf(HttpContext context) => options.Client is { } name
        ? context.RequestServices.GetRequiredKeyedService<FmeFlowClient>(name)
        : context.RequestServices.GetRequiredService<FmeFlowClient>();

    private static ILogger LoggerOf(HttpContext context) =>
        context.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger("FmeTyped.AspNetCore");
}
