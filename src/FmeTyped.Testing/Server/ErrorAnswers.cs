using Microsoft.AspNetCore.Http;

namespace FmeTyped.Testing;

/// <summary>
/// Makes an answer of a refusal or an exception: a <c>message</c>, which is the form of errors in every recorded answer of v3 and v4,
/// and <c>details</c> where there are some.
/// </summary>
internal static class ErrorAnswers
{
    public static async Task InvokeAsync(HttpContext http, RequestDelegate next)
    {
        Exchange exchange = Exchange.Of(http);
        try
        {
            exchange.Body = await RequestBody.ReadAsync(http).ConfigureAwait(false);
            await next(http).ConfigureAwait(false);
        }
        catch (RefusedException refused)
        {
            Note(exchange, refused);
            await AnswerAsync(http, refused).ConfigureAwait(false);
        }
        catch (BadHttpRequestException bad)
        {
            await RefuseAsync(http, exchange, bad.StatusCode, bad.Message).ConfigureAwait(false);
        }
        catch (StorageFullException full)
        {
            await RefuseAsync(http, exchange, StatusCodes.Status507InsufficientStorage, full.Message).ConfigureAwait(false);
        }
        catch (Exception exception) when (!http.Response.HasStarted && !http.RequestAborted.IsCancellationRequested)
        {
            // A script of a test threw, or the emulator has a bug. Both have to be seen where the call was made.
            await RefuseAsync(http, exchange, StatusCodes.Status500InternalServerError, $"{exception.GetType().Name} in the emulator: {exception.Message}").ConfigureAwait(false);
        }
    }

    /// <summary>Notes why a request is refused.</summary>
    public static void Note(Exchange exchange, RefusedException refused)
    {
        exchange.Note(refused.Message);
        foreach ((string name, string problem) in refused.Details ?? new Dictionary<string, string>())
        {
            exchange.Note($"{name}: {problem}");
        }
    }

    private static Task RefuseAsync(HttpContext http, Exchange exchange, int statusCode, string message)
    {
        exchange.Note(message);
        return AnswerAsync(http, new RefusedException(statusCode, message));
    }

    private static Task AnswerAsync(HttpContext http, RefusedException refused) =>
        JsonAnswer.Of(new { refused.Message, refused.Details }, refused.StatusCode).ExecuteAsync(http);
}
