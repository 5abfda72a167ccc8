using Microsoft.AspNetCore.Http;

namespace FmeTyped.Testing;

/// <summary>
/// Converts a refusal or an exception into a response: a <c>message</c>, the format of errors in every recorded response of v3 and v4,
/// and <c>details</c> if there are any.
/// </summary>
internal static class ErrorResponses
{
    public static async Task InvokeAsync(HttpContext http, RequestDelegate next)
    {
        RequestTrace trace = RequestTrace.From(http);
        try
        {
            trace.Body = await RequestBody.ReadAsync(http).ConfigureAwait(false);
            await next(http).ConfigureAwait(false);
        }
        catch (RefusedException refused)
        {
            Note(trace, refused);
            await RespondAsync(http, refused).ConfigureAwait(false);
        }
        catch (BadHttpRequestException bad)
        {
            await RefuseAsync(http, bad.StatusCode, bad.Message).ConfigureAwait(false);
        }
        catch (StorageFullException full)
        {
            await RefuseAsync(http, StatusCodes.Status507InsufficientStorage, full.Message).ConfigureAwait(false);
        }
        catch (UnreadableContentException unreadable) when (!http.RequestAborted.IsCancellationRequested)
        {
            await RefuseAsync(http, StatusCodes.Status400BadRequest, unreadable.Message).ConfigureAwait(false);
        }
        catch (Exception exception) when (!http.Response.HasStarted && !http.RequestAborted.IsCancellationRequested)
        {
            // A script of a test threw, or the emulator has a bug. Both must be visible to the caller.
            await RefuseAsync(http, StatusCodes.Status500InternalServerError, $"{exception.GetType().Name} in the emulator: {exception.Message}")
                .ConfigureAwait(false);
        }
    }

    /// <summary>Records why a request is refused.</summary>
    public static void Note(RequestTrace trace, RefusedException refused)
    {
        trace.Note(refused.Message);
        foreach ((string name, string problem) in refused.Details ?? new Dictionary<string, string>())
        {
            trace.Note($"{name}: {problem}");
        }
    }

    /// <summary>Refuses a request, and records why.</summary>
    public static Task RefuseAsync(HttpContext http, int statusCode, string message)
    {
        RequestTrace.From(http).Note(message);
        return RespondAsync(http, new RefusedException(statusCode, message));
    }

    private static Task RespondAsync(HttpContext http, RefusedException refused) =>
        JsonResponse.From(new { refused.Message, refused.Details }, refused.StatusCode).ExecuteAsync(http);
}
