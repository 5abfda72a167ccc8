namespace FmeTyped;

/// <summary>A path in a shared resource. It cannot lead out of the resource.</summary>
internal sealed record ResourcePath
{
    private readonly string _path;

    private ResourcePath(string connection, string path) => (Connection, _path) = (connection, path);

    public string Connection { get; }

    public bool IsRoot => _path.Length == 0;

    /// <summary>The last segment; empty for the root.</summary>
    public string Name => _path[(_path.LastIndexOf('/') + 1)..];

    public ResourcePath Parent => new(Connection, _path[..Math.Max(0, _path.LastIndexOf('/'))]);

    /// <summary>The path below the connection, with a leading slash and no trailing one; one slash for the root.</summary>
    public string Text => "/" + _path;

    /// <summary>The path as a workspace takes it, with the connection's macro.</summary>
    public string Macro => $"$({Connection}){Text}";

    /// <summary>Parses a path. Leading, trailing and double slashes are ignored, and the empty path is the resource's root.</summary>
    /// <exception cref="ArgumentException">The connection is invalid, or a segment of the path is.</exception>
    public static ResourcePath From(string connection, string path)
    {
        ArgumentNullException.ThrowIfNull(connection);
        Check(connection, nameof(connection), "the name of a resource connection");
        return new ResourcePath(connection, "").Append(path);
    }

    /// <summary>A path below this one.</summary>
    /// <exception cref="ArgumentException">A segment of the path is invalid.</exception>
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

    /// <summary>The path encoded for a URL, with a leading slash; empty for the root.</summary>
    public string Escaped() => IsRoot ? "" : "/" + string.Join('/', Array.ConvertAll(_path.Split('/'), Uri.EscapeDataString));

    /// <summary>The path as errors show it.</summary>
    public override string ToString() => Connection + Text;

    private static void Check(string part, string parameter, string role)
    {
        if (FileName.FindFault(part) is { } fault)
        {
            throw new ArgumentException($"'{FileName.Display(part)}' cannot be {role}: it {fault}", parameter);
        }
    }
}
