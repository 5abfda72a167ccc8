using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace FmeTyped.Testing;

/// <summary>Records every request, whatever its route, answered or not.</summary>
/// <param name="log">Keeps the requests; null to keep none.</param>
/// <param name="observe">Called for each request when it is over; null for none.</param>
/// <param name="stopping">Aborts the requests when the emulator stops.</param>
internal sealed class RequestRecorder(RequestLog? log, Action<FmeRecordedRequest>? observe, CancellationToken stopping)
{
    public async Task InvokeAsync(HttpContext http, RequestDelegate next)
    {
        var trace = new RequestTrace(
            http.Request.Method, ShownValues.HideSecrets(http.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget), RequestBody.IsForm(http.Request));
        http.Features.Set(trace);
        log?.Add(trace);
        using var aborted = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, stopping);
        http.RequestAborted = aborted.Token;
        try
        {
            // Recorded before the caller has the end of the response, so that a test can read it at once.
            http.Response.OnStarting(() =>
            {
                trace.End(http.Response.StatusCode);
                return Task.CompletedTask;
            });
            await next(http).ConfigureAwait(false);
            trace.End(http.Response.StatusCode); // A response without a body starts after this.
        }
        catch (OperationCanceledException) when (aborted.IsCancellationRequested)
        {
            // The client disconnected, or the emulator is stopping, so there is nobody to respond to.
            trace.Note("The request was given up before it was answered.");
            trace.BreakOff(http);
        }
        finally
        {
            log?.Trim();
            observe?.Invoke(trace.Record());
        }
    }
}
