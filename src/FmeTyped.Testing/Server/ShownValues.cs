using System.Text.RegularExpressions;

namespace FmeTyped.Testing;

/// <summary>What recorded requests show of queries and forms.</summary>
internal static partial class ShownValues
{
    /// <summary>Replaces tokens and the passwords that the token service takes by <c>***</c>.</summary>
    public static string HideSecrets(string queryOrForm) => Secret().Replace(queryOrForm, "$1***");

    [GeneratedRegex("((?:^|[?&])(?:(?:fme)?token|password)=)[^&]*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Secret();
}
