using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace FmeTyped;

/// <summary>
/// A file for a workspace to read or write: one that the server can access itself, by path or URL, or one of this machine, which is uploaded before
/// the submission.
/// </summary>
/// <remarks>
/// <para>It does not convert from text, because a path alone does not say whether the file is on the server or on this machine.</para>
/// <para>A file of this machine is read when it is sent, not earlier. It has no path on the server until then, so it cannot be written as JSON.</para>
/// </remarks>
[DebuggerDisplay("{ToString(),nq}")]
[JsonConverter(typeof(FmeTextJsonConverter<FmeFile>))]
public sealed class FmeFile : IFmeText<FmeFile>
{
    internal FmeFile(string serverPath) => ServerPath = serverPath;

    private FmeFile(LocalFiles local)
        : this(local.Name) => Local = local;

    /// <summary>The value that is sent; empty for blank. For a file of this machine, its name.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    internal string ServerPath { get; }

    /// <summary>The files to upload; null if the server can access the file itself.</summary>
    internal LocalFiles? Local { get; }

    /// <summary>Creates a file that is on the server.</summary>
    /// <param name="path">Its path as the server sees it, which can begin with a macro such as <c>$(FME_SHAREDRESOURCE_DATA)</c>.</param>
    /// <exception cref="ArgumentException">The path is empty.</exception>
    public static FmeFile OnServer(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return new(path);
    }

    /// <summary>Creates a file that the server fetches from a URL.</summary>
    /// <param name="url">Its absolute URL.</param>
    /// <exception cref="ArgumentException">The URL is not absolute, or refers to a file on this machine.</exception>
    public static FmeFile FromUrl(Uri url)
    {
        ArgumentNullException.ThrowIfNull(url);
        if (!url.IsAbsoluteUri || url.IsFile)
        {
            throw new ArgumentException("The server needs an absolute URL that it can fetch, such as https://example.com/roads.zip.", nameof(url));
        }

        return new(url.AbsoluteUri);
    }

    /// <summary>Creates a file of this machine, which is uploaded before the submission.</summary>
    /// <remarks>
    /// If a format has several files, name the one that FME reads. Its siblings are uploaded too: for a shapefile (<c>.shp</c>) all parts, for
    /// MapInfo's <c>.tab</c> and <c>.mif</c> their data, for <c>.gml</c> its schema, for rasters world files, headers, overviews and other side files. A
    /// missing part that FME needs is an error of the request.
    /// </remarks>
    /// <param name="path">Its path on this machine; a relative path is resolved against the current directory now.</param>
    /// <exception cref="ArgumentException">The path is empty.</exception>
    public static FmeFile FromPath(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return new(new LocalFile(Path.GetFullPath(path)));
    }

    /// <summary>Creates a file whose content comes from a delegate, and is uploaded before the submission.</summary>
    /// <param name="name">The file's name, whose extension tells FME the format.</param>
    /// <param name="openAsync">
    /// Opens a new stream at the content's start. It is called each time the file is sent: once, or more often if a handler of the HttpClient
    /// retries. The stream is read to its end and disposed of. If it can seek, its length is sent too.
    /// </param>
    /// <exception cref="ArgumentException">The name is not a valid file name.</exception>
    public static FmeFile FromStream(string name, Func<CancellationToken, ValueTask<Stream>> openAsync)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(openAsync);
        return FileName.FindFault(name) is { } fault
            ? throw new ArgumentException($"'{FileName.Display(name)}' cannot be the name of a file: it {fault}", nameof(name))
            : new(new LocalStream(name, openAsync));
    }

    /// <summary>
    /// Creates a file from a form that was posted to your application: <c>FmeFile.FromFormFile(file.FileName, file.OpenReadStream)</c> for ASP.NET Core's
    /// <c>IFormFile</c>.
    /// </summary>
    /// <param name="fileName">
    /// The name as the browser sent it. Only its last segment is used, and underscores replace the characters that servers do not allow in a name.
    /// </param>
    /// <param name="openReadStream">Opens a new stream at the content's start. The stream is disposed of.</param>
    public static FmeFile FromFormFile(string fileName, Func<Stream> openReadStream)
    {
        ArgumentNullException.ThrowIfNull(fileName);
        ArgumentNullException.ThrowIfNull(openReadStream);
        return new(new LocalStream(FileName.Sanitize(fileName), _ => new(openReadStream())));
    }

    /// <summary>Creates a file from a folder of this machine, sent as one zip file, for readers that accept zip files.</summary>
    /// <remarks>It is zipped into a temporary file when it is sent; the file is deleted afterwards. Links to folders are not followed.</remarks>
    /// <param name="path">The folder's path on this machine. The zip file has its name.</param>
    /// <exception cref="ArgumentException">The path is empty.</exception>
    public static FmeFile FromFolder(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return new(new LocalZip(Path.GetFullPath(path)));
    }

    /// <summary>Creates a list of this one file, for a parameter that takes several.</summary>
    /// <param name="file">The file; null gives null, which leaves the parameter unset.</param>
    [return: NotNullIfNotNull(nameof(file))]
    public static implicit operator FmeList<FmeFile>?(FmeFile? file) => file is null ? null : [file];

    /// <summary>Blank.</summary>
    /// <param name="blank">Blank.</param>
    public static implicit operator FmeFile(FmeBlank blank) => new("");

    /// <summary>Whether both are the same file. Files of this machine are equal if they have the same path, or the same name and delegate.</summary>
    /// <param name="obj">The other file.</param>
    public override bool Equals(object? obj) =>
        obj is FmeFile other && string.Equals(ServerPath, other.ServerPath, StringComparison.Ordinal) && Equals(Local, other.Local);

    /// <inheritdoc/>
    public override int GetHashCode() => ServerPath.GetHashCode(StringComparison.Ordinal);

    /// <summary>The path or URL; for a file of this machine, its name. A URL is shown without user name, password and query, which can be secret.</summary>
    public override string ToString() => WithoutSecrets(ServerPath);

    static FmeFile IFmeText<FmeFile>.FromText(string text) => new(text);

    string IFmeText<FmeFile>.ToText() => Local is null ? ServerPath : throw NotOnServer.Error(Local);

    /// <summary>A path as it is; a URL without user name, password and query.</summary>
    internal static string WithoutSecrets(string serverPath) =>
        serverPath.Contains("://", StringComparison.Ordinal) && Uri.TryCreate(serverPath, UriKind.Absolute, out Uri? url)
            ? url.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped)
            : serverPath;
}
