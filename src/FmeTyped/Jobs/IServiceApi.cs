namespace FmeTyped;

/// <summary>Jobs with results: the data download and data streaming services.</summary>
internal interface IServiceApi
{
    /// <summary>Submits a job whose result can be downloaded; returns its id. The service does not wait for the job.</summary>
    Task<long> SubmitDownloadAsync(Submission submission, CancellationToken cancellationToken);

    /// <summary>Runs a workspace and opens what it writes, in one request whose response arrives when the job has ended.</summary>
    Task<FmeDownload> StreamAsync(Submission submission, CancellationToken cancellationToken);

    /// <summary>Opens the result of a job that was submitted for download and succeeded.</summary>
    Task<FmeDownload> OpenResultAsync(FmeJobRecord job, CancellationToken cancellationToken);
}
