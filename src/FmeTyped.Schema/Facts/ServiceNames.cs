namespace FmeTyped.Schema.Facts;

/// <summary>
/// The services of FME Flow by the names in their addresses, their other names, and the meaning of <c>registered</c>. REST v3
/// lists <c>{name, displayName}</c>; v4 has an object with one member for each service, which contains <c>{registered, ...}</c>.
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

    /// <summary>The name in the address. Build 22337 uses camel case; the vendor's document uses the names in the addresses.</summary>
    public static string InAddresses(string name) => name switch
    {
        "dataDownload" => DataDownload,
        "dataStreaming" => DataStreaming,
        "jobSubmitter" => JobSubmitter,
        "kmlNetworkLink" => KmlNetworkLink,
        "notification" => Notification,
        _ => name,
    };

    /// <summary>Whether a workspace is registered, by the value of <see cref="RegisteredMember"/>; null if there is none.</summary>
    public static bool IsRegistered(bool? registered) => registered == true;
}
