using System.Net.Http.Headers;

namespace FmeTyped;

/// <summary>The name of a result's file. What a server says is taken for a name and never for a path.</summary>
internal static class ResultFileName
{
    // What no file system or one of them takes in a name.
    private const string Forbidden = "<>:\"|?*";

    /// <summary>The name that a response gives, or else the last part of its address; null where there is none.</summary>
    /// <param name="disposition">What the response says.</param>
    /// <param name="url">Its address, if that names a result.</param>
    /// <param name="redact">Takes secrets out of a text.</param>
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
        return last.Trim('.').Length == 0
            ? null
            : string.Create(last.Length, last, static (clean, text) =>
            {
                for (int i = 0; i < text.Length; i++)
                {
                    clean[i] = char.IsControl(text[i]) || Forbidden.Contains(text[i], StringComparison.Ordinal) ? '_' : text[i];
                }
            });
    }
}
