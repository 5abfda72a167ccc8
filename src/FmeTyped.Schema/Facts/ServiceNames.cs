namespace FmeTyped.Schema.Facts;

/// <summary>
/// The services of FME Flow by the names of their addresses, what else a server calls them, and what makes a workspace registered with one. REST v3
/// lists <c>{name, displayName}</c>; v4 has an object with a member a service, which holds <c>{registered, ...}</c> (A110).
/// </summary>
internal static partial class ServiceNames
{
    public const string DataDownload = "fmedatadownload";
    public const string DataStreaming = "fmedatastreaming";
    public const string JobSubmitter = "fmejobsubmitter";
    public const string KmlNetworkLink = "fmekmllink";
    public const string Notification = "fmenotification";
    public const string DataUpload = "fmedataupload";

    /// <summary>The member of a v4 service that says whether the workspace is registered with it.</summary>
    public const string RegisteredMember = "registered";

    /// <summary>The name of the address. Build 22337 answers in camel case; the vendor's document has the names of the addresses.</summary>
    public static string InAddresses(string name) => name switch
    {
        "dataDownload" => DataDownload,
        "dataStreaming" => DataStreaming,
        "jobSubmitter" => JobSubmitter,
        "kmlNetworkLink" => KmlNetworkLink,
        "notification" => Notification,
        _ => name,
    };

    /// <summary>Whether a workspace is registered, by the value of <see cref="RegisteredMember"/>; null where there is none.</summary>
    public static bool IsRegistered(bool? registered) => registered == true;
}
