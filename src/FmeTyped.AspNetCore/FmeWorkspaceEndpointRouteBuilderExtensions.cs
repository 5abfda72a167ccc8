using System.Diagnostics.CodeAnalysis;
using FmeTyped;
using FmeTyped.AspNetCore;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Offers workspaces on the web.</summary>
public static class FmeWorkspaceEndpointRouteBuilderExtensions
{
    /// <summary>
    /// Offers a workspace on the web: POST submits a job and responds with 202 and its address, or with the result within
    /// <see cref="FmeWorkspaceEndpointOptions{TRequest}.WaitTime"/>; GET of that address reports how the job stands, DELETE cancels it. Where the workspace
    /// is registered for downloads, GET of <c>/result</c> below it streams what the job wrote.
    /// </summary>
    /// <remarks>
    /// The app needs <c>services.AddFmeFlow(...)</c> and <c>services.AddDataProtection()</c>. A job's address can be guessed by nobody, and is good for the
    /// caller who submitted the job only, by the claim <c>sub</c>, or else the name identifier, the UPN, or the name. Where callers need not sign in, whoever
    /// has the address may see the job.
    /// </remarks>
    /// <typeparam name="TRequest">The generated type of the workspace.</typeparam>
    /// <param name="endpoints">The app.</param>
    /// <param name="pattern">The address, such as <c>/reports</c>.</param>
    /// <param name="configure">Sets the options; null for the defaults.</param>
    /// <returns>All endpoints together, for <c>RequireAuthorization</c>, <c>RequireRateLimiting</c> and the like.</returns>
    /// <exception cref="InvalidOperationException">An option is not usable, or the app lacks a service.</exception>
    public static IEndpointConventionBuilder MapFmeWorkspace<TRequest>(
        this IEndpointRouteBuilder endpoints,
        [StringSyntax("Route")] string pattern,
        Action<FmeWorkspaceEndpointOptions<TRequest>>? configure = null)
        where TRequest : class, IFmeRequest<TRequest>
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        ArgumentNullException.ThrowIfNull(pattern);
        var options = new FmeWorkspaceEndpointOptions<TRequest>();
        configure?.Invoke(options);
        options.Validate();
        var handlers = new WorkspaceEndpoint<TRequest>(options, new JobTickets(ProtectorOf(endpoints), options.JobLifetime));
        var document = new WorkspaceOperations<TRequest>(options);

        RouteGroupBuilder group = endpoints.MapGroup(pattern);
        Map(HttpMethods.Post, "", handlers.PostAsync).AddOpenApiOperationTransformer(document.Post);
        Map(HttpMethods.Get, WorkspaceRoutes.Job, handlers.GetAsync).AddOpenApiOperationTransformer(WorkspaceOperations<TRequest>.Get);
        Map(HttpMethods.Delete, WorkspaceRoutes.Job, handlers.DeleteAsync).AddOpenApiOperationTransformer(WorkspaceOperations<TRequest>.Delete);
        if (WorkspaceRoutes.HasResult<TRequest>())
        {
            Map(HttpMethods.Get, WorkspaceRoutes.Result, handlers.GetResultAsync).AddOpenApiOperationTransformer(WorkspaceOperations<TRequest>.GetResult);
        }

        return group.WithTags(typeof(TRequest).Name);

        // OpenAPI documents list endpoints that have a method among their metadata, which a plain RequestDelegate does not add.
        IEndpointConventionBuilder Map(string verb, string address, RequestDelegate handler) =>
            group.MapMethods(address, [verb], handler).WithMetadata(handler.Method);
    }

    private static IDataProtector ProtectorOf(IEndpointRouteBuilder endpoints) =>
        endpoints.ServiceProvider.GetService<IDataProtectionProvider>()?.CreateProtector("FmeTyped.AspNetCore.Job")
        ?? throw new InvalidOperationException(
            "MapFmeWorkspace protects the addresses of jobs and needs data protection: call builder.Services.AddDataProtection().");
}
