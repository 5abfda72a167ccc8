namespace FmeTyped;

/// <summary>
/// Finds the real address of a result. A server writes its own name into a result's URL, which may differ from its public name.
/// </summary>
internal sealed class ResultAddress(Uri serverUrl, IEnumerable<string> internalHosts)
{
    private readonly HashSet<string> _internalHosts = new(internalHosts, StringComparer.OrdinalIgnoreCase);
    private readonly string _baseUrl = serverUrl.GetLeftPart(UriPartial.Path).TrimEnd('/');

    /// <summary>The address of a result.</summary>
    /// <param name="url">The address that the server returned.</param>
    /// <param name="context">Describes the operation, for errors.</param>
    public Uri Resolve(Uri url, ErrorContext context)
    {
        bool isDowngrade = serverUrl.Scheme == Uri.UriSchemeHttps && url.Scheme == Uri.UriSchemeHttp;

        // Behind a proxy that terminates TLS, a server believes that it is reached over http.
        if (_internalHosts.Contains(url.Host) || (isDowngrade && url.Host.Equals(serverUrl.Host, StringComparison.OrdinalIgnoreCase)))
        {
            return new Uri(_baseUrl + url.PathAndQuery);
        }

        return isDowngrade
            ? throw new FmeException(
                $"Could not {context.Operation}: the server says that it is at {url.GetLeftPart(UriPartial.Authority)}, which is another host, "
                    + "and not encrypted. Nothing was fetched. "
                + $"If {url.Host} stands for the server itself, add it to FmeFlowOptions.InternalHosts.",
                context)
            : url;
    }
}
