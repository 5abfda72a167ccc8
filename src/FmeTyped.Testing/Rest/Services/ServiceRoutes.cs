using FmeTyped.Schema.Facts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace FmeTyped.Testing;

/// <summary>
/// The services next to the REST API, which are the same in both of its versions: three run workspaces, one receives files, and one creates tokens.
/// Source: the vendor's reference manual; what it leaves open is A045.
/// </summary>
internal static class ServiceRoutes
{
    /// <summary>Services that workspaces can be registered with, but that the emulator lacks.</summary>
    public static readonly IReadOnlyList<string> NotEmulated = [ServiceNames.KmlNetworkLink, ServiceNames.Notification];

    public static void Map(IEndpointRouteBuilder routes, ServerState server)
    {
        foreach (ServiceKind service in Enum.GetValues<ServiceKind>())
        {
            RouteGroupBuilder one = ApiRoutes.Under(Group(routes), service.Path(), server, ApiGroups.None).Authorized;
            one.MapMethods("/{repository}/{workspace}", [HttpMethods.Get, HttpMethods.Post], (string repository, string workspace, HttpContext http) =>
                TransformationService.RunAsync(service, Find(server, repository, workspace), http, server)).OfKind(FmeRequestKind.Service).TakesFiles();
        }

        // Anyone who knows the address may download: A046.
        routes.MapMethods(
            $"{ServiceKind.DataDownload.Path()}/{ResultDownloads.Folder}/{{name}}",
            [HttpMethods.Get, HttpMethods.Head],
            (string name) => ResultDownloads.RespondAsync(name, server)).OfKind(FmeRequestKind.ResultDownload);
        TokenServiceRoutes.Map(routes, server);
        DataUploadRoutes.Map(ApiRoutes.Under(Group(routes), DataUploadRoutes.Path, server, ApiGroups.None).Authorized, server);
        foreach (string service in NotEmulated)
        {
            ApiRoutes.Under(Group(routes), $"/{service}", server, ApiGroups.None).Authenticated
                .Map("/{repository}/{**path}", (HttpContext http) => throw MissingRoute.NotEmulated(http, service));
        }
    }

    private static RouteGroupBuilder Group(IEndpointRouteBuilder routes) => routes.MapGroup("").AddEndpointFilter(ServiceResponse.RefuseAsync);

    private static PublishedWorkspace Find(ServerState server, string repository, string workspace) =>
        server.Workspaces.Find(repository, workspace)
            ?? throw new RefusedException(StatusCodes.Status404NotFound, $"Workspace {repository}/{workspace} does not exist.");
}
