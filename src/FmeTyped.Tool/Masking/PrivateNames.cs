using System.Text.RegularExpressions;
using FmeTyped.Schema.Facts;

namespace FmeTyped.Tool.Masking;

/// <summary>What the name of a JSON member, a query value or a form field says about its value.</summary>
internal static partial class PrivateNames
{
    public static PrivateKind KindOf(string name) =>
        IsSecret(name) ? PrivateKind.Secret
        : Person().IsMatch(name) ? PrivateKind.Person
        : Host().IsMatch(name) ? PrivateKind.Host
        : PrivateKind.None;

    /// <summary>Names of secrets, and of what identifies a licence.</summary>
    public static bool IsSecret(string name) => SecretNames.Says(name) || Licence().IsMatch(name);

    [GeneratedRegex(
        "(?:user|username|owner|email[a-z]*|account|login|author|principal|fullname|firstname|lastname|(?:created|updated|modified|submitted|published)by)"
            + "(?:s|id|name)?$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Person();

    [GeneratedRegex("(?:host|hostname|servername|machine|machinename|domain|ipaddress)s?$|^ip$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Host();

    [GeneratedRegex("^(?:serialNumber|registrationKey|machineKey|systemCode|licenseKey|privateKey|sig|signature)$", RegexOptions.IgnoreCase)]
    private static partial Regex Licence();
}
