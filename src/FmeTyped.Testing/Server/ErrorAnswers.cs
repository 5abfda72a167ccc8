using System.Text;
using Microsoft.AspNetCore.Http;

namespace FmeTyped.Testing;

/// <summary>
/// Reads a request's body, and makes an answer of a refusal or an exception: a <c>message</c>, which is the form of errors in every
/// recorded answer of v3 and v4, and <c>details</c> where there are some.
/// </summary>
internal static class ErrorAnswers
{
    /// <summary>The largest body in bytes. What a real server takes is not known: A003.</summary>
    public const int MaxBodySize = 16 * 1024 * 1024;

    public static async Task InvokeAsync(HttpContext http, RequestDelegate next)
    {
        Exchange exchange = Exchange.Of(http);
        try
        {
            using var reader = new StreamReader(http.Request.Body, Encoding.UTF8);
            exchange.Body = await reader.ReadToEndAsync(http.RequestAborted).ConfigureAwait(false);
            await next(http).ConfigureAwait(false);
        }
        catch (RefusedException refused)
        {
            await RefuseAsync(http, exchange, refused.StatusCode, refused.Message, refused.Details).ConfigureAwait(false);
        }
        catch (BadHttpRequestException bad)
        {
            await RefuseAsync(http, exchange, bad.StatusCode, bad.Message).ConfigureAwait(false);
        }
        catch (Exception exception) when (!http.Response.HasStarted && !http.RequestAborted.IsCancellationRequested)
        {
            // A script of a test threw, or the emulator has a bug. Both have to be seen where the call was made.
            await RefuseAsync(http, exchange, StatusCodes.Status500InternalServerError, $"{exception.GetType().Name} in the emulator: {exception.Message}").ConfigureAwait(false);
        }
    }

    private static Task RefuseAsync(HttpContext http, Exchange exchange, int statusCode, string message, IReadOnlyDictionary<string, string>? details = null)
    {
        exchange.Note(message);
        foreach ((string name, string problem) in details ?? new Dictionary<string, string>())
        {
            exchange.Note($"{name}: {problem}");
        }

        return JsonAnswer.Of(new { Message = message, Details = details }, statusCode).ExecuteAsync(http);
    }
}
