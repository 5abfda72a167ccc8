using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace FmeTyped.Testing;

/// <summary>The accounts: only the caller's own exists. The path is that of a script in use; the format of the record is A178.</summary>
internal static class V3AccountRoutes
{
    public static void Map(RouteGroupBuilder authenticated, ServerState server)
    {
        RouteGroupBuilder accounts = authenticated.MapGroup("/security/accounts").OfKind(FmeRequestKind.Server);
        accounts.MapGet("", (V3ListQuery query) => query.Respond(new[] { server.User }, Describe));
        accounts.MapGet("/{account}", (string account) => account == server.User
            ? JsonResponse.From(Describe(account))
            : throw new RefusedException(StatusCodes.Status404NotFound, $"Account {account} does not exist."));
    }

    private static object Describe(string name) => new
    {
        Name = name,
        FullName = name,
        IsEnabled = true,
        IsPasswordExpired = false,
        SharingEnabled = true,
        Type = "SYSTEM",
        Roles = new[] { "fmesuperuser" },
    };
}
