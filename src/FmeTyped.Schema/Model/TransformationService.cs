using System;

namespace FmeTyped.Schema.Model;

/// <summary>The services that run a workspace and hand out its result. Only a workspace that is registered for one can be run by it.</summary>
internal static class TransformationService
{
    public const string DataDownload = "fmedatadownload";
    public const string DataStreaming = "fmedatastreaming";

    private const string Prefix = "fme";

    /// <summary>Whether a service can run a workspace, as far as is known: where the source lists no services, any of them may.</summary>
    public static bool MayRun(string service, Workspace workspace)
    {
        if (!workspace.ServicesAreKnown)
        {
            return true;
        }

        foreach (string name in workspace.Services)
        {
            if (string.Equals(ShortName(name), ShortName(service), StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    // Older builds say dataDownload for fmedatadownload, and so on.
    private static string ShortName(string name) => name.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) ? name.Substring(Prefix.Length) : name;
}
