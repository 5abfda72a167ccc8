using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace FmeTyped;

/// <summary>
/// A file for a workspace to read or write: one that the server can reach by itself, by path or URL, or one of this machine, which is uploaded before
/// the submission.
/// </summary>
/// <remarks>
/// <para>It does not convert from text, which would leave open whose file a path means: the server's or this machine's.</para>
/// <para>A file of this machine is read when it is sent, and not before. It has no place on the server until then, so it cannot be written as JSON.</para>
/// </remarks>
[DebuggerDisplay("{ToString(),nq}")]
[JsonConverter(typeof(FmeTextJsonConverter<FmeFile>))]
public sealed class FmeFile : IFmeText<FmeFile>
{
    internal FmeFile(string serverPath) => ServerPath = serverPath;

    private FmeFile(LocalFiles local)
        : this(local.Name) => Local = local;

    /// <summary>What is sent; empty for blank. Of a file of this machine, its name.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    internal string ServerPath { get; }

    /// <summary>What is uploaded; null for what the server reaches by itself.</summary>
    internal LocalFiles? Local { get; }

    /// <summary>A file that lies on the server.</summary>
    /// <param name="path">Its path as the server sees it, which can begin with a macro such as <c>$(FME_SHAREDRESOURCE_DATA)</c>.</param>
    /// <exception cref="ArgumentException">The path is empty.</exception>
    public static FmeFile OnServer(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return new(path);
    }

    /// <summary>A file that the server fetches.</summary>
    /// <param name="url">Its absolute URL.</param>
    /// <exception cref="ArgumentException">The URL is not absolute, or is that of a file on this machine.</exception>
    public static FmeFile FromUrl(Uri url)
    {
        ArgumentNullException.ThrowIfNull(url);
        if (!url.IsAbsoluteUri || url.IsFile)
        {
            throw new ArgumentException("The server needs an absolute URL that it can fetch, such as https://example.com/roads.zip.", nameof(url));
        }

        return new(url.AbsoluteUri);
    }

    /// <summary>A file of this machine, which is uploaded before the submission.</summary>
    /// <remarks>
    /// Of formats that are several files, name the one that FME reads; the others beside it are taken along: of a shapefile (<c>.shp</c>) all parts, of
    /// MapInfo's <c>.tab</c> and <c>.mif</c> their data, of <c>.gml</c> its schema, of rasters world files, headers, overviews and other side files. That
    /// a part is missing which FME cannot do without is a problem of the request.
    /// </remarks>
    /// <param name="path">Its path on this machine; a relative one is taken from the current directory as it is now.</param>
    /// <exception cref="ArgumentException">The path is empty.</exception>
    public static FmeFile FromPath(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return new(new LocalFile(Path.GetFullPath(path)));
    }

    /// <summary>A file whose content comes from wherever you open it, and is uploaded before the submission.</summary>
    /// <param name="name">The file's name, whose end tells FME the format.</param>
    /// <param name="openAsync">
    /// Opens the content anew, from its start. It is called once for each time that the file is sent: once, or more often if a handler of the HttpClient
    /// tries again. The stream is read to its end and disposed of. If it can seek, its length is sent along.
    /// </param>
    /// <exception cref="ArgumentException">The name cannot be that of a file.</exception>
    public static FmeFile FromStream(string name, Func<CancellationToken, ValueTask<Stream>> openAsync)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(openAsync);
        return FileName.FindFault(name) is { } fault
            ? throw new ArgumentException($"'{FileName.Shown(name)}' cannot be the name of a file: it {fault}", nameof(name))
            : new(new LocalStream(name, openAsync));
    }

    /// <summary>
    /// A file of a form that was posted to your application: <c>FmeFile.FromFormFile(file.FileName, file.OpenReadStream)</c> for ASP.NET Core's
    /// <c>IFormFile</c>.
    /// </summary>
    /// <param name="fileName">
    /// The name as the browser sent it. Only its last part is used, and an underscore takes the place of each character that no server takes in a name.
    /// </param>
    /// <param name="openReadStream">Opens the content anew, from its start. The stream is disposed of.</param>
    public static FmeFile FromFormFile(string fileName, Func<Stream> openReadStream)
    {
        ArgumentNullException.ThrowIfNull(fileName);
        ArgumentNullException.ThrowIfNull(openReadStream);
        return new(new LocalStream(FileName.Sanitize(fileName), _ => new(openReadStream())));
    }

    /// <summary>A folder of this machine, sent as one zip file, for readers that take those.</summary>
    /// <remarks>It is zipped into a temporary file when it is sent, which is deleted after. Links to folders are not followed.</remarks>
    /// <param name="path">The folder's path on this machine. The zip file has its name.</param>
    /// <exception cref="ArgumentException">The path is empty.</exception>
    public static FmeFile FromFolder(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return new(new LocalZip(Path.GetFullPath(path)));
    }

    /// <summary>A list of this one file, for a parameter that takes several.</summary>
    /// <param name="file">The file; null gives null, which leaves the parameter unset.</param>
    [return: NotNullIfNotNull(nameof(file))]
    public static implicit operator FmeList<FmeFile>?(FmeFile? file) => file is null ? null : [file];

    /// <summary>Blank.</summary>
    /// <param name="blank">Blank.</param>
    public static implicit operator FmeFile(FmeBlank blank) => new("");

    /// <summary>Whether both are the same file. Files of this machine are if they have the same path, or the same name and opener.</summary>
    /// <param name="obj">The other file.</param>
    public override bool Equals(object? obj) =>
        obj is FmeFile other && string.Equals(ServerPath, other.ServerPath, StringComparison.Ordinal) && Equals(Local, other.Local);

    /// <inheritdoc/>
    public override int GetHashCode() => ServerPath.GetHashCode(StringComparison.Ordinal);

    /// <summary>The path or URL; for a file of this machine, its name. A URL is shown without user name, password and query, which can hold secrets.</summary>
    public override string ToString() =>
        ServerPath.Contains("://", StringComparison.Ordinal) && Uri.TryCreate(ServerPath, UriKind.Absolute, out Uri? url)
            ? url.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped)
            : ServerPath;

    static FmeFile IFmeText<FmeFile>.FromText(string text) => new(text);

    string IFmeText<FmeFile>.ToText() => Local is null ? ServerPath : throw NotOnServer.Error(Local);
}
