namespace FmeTyped.Testing;

/// <summary>The one user, as v4 names users, and the user's one role.</summary>
internal static class V4User
{
    public const string Id = "00000000-0000-0000-0000-000000000001";

    public const string RoleId = "00000000-0000-0000-0000-000000000002";
}
