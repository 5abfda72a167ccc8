using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace FmeTyped.Testing;

/// <summary>The accounts: only the caller's own exists. The path is that of the OpenAPI document. What it leaves open is A178.</summary>
internal static class V4AccountRoutes
{
    private const string Role = "fmesuperuser";
    private const string Type = "system";

    public static void Map(RouteGroupBuilder authenticated, ServerState server)
    {
        RouteGroupBuilder accounts = authenticated.MapGroup("/accounts").OfKind(FmeRequestKind.Server);
        accounts.MapGet("", (V4ListQuery query) =>
        {
            bool isListed = (query.Text("originID") is null) & (query.Word("type", Type, "ldap", "azure", "saml") is null or Type);
            query.Word("summary", "true", "false");
            Func<IReadOnlyList<string>, bool> finds = query.Filter("name", "fullname", "email", "role");
            string[] found = isListed && finds([server.User, server.User, "", Role]) ? [server.User] : [];
            return query.Respond(found, Describe);
        });
        accounts.MapGet("/{id}", (string id) => PathValue.Uuid(id) == Guid.Parse(V4User.Id)
            ? JsonResponse.From(Describe(server.User))
            : throw V4Refusal.NotFound($"The account for ID \"{id}\" does not exist."));
    }

    private static object Describe(string name) => new
    {
        V4User.Id,
        Name = name,
        FullName = name,
        Email = "",
        Roles = new[] { new { Id = V4User.RoleId, Name = Role } },
        IsSuperUser = true,
        Enabled = true,
        SharingEnabled = true,
        Type,
        PasswordChangeNeeded = false,
        PasswordExpired = false,
    };
}
