using FmeTyped.Blazor.Jobs;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Adds what forms need beside their pages.</summary>
public static class FmeFormEndpointRouteBuilderExtensions
{
    /// <summary>
    /// Lets forms offer the results of jobs for download. The address of a result holds the job in a protected form, so that it cannot be guessed; whoever
    /// has the address has the result, unless the endpoint requires authorization.
    /// </summary>
    /// <param name="endpoints">The routes of the app.</param>
    /// <returns>A builder for what else the endpoint is to require.</returns>
    public static IEndpointConventionBuilder MapFmeDownloads(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/_fme/results/{job}", FmeDownloadEndpoint.GetAsync).WithName(FmeDownloadEndpoint.Name).ExcludeFromDescription();
}
