namespace FmeTyped;

/// <summary>Finds the secrets in the URL of a file: signatures and passwords in its query, and the user information before its host.</summary>
internal static class UrlSecrets
{
    // A shorter value in a query could be a number or a word in any text.
    private const int ShortestValue = 8;

    /// <summary>The secrets in a value, whole and in parts; none if it is not a URL.</summary>
    public static IReadOnlyList<string> From(string value)
    {
        if (!value.Contains("://", StringComparison.Ordinal) || !Uri.TryCreate(value, UriKind.Absolute, out Uri? url))
        {
            return [];
        }

        var secrets = new List<string>();
        Add(url.UserInfo, 1);
        Add(url.UserInfo[(url.UserInfo.IndexOf(':', StringComparison.Ordinal) + 1)..], 1);
        string query = url.Query.TrimStart('?');
        Add(query, 1);
        foreach (string part in query.Split('&'))
        {
            Add(part[(part.IndexOf('=', StringComparison.Ordinal) + 1)..], ShortestValue);
        }

        return secrets;

        void Add(string secret, int shortest)
        {
            if (secret.Length >= shortest)
            {
                secrets.Add(secret);
            }
        }
    }
}
