namespace FmeTyped;

/// <summary>The waiting call that takes source data along, whichever version of the REST API the server speaks.</summary>
internal interface IDataTransactApi
{
    /// <summary>Submits a job with its source data and lets the server wait for its end.</summary>
    Task<FmeJobResult> TransactAsync(Submission submission, Stream data, TimeSpan timeout, CancellationToken cancellationToken);
}
