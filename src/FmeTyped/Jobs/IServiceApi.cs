namespace FmeTyped;

/// <summary>Jobs whose results can be had: what the data download and data streaming services do.</summary>
internal interface IServiceApi
{
    /// <summary>Submits a job whose result can be downloaded; gives its id. The service does not wait for the job.</summary>
    Task<long> SubmitDownloadAsync(Submission submission, CancellationToken cancellationToken);

    /// <summary>Runs a workspace and opens what it writes, in one request whose response comes when the job has ended.</summary>
    Task<FmeDownload> StreamAsync(Submission submission, CancellationToken cancellationToken);

    /// <summary>Opens the result of a job that was submitted for download and has ended well.</summary>
    Task<FmeDownload> OpenResultAsync(FmeJobRecord job, CancellationToken cancellationToken);
}
