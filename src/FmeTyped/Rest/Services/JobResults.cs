using System.Net;

namespace FmeTyped;

/// <summary>Opens the results of the data download service's jobs.</summary>
internal sealed class JobResults(ServerConnection connection, ResultAddress addresses, DownloadOpener downloads)
{
    /// <summary>Opens the result of a job that succeeded. The token is sent to the server only, and redirects are not followed.</summary>
    public async Task<FmeDownload> OpenAsync(FmeJobRecord job, CancellationToken cancellationToken)
    {
        var context = new ErrorContext("open the result of job", job.Id);
        if (job.ResultDatasetDownloadUrl is not { } said)
        {
            throw new FmeNoResultException(
                $"Could not {context.Operation}: it has none. "
                    + "A job that was submitted over the REST API (SubmitAsync, RunAsync) never has a result to download: use SubmitDownloadAsync or "
                + "DownloadAsync. A job that was submitted so has none if it wrote no files.",
                context);
        }

        // A host is shown in errors and traces, and is told whatever stands in its name. The server's own address is the caller's.
        if (!connection.IsOwn(said) && connection.Redactor.Redact(said.Authority, job.Id) != said.Authority)
        {
            throw new FmeProtocolException(
                $"Could not {context.Operation}: the address that the server gives has a secret in the place of its host. Nothing was fetched.", context);
        }

        Uri url = addresses.Resolve(said, context);
        if (!connection.IsOwn(url))
        {
            context = context with { Subject = $"{job.Id} at {url.GetLeftPart(UriPartial.Authority)}, which is not the server's own address" };
        }

        HttpCall call = connection.Prepare(context, HttpMethod.Get, url, "*/*", connection.RequestTimeout, content: null, cancellationToken);
        return await downloads.OpenAsync(call, context, url, Gone, cancellationToken).ConfigureAwait(false);

        FmeException? Gone(ServerResponse response)
        {
            return response.StatusCode switch
            {
                HttpStatusCode.NotFound or HttpStatusCode.Gone when job.FeatureCount == 0 => new FmeNoResultException(
                    $"Could not {context.Operation}: the job wrote no features, and there are no files.", context) { StatusCode = response.StatusCode },
                HttpStatusCode.NotFound or HttpStatusCode.Gone => new FmeNoResultException(
                    $"Could not {context.Operation}: it is gone ({(int)response.StatusCode}). FME Flow removes results after a time that its administrator "
                        + "sets. Run the workspace again, and fetch the result sooner.",
                    context,
                    isExpired: true) { StatusCode = response.StatusCode },
                _ => null,
            };
        }
    }
}
