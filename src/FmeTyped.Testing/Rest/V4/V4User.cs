namespace FmeTyped.Testing;

/// <summary>The one user, as v4 names users.</summary>
internal static class V4User
{
    public const string Id = "00000000-0000-0000-0000-000000000001";
}
