using Microsoft.AspNetCore.Http;

namespace FmeTyped.Testing;

/// <summary>Adds a challenge for HTTP Basic to each 401, as the reference manual's page on authentication says. The realm is our own: A170.</summary>
internal static class BasicChallenge
{
    public static Task InvokeAsync(HttpContext http, RequestDelegate next)
    {
        http.Response.OnStarting(() =>
        {
            if (http.Response.StatusCode == StatusCodes.Status401Unauthorized)
            {
                http.Response.Headers.WWWAuthenticate = "Basic realm=\"FME Flow\"";
            }

            return Task.CompletedTask;
        });
        return next(http);
    }
}
