using FmeTyped.Schema.Json;

namespace FmeTyped.Tool.Sources;

/// <summary>
/// The services that a workspace is registered for, by the names of REST v3 whatever the source. v3 has a list of objects with a name;
/// v4 an object with a member a service; a schema file a list of names.
/// </summary>
internal static class ServiceNames
{
    /// <summary>The names; null where a record does not say.</summary>
    public static IReadOnlyCollection<string>? In(JsonObject workspace) => workspace.Find("services")?.Value switch
    {
        JsonArray list => [.. list.Items.Select(NameOf).OfType<string>()],
        JsonObject byName => [.. byName.Members.Where(IsRegistered).Select(member => InV3(member.Name))],
        _ => null,
    };

    private static string? NameOf(JsonNode item) => item switch
    {
        JsonString name => name.Value,
        JsonObject service => (service.Find("name")?.Value as JsonString)?.Value,
        _ => null,
    };

    private static bool IsRegistered(JsonMember service) =>
        service.Value is not JsonObject settings || settings.Find("registered")?.Value is not JsonBoolean { Value: false };

    // The OpenAPI document of v4 has the names of v3; a recorded answer of build 22337 has these (A110).
    private static string InV3(string name) => name switch
    {
        "dataDownload" => "fmedatadownload",
        "dataStreaming" => "fmedatastreaming",
        "jobSubmitter" => "fmejobsubmitter",
        "kmlNetworkLink" => "fmekmllink",
        _ => name,
    };
}
