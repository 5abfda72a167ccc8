namespace FmeTyped.Testing;

/// <summary>A service that runs workspaces.</summary>
internal enum ServiceKind
{
    /// <summary>Responds with the address of the job's files.</summary>
    DataDownload,

    /// <summary>Responds with the job's files.</summary>
    DataStreaming,

    /// <summary>Responds with the outcome of the job.</summary>
    JobSubmitter,
}
