namespace FmeTyped;

/// <summary>Tells a job that ran and failed from a service that could not run it.</summary>
internal static class ServiceFailure
{
    /// <summary>The failure of which an answer tells; null where the status says all there is to say.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="envelope">What the service says in it; null where it is not the service that speaks.</param>
    /// <param name="failures">What goes wrong, in words.</param>
    /// <param name="context">What is being done.</param>
    public static FmeException? Of(Answer answer, ServiceEnvelope? envelope, Failures failures, ErrorContext context) => envelope switch
    {
        { JobId: > 0 and { } id } => new FmeJobFailedException(ResultOf(id, envelope, failures), context with { StatusCode = answer.StatusCode }),

        // A job ran, so this is not the server that cannot serve now.
        { HasResult: true } when (int)answer.StatusCode >= 500 => failures.Failed(answer),
        _ => null,
    };

    private static FmeJobResult ResultOf(long id, ServiceEnvelope envelope, Failures failures)
    {
        failures.Made(id);
        var status = new FmeJobStatus(envelope.JobStatus ?? "");
        return new FmeJobResult
        {
            Id = id,
            Status = status is { IsFinal: true, IsSuccess: false } ? status : new FmeJobStatus("FAILURE"),
            StatusMessage = failures.Redact(envelope.Message, id),
            FeatureCount = envelope.FeatureCount,
        };
    }
}
