using System.Text.Json;

namespace FmeTyped;

/// <summary>Answers that have to be JSON.</summary>
internal static class JsonAnswers
{
    /// <summary>The object that a success answers with; everything else throws.</summary>
    public static JsonElement ReadObject(this Exchange exchange, Answer answer)
    {
        if (!answer.IsSuccess)
        {
            throw exchange.Failures.Refused(answer);
        }

        return answer.TryReadObject(out Exception? cause) ?? throw exchange.Failures.NotUnderstood(answer, cause: cause);
    }

    /// <summary>The same over the body of the answer, and only as long as that is there.</summary>
    public static JsonDocument ParseObject(this Exchange exchange, Answer answer)
    {
        if (!answer.IsSuccess)
        {
            throw exchange.Failures.Refused(answer);
        }

        JsonDocument? document = answer.TryParse(out Exception? cause);
        if (document is { RootElement.ValueKind: JsonValueKind.Object })
        {
            return document;
        }

        document?.Dispose();
        throw exchange.Failures.NotUnderstood(answer, cause: cause);
    }
}
