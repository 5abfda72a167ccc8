namespace FmeTyped;

/// <summary>REST API version 4 has no such call; what does the same there is told.</summary>
internal sealed class V4DataTransactApi : IDataTransactApi
{
    public Task<FmeJobResult> TransactAsync(Submission submission, Stream data, TimeSpan timeout, CancellationToken cancellationToken)
    {
        ErrorContext context = ErrorContext.Transacting(submission);
        throw new FmeNotSupportedException(
            $"Could not {context.Operation} with data: REST API version 4 has no such call. Nothing was submitted. "
            + $"Give the workspace a file parameter, set it to {nameof(FmeFile)}.{nameof(FmeFile.FromStream)}, and use RunAsync.",
            context);
    }
}
