using FmeTyped.Schema.Facts;

namespace FmeTyped.Tool.Masking;

/// <summary>What the path of a request says about request and response: which of their texts are names and states of FME Flow, and which are private.</summary>
internal sealed class FlowPath
{
    // The groups whose records the client reads. What other groups have, such as connections and accounts, is private as a whole.
    private static readonly string[] KnownGroups =
    [
        "engines", "healthcheck", "info", "jobs", "license", "licensing", "queues", "repositories", "resources", "tokens", "transformations", "workspaces",
    ];

    private static readonly string[] Services =
    [
        ServiceNames.DataDownload, ServiceNames.DataStreaming, ServiceNames.JobSubmitter, ServiceNames.KmlNetworkLink, ServiceNames.Notification,
        ServiceNames.DataUpload,
    ];

    private readonly string _path;
    private readonly string[] _segments;
    private readonly int _known;

    public FlowPath(string target)
    {
        int query = target.IndexOf('?', StringComparison.Ordinal);
        _path = query < 0 ? target : target[..query];
        _segments = _path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        _known = CountKnown(_segments);
        IsService = _segments is [var first, ..] && Services.Contains(first);
        IsApi = _known == int.MaxValue;
        IsLog = _segments is ["fmerest", _, "transformations", .., "log"] or ["fmeapiv4", "jobs", .., "log" or "parsed"];
        TakesValues = IsService || _segments.Contains("transactdata");
        IsFile = _segments is ["fmerest", _, "resources", .., _] && (_segments.Contains("filesys") || _segments.Contains("downloadzip"))
            || _segments is ["fmeapiv4", "resources", .., "download" or "downloadzip" or "upload"]
            || _segments is ["fmeapiv4", "workspaces", .., "download"];
        IsStreamed = IsFile || TakesValues && _segments is not [ServiceNames.DataDownload or ServiceNames.JobSubmitter or ServiceNames.DataUpload, ..];
    }

    /// <summary>Whether the path is known, so that the JSON there has members of a known meaning.</summary>
    public bool IsApi { get; }

    /// <summary>Whether it is one of the services, whose JSON may be FME Flow's or a result.</summary>
    public bool IsService { get; }

    /// <summary>Whether unknown names in the query or a form are parameters of a workspace.</summary>
    public bool TakesValues { get; }

    public bool IsLog { get; }

    /// <summary>Whether a response that is no JSON is a token.</summary>
    public bool IsToken => _segments is ["fmetoken", ..];

    /// <summary>Whether a body may be a file in whatever format, JSON included.</summary>
    public bool IsFile { get; }

    /// <summary>Whether the response has to reach the client as it comes, since it is a file or a result.</summary>
    public bool IsStreamed { get; }

    /// <summary>The path with the names masked that are private.</summary>
    public string Mask(TextMask text)
    {
        int index = 0;
        return string.Join('/', _path.Split('/').Select(segment =>
            segment.Length == 0 ? segment : index++ < _known ? MaskSegment(segment, text) : SecretMask.Text));
    }

    private static int CountKnown(string[] segments) => segments switch
    {
        ["fmerest", _, var group, ..] => KnownGroups.Contains(group) ? int.MaxValue : 3,
        ["fmeapiv4", var group, ..] => KnownGroups.Contains(group) ? int.MaxValue : 2,
        ["fmeinfo" or "fmetoken", ..] => int.MaxValue,
        [var first, ..] when Services.Contains(first) => int.MaxValue,
        [] => int.MaxValue,
        _ => 1,
    };

    private static string MaskSegment(string segment, TextMask text)
    {
        // A session stands behind a semicolon.
        int parameters = segment.IndexOf(';', StringComparison.Ordinal);
        string name = Uri.UnescapeDataString(parameters < 0 ? segment : segment[..parameters]);
        string masked = text.Mask(name, PrivateKind.None);
        return (masked == name ? segment[..(parameters < 0 ? segment.Length : parameters)] : Placeholder.Escape(masked))
            + (parameters < 0 ? "" : $";{SecretMask.Text}");
    }
}
