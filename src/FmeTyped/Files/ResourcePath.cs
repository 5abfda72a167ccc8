namespace FmeTyped;

/// <summary>A place in a shared resource. It cannot lead out of the resource.</summary>
internal sealed record ResourcePath
{
    private readonly string _path;

    private ResourcePath(string connection, string path) => (Connection, _path) = (connection, path);

    public string Connection { get; }

    public bool IsRoot => _path.Length == 0;

    /// <summary>The last part; empty for the root.</summary>
    public string Name => _path[(_path.LastIndexOf('/') + 1)..];

    public ResourcePath Parent => new(Connection, _path[..Math.Max(0, _path.LastIndexOf('/'))]);

    /// <summary>The path below the connection, with a slash first and none last; for the root, one slash.</summary>
    public string Text => "/" + _path;

    /// <summary>The path as a workspace is told it.</summary>
    public string Macro => $"$({Connection}){Text}";

    /// <summary>Reads a path. Slashes at its ends and double ones do not count, and the empty path is the resource's root.</summary>
    /// <exception cref="ArgumentException">The connection is none, or the path has a part that is none.</exception>
    public static ResourcePath From(string connection, string path)
    {
        ArgumentNullException.ThrowIfNull(connection);
        Check(connection, nameof(connection), "the name of a resource connection");
        return new ResourcePath(connection, "").Append(path);
    }

    /// <summary>A place below this one.</summary>
    /// <exception cref="ArgumentException">The path has a part that is none.</exception>
    public ResourcePath Append(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        string[] parts = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        foreach (string part in parts)
        {
            Check(part, nameof(path), "a part of a path");
        }

        return new(Connection, string.Join('/', IsRoot ? parts : [_path, .. parts]));
    }

    /// <summary>The path encoded to stand in a URL, with a slash first; empty for the root.</summary>
    public string Escaped() => IsRoot ? "" : "/" + string.Join('/', Array.ConvertAll(_path.Split('/'), Uri.EscapeDataString));

    /// <summary>The place in the words of errors.</summary>
    public override string ToString() => Connection + Text;

    private static void Check(string part, string parameter, string role)
    {
        if (FileName.FindFault(part) is { } fault)
        {
            throw new ArgumentException($"'{FileName.Shown(part)}' cannot be {role}: it {fault}", parameter);
        }
    }
}
