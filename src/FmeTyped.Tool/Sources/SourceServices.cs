using FmeTyped.Schema.Facts;
using FmeTyped.Schema.Json;

namespace FmeTyped.Tool.Sources;

/// <summary>Reads the services that a workspace is registered for, by the names in their addresses; a schema file has a list of names.</summary>
internal static class SourceServices
{
    /// <summary>The names; null if a record does not say.</summary>
    public static IReadOnlyCollection<string>? In(JsonObject workspace) => workspace.Find("services")?.Value switch
    {
        JsonArray list => [.. list.Items.Select(NameOf).OfType<string>()],
        JsonObject byName => [.. byName.Members.Where(IsRegistered).Select(member => ServiceNames.InAddresses(member.Name))],
        _ => null,
    };

    private static string? NameOf(JsonNode item) => item switch
    {
        JsonString name => ServiceNames.InAddresses(name.Value),
        JsonObject service when service.Find("name")?.Value is JsonString name => ServiceNames.InAddresses(name.Value),
        _ => null,
    };

    private static bool IsRegistered(JsonMember service) =>
        ServiceNames.IsRegistered(((service.Value as JsonObject)?.Find(ServiceNames.RegisteredMember)?.Value as JsonBoolean)?.Value);
}
