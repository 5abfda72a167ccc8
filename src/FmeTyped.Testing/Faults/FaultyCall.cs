using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace FmeTyped.Testing;

/// <summary>A request with a fault, and the steps of its processing.</summary>
internal sealed class FaultyCall(HttpContext http, RequestDelegate next, TimeProvider time)
{
    public Task PassAsync() => next(http);

    /// <summary>Processes the request and holds back its response.</summary>
    /// <returns>The response's body.</returns>
    public async Task<byte[]> CarryOutAsync()
    {
        IHttpResponseBodyFeature response = http.Features.GetRequiredFeature<IHttpResponseBodyFeature>();
        using var body = new MemoryStream();
        http.Response.Body = body;
        try
        {
            await next(http).ConfigureAwait(false);
            await http.Response.BodyWriter.FlushAsync(http.RequestAborted).ConfigureAwait(false);
        }
        finally
        {
            http.Features.Set(response);
        }

        return body.ToArray();
    }

    /// <summary>Sends the response that was held back, or part of it.</summary>
    public async Task SendAsync(ReadOnlyMemory<byte> body, int announcedLength)
    {
        if (announcedLength > 0)
        {
            http.Response.ContentLength = announcedLength;
            await http.Response.Body.WriteAsync(body, http.RequestAborted).ConfigureAwait(false);
        }

        await http.Response.Body.FlushAsync(http.RequestAborted).ConfigureAwait(false);
    }

    public Task RespondAsync(int statusCode, string contentType, string body) => Results.Text(body, contentType, statusCode: statusCode).ExecuteAsync(http);

    public Task RefuseAsync(int statusCode, TimeSpan? retryAfter)
    {
        if (retryAfter is { } pause)
        {
            http.Response.Headers.RetryAfter = Math.Ceiling(pause.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        }

        return JsonResponse.From(new { Message = $"The emulator was told to answer {statusCode}." }, statusCode).ExecuteAsync(http);
    }

    public Task WaitAsync(TimeSpan delay) => Task.Delay(delay, time, http.RequestAborted);

    /// <summary>Waits until the client gives up.</summary>
    public Task StallAsync() => Task.Delay(Timeout.InfiniteTimeSpan, time, http.RequestAborted);

    public Task ResetAsync()
    {
        RequestTrace.From(http).BreakOff(http);
        return Task.CompletedTask;
    }
}
