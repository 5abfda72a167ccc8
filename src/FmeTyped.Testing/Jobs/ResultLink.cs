using System.Globalization;
using System.Security.Cryptography;

namespace FmeTyped.Testing;

/// <summary>Where the files of a job are downloaded. The form of names, <c>FME_...zip</c>, is that of a response in the vendor's documents of 2014.</summary>
/// <param name="Folder">The address that a name is put behind.</param>
internal sealed record ResultLink(Uri Folder)
{
    private readonly string _key = RandomNumberGenerator.GetHexString(16);

    public string NameOf(long jobId) => string.Create(CultureInfo.InvariantCulture, $"FME_{_key}_{jobId}.zip");

    public Uri UrlOf(long jobId) => new(Folder, NameOf(jobId));

    /// <summary>The job that a name says it is of; null for a name of another form.</summary>
    public static long? JobOf(string name) =>
        name.EndsWith(".zip", StringComparison.Ordinal)
        && long.TryParse(name.AsSpan(name.LastIndexOf('_') + 1)[..^4], NumberStyles.None, CultureInfo.InvariantCulture, out long id)
            ? id
            : null;
}
