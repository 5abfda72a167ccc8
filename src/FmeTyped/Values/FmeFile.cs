using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace FmeTyped;

/// <summary>A file for a workspace to read or write: one that the server can reach by itself, by path or URL.</summary>
/// <remarks>It does not convert from text, which would leave open whose file a path means: the server's or this machine's.</remarks>
[JsonConverter(typeof(FmeTextJsonConverter<FmeFile>))]
public sealed class FmeFile : IEquatable<FmeFile>, IFmeText<FmeFile>
{
    internal FmeFile(string serverPath) => ServerPath = serverPath;

    /// <summary>What is sent; empty for blank.</summary>
    internal string ServerPath { get; }

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

    /// <summary>A list of this one file, for a parameter that takes several.</summary>
    /// <param name="file">The file; null gives null, which leaves the parameter unset.</param>
    [return: NotNullIfNotNull(nameof(file))]
    public static implicit operator FmeList<FmeFile>?(FmeFile? file) => file is null ? null : [file];

    /// <summary>Blank.</summary>
    /// <param name="blank">Blank.</param>
    public static implicit operator FmeFile(FmeBlank blank) => new("");

    /// <summary>Whether both are the same file.</summary>
    /// <param name="left">One file.</param>
    /// <param name="right">The other file.</param>
    public static bool operator ==(FmeFile? left, FmeFile? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether the files differ.</summary>
    /// <param name="left">One file.</param>
    /// <param name="right">The other file.</param>
    public static bool operator !=(FmeFile? left, FmeFile? right) => !(left == right);

    /// <inheritdoc/>
    public bool Equals(FmeFile? other) => other is not null && string.Equals(ServerPath, other.ServerPath, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as FmeFile);

    /// <inheritdoc/>
    public override int GetHashCode() => ServerPath.GetHashCode(StringComparison.Ordinal);

    /// <summary>The path or URL. A URL is shown without user name, password and query, which can hold secrets.</summary>
    public override string ToString() =>
        ServerPath.Contains("://", StringComparison.Ordinal) && Uri.TryCreate(ServerPath, UriKind.Absolute, out Uri? url)
            ? url.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped)
            : ServerPath;

    static FmeFile IFmeText<FmeFile>.FromText(string text) => new(text);

    string IFmeText<FmeFile>.ToText() => ServerPath;
}
