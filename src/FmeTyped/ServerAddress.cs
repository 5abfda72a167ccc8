namespace FmeTyped;

/// <summary>Normalizes server addresses so that they can be compared.</summary>
internal static class ServerAddress
{
    /// <summary>The address without a trailing slash, and with scheme and host in lower case.</summary>
    public static Uri From(Uri url) => url.IsAbsoluteUri ? new Uri(url.GetLeftPart(UriPartial.Path).TrimEnd('/')) : url;
}
