using System.Text.Json;
using FmeTyped.Schema.Facts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace FmeTyped.Testing;

/// <summary>Repositories, workspaces and their parameters. Shapes: fmeflow-cli fixtures of repositories and workspaces.</summary>
internal static class V3RepositoryRoutes
{
    private const string WorkspaceType = "WORKSPACE";

    // The emulator has only workspaces. The other words are those of v4 in the upper case of v3: A172.
    private static readonly string[] ItemTypes = [WorkspaceType, "CUSTOMFORMAT", "CUSTOMTRANSFORMER", "TEMPLATE"];

    public static void Map(RouteGroupBuilder authenticated, RouteGroupBuilder authorized, ServerState server)
    {
        authenticated = authenticated.MapGroup("").OfKind(FmeRequestKind.Workspaces);
        authorized = authorized.MapGroup("").OfKind(FmeRequestKind.Workspaces);

        // A token sees the repositories it may use.
        authenticated.MapGet("/repositories", (V3ListQuery query, HttpRequest request) =>
        {
            bool isOwner = query.Text("owner") is not { } owner || owner == server.User;
            return query.Respond(
                isOwner && server.Tokens.IsPermitted(request) ? server.Workspaces.Repositories : [], found => DescribeRepository(found, server));
        });
        authorized.MapGet("/repositories/{repository}", (string repository) =>
            JsonResponse.From(DescribeRepository(FindRepository(server, repository), server)));
        authorized.MapGet("/repositories/{repository}/items", (string repository, V3ListQuery query) =>
        {
            IEnumerable<PublishedWorkspace> items = FindRepository(server, repository).Workspaces.Values;
            return query.Respond([.. query.Word("type", ItemTypes) is null or WorkspaceType ? items : []], item => DescribeItem(item, server));
        });
        authorized.MapGet("/repositories/{repository}/items/{item}", (string repository, string item, HttpRequest request) =>
        {
            PublishedWorkspace found = FindWorkspace(server, repository, item);
            return WantsFile(request)
                ? FileResponse.From(server.WorkspaceFiles.Find(found) ?? throw NotFound($"The file of workspace {item} does not exist."), item)
                : JsonResponse.From(DescribeDetail(found, server));
        });
        authorized.MapGet("/repositories/{repository}/items/{item}/parameters", (string repository, string item) =>
            JsonResponse.From(V3ParameterRecords.From(FindWorkspace(server, repository, item))));
        authorized.MapGet("/repositories/{repository}/items/{item}/parameters/{name}", (string repository, string item, string name) =>
            JsonResponse.From(FindParameter(FindWorkspace(server, repository, item), name)));
    }

    /// <summary>A workspace of a repository.</summary>
    /// <exception cref="RefusedException">404: "The workspace or repository does not exist", as the article lists it.</exception>
    public static PublishedWorkspace FindWorkspace(ServerState server, string repository, string workspace)
    {
        FindRepository(server, repository);
        return server.Workspaces.Find(repository, workspace)
            ?? throw NotFound($"Workspace {workspace} does not exist in repository {repository}.");
    }

    // The text of a missing repository is that of the fmeflow-cli fixture; the other texts are made after it: A012.
    public static PublishedRepository FindRepository(ServerState server, string repository) =>
        server.Workspaces.FindRepository(repository) ?? throw NotFound($"Repository {repository} does not exist.");

    // The vendor's page of the API: this type, or accept=contents in the query, requests the content and not the record.
    private static bool WantsFile(HttpRequest request) =>
        request.Query["accept"] == "contents" || request.Headers.Accept == "application/octet-stream";

    private static JsonElement FindParameter(PublishedWorkspace workspace, string name)
    {
        foreach (JsonElement record in V3ParameterRecords.From(workspace))
        {
            if (record.GetProperty("name").GetString() == name)
            {
                return record;
            }
        }

        throw NotFound($"Parameter {name} does not exist in workspace {workspace.Name}.");
    }

    public static RefusedException NotFound(string message) => new(StatusCodes.Status404NotFound, message);

    public static object DescribeRepository(PublishedRepository repository, ServerState server) =>
        new { Owner = server.User, repository.Name, repository.Description, Sharable = true };

    public static object DescribeItem(PublishedWorkspace workspace, ServerState server) => new
    {
        LastSaveDate = JsonResponse.Time(server.PublishedAt(workspace)),
        AvgCpuPct = 0,
        AvgPeakMemUsage = 0,
        workspace.Model.Description,
        RepositoryName = workspace.Repository,
        workspace.Model.Title,
        Type = WorkspaceType,
        UserName = server.User,
        FileCount = workspace.File is null ? 0 : 1,
        AvgCpuTime = 0,
        LastPublishDate = JsonResponse.Time(server.PublishedAt(workspace)),
        workspace.Name,
        TotalFileSize = workspace.File?.Length ?? 0,
        TotalRuns = 0,
        AvgElapsedTime = 0,
    };

    private static object DescribeDetail(PublishedWorkspace workspace, ServerState server) => new
    {
        LegalTermsConditions = "",
        AvgCpuPct = 0,
        Usage = "",
        AvgPeakMemUsage = 0,
        workspace.Model.Description,
        Datasets = new { Destination = Array.Empty<object>(), Source = Array.Empty<object>() },
        workspace.Model.Title,
        Type = WorkspaceType,
        BuildNumber = 23166,
        Enabled = true,
        AvgCpuTime = 0,
        LastPublishDate = JsonResponse.Time(server.PublishedAt(workspace)),
        LastSaveBuild = "FME(R) 2023.0.0.0 (Build 23166)",
        AvgElapsedTime = 0,
        LastSaveDate = JsonResponse.Time(server.PublishedAt(workspace)),
        Requirements = "",
        Resources = Array.Empty<object>(),
        History = "",
        Services = workspace.Model.Services.Select(service => new { DisplayName = DisplayName(service), Name = service }),
        UserName = server.User,
        RequirementsKeyword = "",
        FileSize = workspace.File?.Length ?? 0,
        workspace.Name,
        TotalRuns = 0,
        Category = "",
        Parameters = V3ParameterRecords.From(workspace),
        Properties = Array.Empty<object>(),
    };

    private static string DisplayName(string service) => service switch
    {
        ServiceNames.DataDownload => "Data Download",
        ServiceNames.DataStreaming => "Data Streaming",
        ServiceNames.JobSubmitter => "Job Submitter",
        ServiceNames.KmlNetworkLink => "KML Network Link",
        _ => service,
    };
}
