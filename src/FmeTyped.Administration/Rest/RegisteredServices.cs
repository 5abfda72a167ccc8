using System.Text.Json;
using FmeTyped.Schema.Facts;

namespace FmeTyped.Administration;

/// <summary>Reads the services that a workspace is registered with, in the formats of both versions.</summary>
internal static class RegisteredServices
{
    /// <summary>The names as in the services' addresses, such as <c>fmedatadownload</c>, in ordinal order.</summary>
    public static IReadOnlyList<string> Read(JsonElement services) => services.ValueKind switch
    {
        JsonValueKind.Array => Sorted(services.EnumerateArray().Select(NameOf)),
        JsonValueKind.Object => Sorted(services.EnumerateObject()
            .Where(service => IsRegistered(service.Value))
            .Select(service => ServiceNames.InAddresses(service.Name))),
        _ => [],
    };

    private static string[] Sorted(IEnumerable<string?> names) => [.. names.OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    private static string? NameOf(JsonElement service) => service.ValueKind switch
    {
        JsonValueKind.String => ServiceNames.InAddresses(service.GetString()!),
        JsonValueKind.Object when service.GetNonBlankText("name"u8) is { } name => ServiceNames.InAddresses(name),
        _ => null,
    };

    private static bool IsRegistered(JsonElement service) => ServiceNames.IsRegistered(
        service.ValueKind != JsonValueKind.Object || !service.TryGetProperty(ServiceNames.RegisteredMember, out JsonElement registered) ? null
        : registered.ValueKind == JsonValueKind.True);
}
