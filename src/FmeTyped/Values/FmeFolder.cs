using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace FmeTyped;

/// <summary>
/// A folder for a workspace to read or write, or a dataset that is a folder, such as a file geodatabase. It is on the server, or on this machine and
/// uploaded before the submission.
/// </summary>
/// <remarks>It does not convert from text, because a path alone does not say whether the folder is on the server or on this machine.</remarks>
[JsonConverter(typeof(FmeTextJsonConverter<FmeFolder>))]
public sealed class FmeFolder : IFmeText<FmeFolder>
{
    internal FmeFolder(string serverPath) => ServerPath = serverPath;

    private FmeFolder(LocalFiles local)
        : this(local.Name) => Local = local;

    /// <summary>The value that is sent; empty for blank. For a folder of this machine, its name.</summary>
    internal string ServerPath { get; }

    /// <summary>The files to upload; null for a folder on the server.</summary>
    internal LocalFiles? Local { get; }

    /// <summary>Creates a folder that is on the server.</summary>
    /// <param name="path">Its path as the server sees it, which can begin with a macro such as <c>$(FME_SHAREDRESOURCE_DATA)</c>.</param>
    /// <exception cref="ArgumentException">The path is empty.</exception>
    public static FmeFolder OnServer(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return new(path);
    }

    /// <summary>
    /// Creates a folder of this machine. It is uploaded with all its contents before the submission, file by file. Empty folders are left out, and links to
    /// folders are not followed.
    /// </summary>
    /// <param name="path">Its path on this machine; a relative path is resolved against the current directory now.</param>
    /// <exception cref="ArgumentException">The path is empty.</exception>
    public static FmeFolder FromPath(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return new(new LocalFolder(Path.GetFullPath(path)));
    }

    /// <summary>Creates a list of this one folder, for a parameter that takes several.</summary>
    /// <param name="folder">The folder; null gives null, which leaves the parameter unset.</param>
    [return: NotNullIfNotNull(nameof(folder))]
    public static implicit operator FmeList<FmeFolder>?(FmeFolder? folder) => folder is null ? null : [folder];

    /// <summary>Blank.</summary>
    /// <param name="blank">Blank.</param>
    public static implicit operator FmeFolder(FmeBlank blank) => new("");

    /// <inheritdoc/>
    public override bool Equals(object? obj) =>
        obj is FmeFolder other && string.Equals(ServerPath, other.ServerPath, StringComparison.Ordinal) && Equals(Local, other.Local);

    /// <inheritdoc/>
    public override int GetHashCode() => ServerPath.GetHashCode(StringComparison.Ordinal);

    /// <summary>The path; for a folder of this machine, its name.</summary>
    public override string ToString() => ServerPath;

    static FmeFolder IFmeText<FmeFolder>.FromText(string text) => new(text);

    string IFmeText<FmeFolder>.ToText() => Local is null ? ServerPath : throw NotOnServer.Error(Local);
}
