using Microsoft.AspNetCore.Http;

namespace FmeTyped.Testing;

/// <summary>Runs a workspace for a service, and responds as the service does.</summary>
internal static class TransformationService
{
    /// <exception cref="RefusedException">The workspace is not registered with the service, or the request is invalid.</exception>
    public static async Task<IResult> RunAsync(ServiceKind service, PublishedWorkspace workspace, HttpContext http, ServerState server)
    {
        // If a schema file names no services, the registrations are unknown, so all are allowed.
        if (workspace.Model.Services.Count > 0 && !workspace.Model.Services.Contains(service.Name()))
        {
            throw new RefusedException(StatusCodes.Status403Forbidden, $"{workspace} is not registered with the service {service.Name()}.");
        }

        ServiceRequest request = await ServiceRequest.ReadAsync(workspace, http, server).ConfigureAwait(false);
        JobOrder order = service == ServiceKind.DataDownload ? request.Order with { Result = ResultDownloads.LinkFor(http.Request, server) } : request.Order;
        if (request.IsAsync && service != ServiceKind.DataStreaming)
        {
            return ServiceResponse.Submitted(http, server.Jobs.Submit(order));
        }

        JobState job = await server.Jobs.SubmitAndWaitAsync(order, http.RequestAborted).ConfigureAwait(false);
        return service == ServiceKind.DataStreaming && job is { IsSuccess: true, Outcome.Files.Count: > 0 }
            ? await StreamAsync(job).ConfigureAwait(false)
            : ServiceResponse.Ended(http, job, request.ShowsResult, isRefusal: service == ServiceKind.DataStreaming);
    }

    // The reference manual: the data with its MIME type, and a zip where there are several files.
    private static async Task<IResult> StreamAsync(JobState job) => job.Outcome.Files is [var one]
        ? Results.Bytes(one.Content, one.MediaType, StoragePath.Name(one.Name))
        : await ResultDownloads.ZipAsync(job, new ResultLink(new Uri("https://result/")).NameOf(job.Id)).ConfigureAwait(false);
}
