using Microsoft.AspNetCore.Http;

namespace FmeTyped.Testing;

/// <summary>The files of jobs that were run for a download, each job's as a zip below one address.</summary>
internal static class ResultDownloads
{
    /// <summary>What stands between the service and a name, as a response in the vendor's documents of 2014 has it.</summary>
    public const string Folder = "results";

    /// <summary>Where the files of a job are to be found, with the host that was asked unless the options name another.</summary>
    public static ResultLink LinkFor(HttpRequest request, ServerState server) =>
        new(new Uri($"{request.Scheme}://{server.ResultHost ?? request.Host.Value}{ServiceKind.DataDownload.Path()}/{Folder}/"));

    /// <exception cref="RefusedException">There is no such result, or no longer: 404.</exception>
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
