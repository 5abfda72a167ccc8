using System.Security.Claims;
using Microsoft.AspNetCore.Http;

namespace FmeTyped.AspNetCore;

/// <summary>Who calls, as something that stays the same from request to request.</summary>
internal static class CallerIdentity
{
    private static readonly string[] ClaimTypesOfIds = ["sub", ClaimTypes.NameIdentifier, ClaimTypes.Upn, ClaimTypes.Name];

    /// <summary>The caller's identity; null for one who has not signed in.</summary>
    /// <exception cref="InvalidOperationException">The caller has signed in, and no claim says as whom.</exception>
    public static string? Of(HttpContext context)
    {
        ClaimsIdentity? identity = context.User.Identities.FirstOrDefault(identity => identity.IsAuthenticated);
        if (identity is null)
        {
            return null;
        }

        Claim? claim = ClaimTypesOfIds.Append(identity.NameClaimType).Select(identity.FindFirst).FirstOrDefault(claim => claim is not null);
        return claim is null
            ? throw new InvalidOperationException(
                $"The caller has signed in by {identity.AuthenticationType}, and has no claim of an id or a name: whose job would it be?")
            : $"{claim.Issuer}\n{claim.Type}\n{claim.Value}";
    }
}
