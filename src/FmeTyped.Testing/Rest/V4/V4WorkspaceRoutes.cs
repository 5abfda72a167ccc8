using FmeTyped.Schema.Facts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace FmeTyped.Testing;

/// <summary>Workspaces, their parameters and services. Shapes: fmeflow-cli fixtures of workspaces; for services the OpenAPI document.</summary>
internal static class V4WorkspaceRoutes
{
    private const string WorkspaceType = "workspace";

    public static void Map(RouteGroupBuilder authenticated, RouteGroupBuilder authorized, ServerState server)
    {
        authenticated.MapGet("/workspaces", (V4ListQuery query, HttpRequest request) =>
            Respond(query, List(server, request, query.Text("repository")), server)).OfKind(FmeRequestKind.Workspaces);

        RouteGroupBuilder one = authorized.MapGroup("/workspaces/{repository}/{workspace}").OfKind(FmeRequestKind.Workspaces);
        one.MapGet("", (string repository, string workspace) => JsonResponse.From(DescribeDetail(Find(server, repository, workspace), server)));
        one.MapGet("/parameters", (string repository, string workspace) => JsonResponse.From(Find(server, repository, workspace).V4Records));
        one.MapGet("/download", (string repository, string workspace) =>
            FileResponse.From(FindFile(server, Find(server, repository, workspace)), workspace));
        one.MapGet("/services", (string repository, string workspace) => JsonResponse.From(DescribeServices(Find(server, repository, workspace), server)));
    }

    /// <summary>The items of a repository; only workspaces exist.</summary>
    public static IResult ListItems(string repository, V4ListQuery query, ServerState server)
    {
        IEnumerable<PublishedWorkspace> items = FindRepository(server, repository).Workspaces.Values;
        return Respond(query, query.Word("type", WorkspaceType, "customFormat", "customTransformer", "template") is null or WorkspaceType ? items : [], server);
    }

    /// <exception cref="RefusedException">There is none: 404, as in the fixture.</exception>
    public static PublishedRepository FindRepository(ServerState server, string name) =>
        server.Workspaces.FindRepository(name) ?? throw V4Refusal.MissingRepository(server.User);

    /// <summary>A workspace of a repository.</summary>
    /// <exception cref="RefusedException">404, as in the fixtures, if either is missing.</exception>
    public static PublishedWorkspace Find(ServerState server, string repository, string workspace) =>
        FindRepository(server, repository).Workspaces.GetValueOrDefault(workspace) ?? throw V4Refusal.MissingWorkspace(workspace);

    /// <summary>The file of a workspace.</summary>
    /// <exception cref="RefusedException">404: it is not known, because a schema file has the parameters alone.</exception>
    public static byte[] FindFile(ServerState server, PublishedWorkspace workspace) =>
        server.WorkspaceFiles.Find(workspace) ?? throw V4Refusal.NotFound($"The file of {workspace.Name} does not exist.");

    private static IResult Respond(V4ListQuery query, IEnumerable<PublishedWorkspace> workspaces, ServerState server)
    {
        Func<IReadOnlyList<string>, bool> finds = query.Filter("name", "title");
        return query.Respond([.. workspaces.Where(workspace => finds([workspace.Name, workspace.Model.Title]))], workspace => DescribeItem(workspace, server));
    }

    private static IEnumerable<PublishedWorkspace> List(ServerState server, HttpRequest request, string? repository)
    {
        if (!server.Tokens.IsPermitted(request))
        {
            return [];
        }

        return repository is null
            ? server.Workspaces.Repositories.SelectMany(found => found.Workspaces.Values)
            : FindRepository(server, repository).Workspaces.Values;
    }

    private static object DescribeItem(PublishedWorkspace workspace, ServerState server) => new
    {
        workspace.Name,
        workspace.Model.Title,
        workspace.Model.Description,
        Type = WorkspaceType,
        RepositoryName = workspace.Repository,
        LastSaveDate = JsonResponse.Time(server.PublishedAt(workspace)),
        LastPublishDate = JsonResponse.Time(server.PublishedAt(workspace)),
        LastPublishUserId = V4User.Id,
        LastPublishUser = server.User,
        TotalFileSize = workspace.File?.Length ?? 0,
        FileCount = workspace.File is null ? 0 : 1,
        AverageCpuPercent = 0.0,
        AveragePeakMemoryUsage = 0,
        AverageCpuTime = 0,
        TotalRuns = 0,
        AverageElapsedTime = 0,
        Favorite = false,
    };

    private static object DescribeDetail(PublishedWorkspace workspace, ServerState server) => new
    {
        workspace.Name,
        workspace.Model.Title,
        Type = WorkspaceType,
        BuildNumber = server.Build.Number,
        Category = "",
        History = "",
        LastSaveDate = JsonResponse.Time(server.PublishedAt(workspace)),
        LastPublishDate = JsonResponse.Time(server.PublishedAt(workspace)),
        LastSaveBuild = server.Build.Text,
        LegalTermsConditions = "",
        Properties = Array.Empty<object>(),
        Requirements = "",
        RequirementsKeyword = "",
        Resources = Array.Empty<object>(),
        Usage = "",
        UserName = server.User,
        FileSize = workspace.File?.Length ?? 0,
        Favorite = false,
        AverageCpuPercent = 0.0,
        AveragePeakMemoryUsage = 0,
        AverageCpuTime = 0,
        TotalRuns = 0,
        AverageElapsedTime = 0,
        workspace.Model.Description,
        Datasets = new { Source = Array.Empty<object>(), Destination = Array.Empty<object>() },
        Services = DescribeServices(workspace, server),
        Parameters = workspace.V4Records,
    };

    private static Dictionary<string, object> DescribeServices(PublishedWorkspace workspace, ServerState server) => workspace.Model.Services.Distinct()
        .ToDictionary(service => NameOf(service, server), _ => (object)new Dictionary<string, bool> { [ServiceNames.RegisteredMember] = true });

    // The names of the OpenAPI document, and before it those of the fixture of build 22337: A110.
    private static string NameOf(string service, ServerState server) => server.Build.Number >= EmulatedBuild.FirstWithV4Document ? service : service switch
    {
        ServiceNames.DataDownload => "dataDownload",
        ServiceNames.DataStreaming => "dataStreaming",
        ServiceNames.JobSubmitter => "jobSubmitter",
        ServiceNames.KmlNetworkLink => "kmlNetworkLink",
        ServiceNames.Notification => "notification",
        _ => service,
    };
}
