using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace FmeTyped.Testing;

/// <summary>
/// The page for people at the emulator's own address, which no server has: static files, and the JSON that they show. The JSON needs the token, as
/// everything else does. Requests of the page are not a client's, so they are not recorded and meet no faults.
/// </summary>
internal static class EmulatorPage
{
    private const string Folder = "/emulator";
    private const int MaxJobs = 200;
    private const int MaxRequests = 100;

    private static readonly (string Path, string File, string MediaType)[] Files =
    [
        ("/", "index.html", "text/html; charset=utf-8"),
        ($"{Folder}/page.css", "page.css", "text/css; charset=utf-8"),
        ($"{Folder}/page.js", "page.js", "text/javascript; charset=utf-8"),
        ($"{Folder}/icon.svg", "icon.svg", "image/svg+xml"),
    ];

    /// <summary>Whether a request is one of the page.</summary>
    public static bool Has(HttpContext http) =>
        http.Request.Path.StartsWithSegments(Folder, StringComparison.Ordinal) || (http.Request.Path == "/" && HttpMethods.IsGet(http.Request.Method));

    /// <summary>Keeps the page from running, loading or sending anything but its own, whatever texts it shows.</summary>
    public static Task ProtectAsync(HttpContext http, RequestDelegate next)
    {
        IHeaderDictionary headers = http.Response.Headers;
        headers.ContentSecurityPolicy =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; "
            + "frame-ancestors 'none'";
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers.CacheControl = "no-store";
        return next(http);
    }

    public static void Map(IEndpointRouteBuilder routes, ServerState server, RequestLog requests)
    {
        foreach ((string path, string file, string mediaType) in Files)
        {
            routes.MapGet(path, () => Results.Stream(typeof(EmulatorPage).Assembly.GetManifestResourceStream(file)!, mediaType));
        }

        RouteGroupBuilder api = ApiRoutes.Under(routes, Folder, server, ApiGroups.None).Authorized;
        api.MapGet("/state", () => JsonResponse.From(new PageState(server, requests, MaxJobs, MaxRequests)));
        api.MapGet("/jobs/{id}", (string id) =>
        {
            long number = PathValue.Number(id);
            return JsonResponse.From(new PageJobDetails(server.Jobs.Find(number) ?? throw V4Refusal.MissingJob(number), server.Time.GetUtcNow()));
        });
        api.MapPost("/jobs", (HttpContext http) =>
            JsonResponse.From(new { server.Jobs.Submit(V4SubmissionRoutes.ReadOrder(server, http, isWaiting: false)).Id }));
        api.MapGet("/workspaces/{repository}/{workspace}", (string repository, string workspace) =>
            JsonResponse.From(new PageWorkspaceDetails(V4WorkspaceRoutes.Find(server, repository, workspace))));
    }
}
