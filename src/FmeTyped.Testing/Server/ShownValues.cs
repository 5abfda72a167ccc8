using System.Text.RegularExpressions;

namespace FmeTyped.Testing;

/// <summary>Redacts queries and forms in recorded requests.</summary>
internal static partial class ShownValues
{
    /// <summary>Replaces tokens, and the passwords of the token service, with <c>***</c>.</summary>
    public static string HideSecrets(string queryOrForm) => Secret().Replace(queryOrForm, "$1***");

    [GeneratedRegex("((?:^|[?&])(?:(?:fme)?token|password)=)[^&]*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Secret();
}
