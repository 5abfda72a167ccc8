using System.Security.Cryptography;
using Microsoft.Extensions.Primitives;

namespace FmeTyped.Testing;

/// <summary>The files that one caller uploads for a workspace, in a namespace of the caller's choice or a new session.</summary>
internal sealed class UploadSession
{
    private readonly string _root;
    private readonly bool _tellsFullPaths;

    /// <param name="root">The workspace's folder of uploads.</param>
    /// <param name="options">The options of the request.</param>
    /// <exception cref="RefusedException">The namespace is not a valid folder name.</exception>
    public UploadSession(string root, IEnumerable<KeyValuePair<string, StringValues>> options)
    {
        ILookup<string, string?> values = options.ToLookup(option => option.Key, option => (string?)option.Value);
        _root = root;
        Options = options;
        Name = values["opt_namespace"].LastOrDefault() is { Length: > 0 } chosen ? chosen : RandomNumberGenerator.GetHexString(32);
        Folder = StoragePath.From(root, Name) ?? throw RequestJson.Invalid("opt_namespace has to be the name of a folder.");
        _tellsFullPaths = values["opt_fullpath"].LastOrDefault() == "true";
        ExtractsArchives = values["opt_extractarchive"].LastOrDefault() == "true";
    }

    public string Name { get; }

    public IEnumerable<KeyValuePair<string, StringValues>> Options { get; }

    public string Folder { get; }

    public bool ExtractsArchives { get; }

    /// <exception cref="RefusedException">The name leads out of the session, as names in a zip file can.</exception>
    public string PathOf(string name) => StoragePath.From(Folder, name) ?? throw RequestJson.Invalid($"'{name}' leaves the folder it is uploaded to.");

    /// <summary>A path as it is told: with the connection, as workspaces take it, or from the workspace's folder of uploads.</summary>
    public string Describe(string path) => _tellsFullPaths ? StoragePath.ToMacro(path) : path[(_root.Length + 1)..];
}
