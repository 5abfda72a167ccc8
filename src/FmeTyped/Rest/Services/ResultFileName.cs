using System.Net.Http.Headers;

namespace FmeTyped;

/// <summary>Finds the file name of a result. The server's text is used as a name, never as a path.</summary>
internal static class ResultFileName
{
    /// <summary>The name in a response, or else the last segment of its address; null if there is none.</summary>
    /// <param name="disposition">The response's Content-Disposition.</param>
    /// <param name="url">The response's address, if that names a result.</param>
    /// <param name="redact">Redacts secrets in a text.</param>
    public static string? From(ContentDispositionHeaderValue? disposition, Uri? url, Func<string?, string?> redact) =>
        Clean(redact(disposition?.FileNameStar))
        ?? Clean(redact(disposition?.FileName?.Trim('"')))
        ?? Clean(redact(url is null ? null : Uri.UnescapeDataString(url.AbsolutePath)));

    private static string? Clean(string? name)
    {
        if (name is null)
        {
            return null;
        }

        string last = name[(name.LastIndexOfAny(['/', '\\']) + 1)..].Trim();
        return last.Trim('.').Length == 0 ? null : LocalFileName.From(last);
    }
}
