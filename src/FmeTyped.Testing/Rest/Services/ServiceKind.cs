namespace FmeTyped.Testing;

/// <summary>A service that runs workspaces.</summary>
internal enum ServiceKind
{
    /// <summary>Answers with an address where the job's files are.</summary>
    DataDownload,

    /// <summary>Answers with the job's files.</summary>
    DataStreaming,

    /// <summary>Answers with the outcome of the job.</summary>
    JobSubmitter,
}
