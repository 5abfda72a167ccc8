using System.Net;
using System.Text.Json;

namespace FmeTyped;

/// <summary>Reads the answer of a waiting call.</summary>
internal static class TransactAnswer
{
    public static FmeJobResult Read(Answer answer, Failures failures, Func<JsonElement, FmeJobResult?> readResult)
    {
        JsonElement? json = answer.TryReadObject(out Exception? cause);

        // 422 says "parameters refused" and "job failed" alike; only the latter comes with a job.
        if (answer.StatusCode == HttpStatusCode.UnprocessableEntity && json is { } refusal && readResult(refusal) is { Id: > 0, Succeeded: false } failed)
        {
            return Shown(failed, failures);
        }

        if (!answer.IsSuccess)
        {
            throw failures.Refused(answer);
        }

        return readResult(json ?? throw failures.NotUnderstood(answer, cause: cause)) is { Status.IsFinal: true } result
            ? Shown(result, failures)
            : throw failures.NotUnderstood(answer, "the result of a job that has ended");
    }

    private static FmeJobResult Shown(FmeJobResult result, Failures failures)
    {
        failures.Made(result.Id);
        return result.WithMessage(failures.Redact(result.StatusMessage));
    }
}
