using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace FmeTyped.Testing;

/// <summary>
/// What happens to every request, whichever route it takes: it is recorded, its body is read, and a refusal or an exception becomes
/// an answer with a <c>message</c>, which is the form of errors in every recorded answer of v3 and v4.
/// </summary>
internal sealed partial class RequestPipeline(RequestLog log, CancellationToken stopping)
{
    /// <summary>The largest body in bytes. What a real server takes is not known: A003.</summary>
    public const int MaxBodySize = 16 * 1024 * 1024;

    public async Task InvokeAsync(HttpContext http, RequestDelegate next)
    {
        var exchange = new Exchange(http.Request.Method, WithoutToken(http.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget));
        http.Features.Set(exchange);
        log.Add(exchange);
        using var aborted = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, stopping);
        http.RequestAborted = aborted.Token;
        try
        {
            exchange.Body = await ReadBodyAsync(http.Request, aborted.Token).ConfigureAwait(false);
            await next(http).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (aborted.IsCancellationRequested)
        {
            // The client went away, or the emulator stops: nobody is left to answer to.
            exchange.Note("The request was given up before it was answered.");
            http.Abort();
            return;
        }
        catch (RefusedException refused)
        {
            await RefuseAsync(http, exchange, refused.StatusCode, refused.Message).ConfigureAwait(false);
        }
        catch (BadHttpRequestException bad)
        {
            await RefuseAsync(http, exchange, bad.StatusCode, bad.Message).ConfigureAwait(false);
        }
        catch (Exception exception) when (!http.Response.HasStarted)
        {
            // A script of a test threw, or the emulator has a bug. Both have to be seen where the call was made.
            await RefuseAsync(http, exchange, StatusCodes.Status500InternalServerError, $"{exception.GetType().Name} in the emulator: {exception.Message}").ConfigureAwait(false);
        }

        exchange.End(http.Response.StatusCode);
    }

    private static async Task<string> ReadBodyAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(request.Body, Encoding.UTF8);
        return await reader.ReadToEndAsync(cancellationToken).ConfigureAwait(false);
    }

    private static Task RefuseAsync(HttpContext http, Exchange exchange, int statusCode, string message)
    {
        exchange.Note(message);
        exchange.End(statusCode);
        http.Response.StatusCode = statusCode;
        return http.Response.WriteAsJsonAsync(new ErrorAnswer(message), http.RequestAborted);
    }

    private static string WithoutToken(string target) => TokenInQuery().Replace(target, "$1***");

    [GeneratedRegex("([?&](?:fme)?token=)[^&]*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex TokenInQuery();

    private sealed record ErrorAnswer(string Message);
}
