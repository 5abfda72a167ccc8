using System.Globalization;
using System.Security.Cryptography;

namespace FmeTyped.Testing;

/// <summary>The download address of a job's files. The format of the names, <c>FME_...zip</c>, is from a response in the vendor's documents of 2014.</summary>
/// <param name="Folder">The address to which a name is appended.</param>
internal sealed record ResultLink(Uri Folder)
{
    private readonly string _key = RandomNumberGenerator.GetHexString(16);

    public string NameOf(long jobId) => string.Create(CultureInfo.InvariantCulture, $"FME_{_key}_{jobId}.zip");

    public Uri UrlOf(long jobId) => new(Folder, NameOf(jobId));

    /// <summary>The job id in a name; null for a name of another format.</summary>
    public static long? JobOf(string name) =>
        name.EndsWith(".zip", StringComparison.Ordinal)
        && long.TryParse(name.AsSpan(name.LastIndexOf('_') + 1)[..^4], NumberStyles.None, CultureInfo.InvariantCulture, out long id)
            ? id
            : null;
}
