using FmeTyped.Metadata;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;

namespace FmeTyped.AspNetCore;

/// <summary>What a caller is told when a request comes to nothing: a status, words, and an error for each parameter that has one.</summary>
internal sealed class EndpointProblem(int status, string title)
{
    public string? Detail { get; init; }

    public TimeSpan? RetryAfter { get; init; }

    public IReadOnlyDictionary<string, string[]>? Errors { get; init; }

    public static EndpointProblem NotFound { get; } = new(StatusCodes.Status404NotFound, "There is no such job.");

    /// <param name="errors">What is wrong, by wire name.</param>
    public static EndpointProblem Invalid(IEnumerable<FmeValidationError> errors) => new(
        StatusCodes.Status400BadRequest, "One or more parameters are not valid.")
    {
        Errors = errors.GroupBy(error => error.Parameter, error => error.Message).ToDictionary(group => group.Key, group => group.ToArray()),
    };

    public static EndpointProblem BadBody(string detail) => new(StatusCodes.Status400BadRequest, "The body cannot be read.") { Detail = detail };

    /// <summary>What is told of trouble with the server. The server's own words are for the log: they may be about the inside of the installation.</summary>
    public static EndpointProblem From(FmeException error, bool isOfJob) => error switch
    {
        FmeValidationException invalid => Invalid(invalid.Errors),
        FmeParametersRefusedException => new(StatusCodes.Status400BadRequest, "FME Flow refused the parameters. No job was submitted."),
        FmeSubmissionUnknownException => new(StatusCodes.Status504GatewayTimeout, "It is not known whether FME Flow took the submission.")
        {
            Detail = "A job may be running. Another request may make a second one.",
        },
        FmeServerUnavailableException { InnerException: TimeoutException } => new(StatusCodes.Status504GatewayTimeout, "FME Flow did not respond in time."),
        FmeServerUnavailableException unavailable => new(StatusCodes.Status503ServiceUnavailable, "FME Flow is not available.")
        {
            RetryAfter = unavailable.RetryAfter,
        },
        FmeNoResultException { IsExpired: true } => new(StatusCodes.Status410Gone, "The result is no longer there."),
        FmeNoResultException => new(StatusCodes.Status404NotFound, "The job has no result."),
        FmeNotFoundException when isOfJob => NotFound,
        FmeNotSupportedException => new(StatusCodes.Status501NotImplemented, "FME Flow cannot do what was asked."),
        _ => new(StatusCodes.Status502BadGateway, "FME Flow did not do what was asked."),
    };

    public async Task WriteAsync(HttpContext context)
    {
        context.Response.StatusCode = status;
        if (RetryAfter is { } pause)
        {
            context.Response.Headers.RetryAfter = ((long)Math.Ceiling(pause.TotalSeconds)).ToString(System.Globalization.CultureInfo.InvariantCulture);
        }

        ProblemDetails problem = Errors is null ? new ProblemDetails() : new HttpValidationProblemDetails(Errors.ToDictionary());
        problem.Status = status;
        problem.Title = title;
        problem.Detail = Detail;

        // The app's own way to write problems comes first.
        if (context.RequestServices.GetService<IProblemDetailsService>() is not { } service
            || !await service.TryWriteAsync(new ProblemDetailsContext { HttpContext = context, ProblemDetails = problem }).ConfigureAwait(false))
        {
            await context.Response.WriteAsJsonAsync(problem, problem.GetType(), EndpointJson.Default, "application/problem+json", context.RequestAborted)
                .ConfigureAwait(false);
        }
    }
}
