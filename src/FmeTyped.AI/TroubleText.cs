namespace FmeTyped.AI;

/// <summary>Trouble with the server in words for a model: what it means and what to do, and the server's own words as data.</summary>
internal static class TroubleText
{
    private const int LongestMessage = 500;

    public static string From(FmeException error)
    {
        string meaning = error switch
        {
            FmeUnauthorizedException => "FME Flow does not accept the token. Nothing that you call can mend that; tell the user.",
            FmeForbiddenException => "The token's user has no permission for it. Nothing that you call can mend that; tell the user.",
            FmeNotFoundException => "FME Flow does not have it.",
            FmeParametersRefusedException => "FME Flow refused the values.",
            FmeServerUnavailableException { RetryAfter: { } pause } =>
                $"FME Flow is not available. Try again in {Math.Ceiling(pause.TotalSeconds)} seconds.",
            FmeServerUnavailableException => "FME Flow is not available. Try again later.",
            _ => "FME Flow did not do what was asked.",
        };
        return error.ServerMessage is { Length: > 0 } message ? $"{meaning}\n{DataText.Block("Its message", message, LongestMessage)}" : meaning;
    }
}
