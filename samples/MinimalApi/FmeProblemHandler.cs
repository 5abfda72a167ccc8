using System.Text.Json;
using FmeTyped;
using Microsoft.AspNetCore.Diagnostics;

namespace MinimalApi;

/// <summary>Responds to a body with unreadable values with all its errors, in the same form as validation.</summary>
internal sealed class FmeProblemHandler(IProblemDetailsService problemDetails) : IExceptionHandler
{
    public ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (exception is not BadHttpRequestException { InnerException: JsonException { InnerException: FmeValidationException invalid } })
        {
            return ValueTask.FromResult(false);
        }

        httpContext.Response.StatusCode = StatusCodes.Status400BadRequest;
        return problemDetails.TryWriteAsync(new ProblemDetailsContext
        {
            HttpContext = httpContext,
            ProblemDetails = new HttpValidationProblemDetails(invalid.Errors
                .GroupBy(error => error.Parameter, error => error.ToString())
                .ToDictionary(errors => errors.Key, errors => errors.ToArray())),
        });
    }
}
