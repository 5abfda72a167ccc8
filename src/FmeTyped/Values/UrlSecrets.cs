namespace FmeTyped;

/// <summary>What is secret of the address of a file: signatures and passwords, which stand in its query and before its host.</summary>
internal static class UrlSecrets
{
    /// <summary>The secrets of a value; none where it is no address.</summary>
    public static string[] Of(string value) =>
        value.Contains("://", StringComparison.Ordinal) && Uri.TryCreate(value, UriKind.Absolute, out Uri? url)
            ? Array.FindAll([url.UserInfo, url.Query.TrimStart('?')], part => part.Length > 0)
            : [];
}
