using Microsoft.AspNetCore.Http;

namespace FmeTyped.Blazor.Jobs;

/// <summary>Hands the result of a job on to whoever has its link.</summary>
internal static class FmeDownloadEndpoint
{
    public const string Name = "FmeTyped.Blazor.Download";

    public static async Task<IResult> GetAsync(string job, FmeFlowClient fme, HttpContext http)
    {
        if (JobLink.Find(http.RequestServices, fme, job, Name) is not { } found)
        {
            return Results.NotFound();
        }

        try
        {
            FmeDownload download = await found.OpenResultAsync(http.RequestAborted);
            http.Response.RegisterForDispose(download);

            // What a workspace wrote is saved and never shown as a page of this application.
            http.Response.Headers.XContentTypeOptions = "nosniff";
            return Results.Stream(download.Content, "application/octet-stream", download.FileName ?? $"result-{found.Id}.zip");
        }
        catch (FmeException failed) when (failed is FmeNotFoundException or FmeNoResultException or FmeJobFailedException)
        {
            return Results.NotFound();
        }
        catch (FmeException)
        {
            return Results.StatusCode(StatusCodes.Status502BadGateway);
        }
    }
}
