namespace FmeTyped.Testing;

/// <summary>The kind of a request, in either version of the API.</summary>
public enum FmeRequestKind
{
    /// <summary>Any request, including unknown paths.</summary>
    Any,

    /// <summary>Submits a job; the response has its id.</summary>
    Submit,

    /// <summary>Runs a job and waits for its end.</summary>
    Transact,

    /// <summary>A job's record.</summary>
    JobRecord,

    /// <summary>A list of jobs.</summary>
    JobList,

    /// <summary>A job's result.</summary>
    JobResult,

    /// <summary>A job's log.</summary>
    JobLog,

    /// <summary>Cancels a job.</summary>
    JobCancellation,

    /// <summary>Deletes a job's record.</summary>
    JobDeletion,

    /// <summary>Repositories, workspaces and their parameters.</summary>
    Workspaces,

    /// <summary>The server's version, health, queues and engines.</summary>
    Server,

    /// <summary>Creates, lists or deletes tokens.</summary>
    Token,

    /// <summary>Uploads files to a shared resource or to the data upload service.</summary>
    Upload,

    /// <summary>Lists, reads, creates and deletes files of shared resources.</summary>
    Resources,

    /// <summary>Runs a job with a transformation service: data download, data streaming, job submitter.</summary>
    Service,

    /// <summary>Downloads the files of a job.</summary>
    ResultDownload,

    /// <summary>Sends a message to an automation: to the address of a webhook, or to its manual trigger.</summary>
    Webhook,

    /// <summary>Topics and their messages.</summary>
    Topic,
}
