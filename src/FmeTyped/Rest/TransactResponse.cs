using System.Net;
using System.Text.Json;

namespace FmeTyped;

/// <summary>Reads the response of a transact call.</summary>
internal static class TransactResponse
{
    public static FmeJobResult Read(ServerResponse response, ErrorFactory errors, Func<JsonElement, FmeJobResult?> readResult)
    {
        JsonElement? json = response.TryReadObject(out Exception? cause);

        // 422 means "parameters refused" or "job failed"; only the latter has a job.
        if (response.StatusCode == HttpStatusCode.UnprocessableEntity && json is { } refusal && readResult(refusal) is { Id: > 0, Succeeded: false } failed)
        {
            return Redacted(failed, errors);
        }

        if (!response.IsSuccess)
        {
            throw errors.Refused(response);
        }

        return readResult(json ?? throw errors.NotUnderstood(response, cause: cause)) is { Status.IsFinal: true } result
            ? Redacted(result, errors)
            : throw errors.NotUnderstood(response, "the result of a job that has ended");
    }

    private static FmeJobResult Redacted(FmeJobResult result, ErrorFactory errors)
    {
        errors.JobCreated(result.Id);
        return errors.Redact(result);
    }
}
