using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace FmeTyped.AspNetCore;

/// <summary>The addresses below that of a workspace.</summary>
internal static class WorkspaceRoutes
{
    public const string Id = "id";
    public const string Job = "/{id}";
    public const string Result = "/{id}/result";

    /// <summary>Whether jobs of a workspace leave something to download.</summary>
    public static bool HasResult<TRequest>() => typeof(IFmeDataDownloadRequest).IsAssignableFrom(typeof(TRequest));

    /// <summary>The workspace's own pattern, whichever of its endpoints a request came to: what tells it from other workspaces of the app.</summary>
    public static string PatternOf(HttpContext context)
    {
        string pattern = (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText?.TrimEnd('/') ?? "";
        return pattern.EndsWith(Result, StringComparison.Ordinal) ? pattern[..^Result.Length]
            : pattern.EndsWith(Job, StringComparison.Ordinal) ? pattern[..^Job.Length]
            : pattern;
    }

    /// <summary>The address of a job that was posted to the request's own address.</summary>
    public static string AddressOf(HttpContext context, string id) =>
        $"{context.Request.PathBase.ToUriComponent()}{context.Request.Path.ToUriComponent().TrimEnd('/')}/{id}";

    /// <summary>The request's own address.</summary>
    public static string AddressOf(HttpContext context) => context.Request.PathBase.ToUriComponent() + context.Request.Path.ToUriComponent();
}
