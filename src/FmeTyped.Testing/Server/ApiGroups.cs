using Microsoft.AspNetCore.Http;

namespace FmeTyped.Testing;

/// <summary>
/// The groups of an API: the first segments of its paths, each with the build from which on servers are known to have it. Where the emulator lacks an
/// operation of such a group, it says so, because a 404 would look like the server's own response.
/// </summary>
internal sealed record ApiGroups(IReadOnlyDictionary<string, int> FirstBuilds)
{
    /// <summary>The build of a group that all servers with this API have.</summary>
    public const int Always = 0;

    /// <summary>For an API without groups other than the emulated ones.</summary>
    public static ApiGroups None { get; } = new(new Dictionary<string, int>());

    /// <summary>The refusal of a path that no route takes: its catch-all names it "path".</summary>
    public RefusedException Refuse(HttpContext http, EmulatedBuild build)
    {
        string group = http.Request.RouteValues["path"] is string path ? path.Split('/')[0] : "";
        return FirstBuilds.TryGetValue(group, out int first) && build.Number >= first ? MissingRoute.NotEmulated(http, group) : MissingRoute.NotFound(http);
    }
}
