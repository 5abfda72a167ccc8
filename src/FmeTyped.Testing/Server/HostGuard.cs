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
                + "Name it in AllowedHosts, or with serve --allowed-host.");
    }

    private static bool IsLoopback(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host, out IPAddress? address) && IPAddress.IsLoopback(address));
}
