using System.Net;
using Microsoft.AspNetCore.Http;

namespace FmeTyped.Testing;

/// <summary>
/// Refuses requests to hosts that the emulator does not answer for. A browser that was led to this machine by the name of another site (DNS rebinding) sends
/// that name as the host, and would let the site's pages read every response.
/// </summary>
/// <param name="allowed">The hosts besides those of the loopback address.</param>
internal sealed class HostGuard(IReadOnlyList<string> allowed)
{
    /// <summary>Rejects options that would open the emulator to others unawares.</summary>
    /// <exception cref="ArgumentException">A host is not a name, or an address beyond loopback comes without a token or without a host.</exception>
    public static void Check(FmeFlowEmulatorOptions options)
    {
        if (options.AllowedHosts.FirstOrDefault(host => Uri.CheckHostName(host) == UriHostNameType.Unknown) is { } wrong)
        {
            throw new ArgumentException($"'{wrong}' is no name of a host. One reads like flow.test, without a scheme and a port.", nameof(options));
        }

        if (options.Listens && !IPAddress.IsLoopback(options.Address) && (options.Token is null || options.AllowedHosts.Count == 0))
        {
            throw new ArgumentException(
                $"Other machines reach the emulator on {options.Address}: give it a token ({nameof(options.Token)}), and the names by which they call it "
                + $"({nameof(options.AllowedHosts)}).",
                nameof(options));
        }
    }

    public Task InvokeAsync(HttpContext http, RequestDelegate next)
    {
        // A request of a handler came through no socket, and may name any host.
        string host = http.Request.Host.Host;
        return http.Connection.LocalIpAddress is null || IsLoopback(host) || allowed.Contains(host.Trim('[', ']'), StringComparer.OrdinalIgnoreCase)
            ? next(http)
            : ErrorResponses.RefuseAsync(
                http,
                StatusCodes.Status421MisdirectedRequest,
                $"The emulator does not answer for the host '{host}', only for {string.Join(", ", ["localhost", "loopback addresses", .. allowed])}. "
                + $"Name it in {nameof(FmeFlowEmulatorOptions.AllowedHosts)}, or with serve --allowed-host.");
    }

    private static bool IsLoopback(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host, out IPAddress? address) && IPAddress.IsLoopback(address));
}
