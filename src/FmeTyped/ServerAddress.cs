namespace FmeTyped;

/// <summary>Addresses of servers, fit to be compared.</summary>
internal static class ServerAddress
{
    /// <summary>The address without a slash at its end; scheme and host count without case, as in any address.</summary>
    public static Uri From(Uri url) => url.IsAbsoluteUri ? new Uri(url.GetLeftPart(UriPartial.Path).TrimEnd('/')) : url;
}
