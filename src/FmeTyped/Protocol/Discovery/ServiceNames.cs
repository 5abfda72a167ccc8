using System.Text.Json;

namespace FmeTyped;

/// <summary>
/// Reads the services a workspace is registered with. Version 3 lists <c>{name, displayName}</c>. Version 4 has an object a service, which says
/// whether it is registered; a recorded answer names them in camel case, and the vendor's document as their addresses do.
/// </summary>
internal static class ServiceNames
{
    /// <summary>The names as in the services' addresses, such as <c>fmedatadownload</c>, in ordinal order.</summary>
    public static IReadOnlyList<string> Read(JsonElement services) => services.ValueKind switch
    {
        JsonValueKind.Array => Sorted(services.EnumerateArray().Select(NameOf)),
        JsonValueKind.Object => Sorted(services.EnumerateObject().Where(service => IsRegistered(service.Value)).Select(service => Normalized(service.Name))),
        _ => [],
    };

    /// <summary>A service's name as in its address.</summary>
    public static string Normalized(string name) => name switch
    {
        "dataDownload" => "fmedatadownload",
        "dataStreaming" => "fmedatastreaming",
        "jobSubmitter" => "fmejobsubmitter",
        "kmlNetworkLink" => "fmekmllink",
        "notification" => "fmenotification",
        _ => name,
    };

    private static string[] Sorted(IEnumerable<string?> names) => [.. names.OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    private static string? NameOf(JsonElement service) => service.ValueKind switch
    {
        JsonValueKind.String => Normalized(service.GetString()!),
        JsonValueKind.Object when service.GetWords("name"u8) is { } name => Normalized(name),
        _ => null,
    };

    private static bool IsRegistered(JsonElement service) =>
        service.ValueKind == JsonValueKind.Object && service.TryGetProperty("registered", out JsonElement registered) && registered.ValueKind == JsonValueKind.True;
}
