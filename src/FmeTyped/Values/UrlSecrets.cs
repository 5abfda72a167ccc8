namespace FmeTyped;

/// <summary>What is secret of the address of a file: signatures and passwords, which stand in its query and before its host.</summary>
internal static class UrlSecrets
{
    // A shorter value of a query is a number or a word of any text.
    private const int ShortestValue = 8;

    /// <summary>The secrets of a value, as wholes and in their parts; none where it is no address.</summary>
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
