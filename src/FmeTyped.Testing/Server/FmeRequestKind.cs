namespace FmeTyped.Testing;

/// <summary>What a request asks for, whichever version of the API it speaks.</summary>
public enum FmeRequestKind
{
    /// <summary>Anything, unknown paths included.</summary>
    Any,

    /// <summary>To run a job, with its id as the response.</summary>
    Submit,

    /// <summary>To run a job and wait for its end.</summary>
    Transact,

    /// <summary>A job's record.</summary>
    JobRecord,

    /// <summary>A list of jobs.</summary>
    JobList,

    /// <summary>A job's result.</summary>
    JobResult,

    /// <summary>A job's log.</summary>
    JobLog,

    /// <summary>To cancel a job.</summary>
    JobCancellation,

    /// <summary>To remove a job's record.</summary>
    JobDeletion,

    /// <summary>Repositories, workspaces and their parameters.</summary>
    Workspaces,

    /// <summary>The server's version, health, queues and engines.</summary>
    Server,

    /// <summary>A new token, or what is known of one.</summary>
    Token,

    /// <summary>To bring files, to a shared resource or to the data upload service.</summary>
    Upload,

    /// <summary>Files of shared resources: to list, read, make and delete them.</summary>
    Resources,

    /// <summary>To run a job by a transformation service: data download, data streaming, job submitter.</summary>
    Service,

    /// <summary>To download the files of a job.</summary>
    ResultDownload,
}
