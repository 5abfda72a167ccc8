using Microsoft.AspNetCore.Http;

namespace FmeTyped.Testing;

/// <summary>The files of jobs that were run for download, one zip file per job below one address.</summary>
internal static class ResultDownloads
{
    /// <summary>The path between the service and a name, as in a response in the vendor's documents of 2014.</summary>
    public const string Folder = "results";

    /// <summary>The address of a job's files, with the request's host unless the options name another.</summary>
    public static ResultLink LinkFor(HttpRequest request, ServerState server) =>
        new(new Uri($"{request.Scheme}://{server.ResultHost ?? request.Host.Value}{ServiceKind.DataDownload.Path()}/{Folder}/"));

    /// <exception cref="RefusedException">There is no such result, or it has expired: 404.</exception>
    public static Task<IResult> RespondAsync(string name, ServerState server)
    {
        JobState? job = ResultLink.JobOf(name) is { } id ? server.Jobs.Find(id) : null;
        return job?.ResultUrl is not null && job.Order.Result!.NameOf(job.Id) == name && server.Time.GetUtcNow() < job.Finished + server.ResultLifetime
            ? ZipAsync(job, name)
            : throw new RefusedException(StatusCodes.Status404NotFound, $"There is no result {name}. Results are deleted after a while.");
    }

    public static Task<IResult> ZipAsync(JobState job, string name) => ZipArchives.RespondAsync(
        name, job.Outcome.Files.Select(file => (file.Name, (Func<Stream>)(() => new MemoryStream(file.Content.ToArray())))), job.Finished!.Value);
}
