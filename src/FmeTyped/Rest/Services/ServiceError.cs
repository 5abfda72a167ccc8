namespace FmeTyped;

/// <summary>Distinguishes a job that ran and failed from a service that could not run it.</summary>
internal static class ServiceError
{
    /// <summary>The error that a response describes; null if the status says everything.</summary>
    /// <param name="response">The response.</param>
    /// <param name="envelope">The service's envelope in it; null if the response is not the service's.</param>
    /// <param name="errors">Makes the errors of the call.</param>
    /// <param name="context">Describes the operation, for errors.</param>
    public static FmeException? From(ServerResponse response, ServiceEnvelope? envelope, ErrorFactory errors, ErrorContext context) => envelope switch
    {
        { JobId: > 0 and { } id } => new FmeJobFailedException(ResultOf(id, envelope, errors), context) { StatusCode = response.StatusCode },

        // A job ran, so this does not mean that the server is unavailable.
        { HasResult: true } when (int)response.StatusCode >= 500 => errors.Failed(response),
        _ => null,
    };

    private static FmeJobResult ResultOf(long id, ServiceEnvelope envelope, ErrorFactory errors)
    {
        errors.JobCreated(id);
        var status = new FmeJobStatus(envelope.JobStatus ?? "");
        return new FmeJobResult
        {
            Id = id,
            Status = status is { IsFinal: true, IsSuccess: false } ? status : new FmeJobStatus("FAILURE"),
            StatusMessage = errors.Redact(envelope.Message, id),
            FeatureCount = envelope.FeatureCount,
        };
    }
}
