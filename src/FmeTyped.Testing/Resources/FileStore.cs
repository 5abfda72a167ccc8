using Microsoft.AspNetCore.Http;

namespace FmeTyped.Testing;

/// <summary>
/// The files on the server, by path. Contents are in temporary files until the store is disposed of, so large ones use no memory.
/// Thread-safe.
/// </summary>
internal sealed class FileStore : IDisposable
{
    /// <summary>The maximum number of files and folders.</summary>
    public const int MaxItems = 100_000;

    private readonly object _gate = new();
    private readonly SortedDictionary<string, Node> _nodes = new(StringComparer.Ordinal);
    private readonly TimeProvider _time;
    private readonly long _limit;
    private string? _directory;
    private long _used;
    private long _lastSpool;
    private bool _isDisposed;

    /// <param name="connections">The names of the connections, which are the first segments of all paths.</param>
    /// <param name="time">The clock for the files' dates.</param>
    /// <param name="limit">The maximum total size of all files in bytes.</param>
    public FileStore(IEnumerable<string> connections, TimeProvider time, long limit)
    {
        _time = time;
        _limit = limit;
        foreach (string connection in connections)
        {
            _nodes.Add(connection, new Node(time.GetUtcNow(), null, 0));
        }
    }

    /// <summary>The paths of all files, sorted.</summary>
    public IReadOnlyList<string> ListFiles()
    {
        lock (_gate)
        {
            return [.. _nodes.Where(node => !node.Value.IsFolder).Select(node => node.Key)];
        }
    }

    /// <summary>A file or folder; null if there is none.</summary>
    /// <param name="path">Its path.</param>
    /// <param name="depth">How many levels of a folder's contents are listed.</param>
    public StoredItem? Find(string path, int depth = 0)
    {
        lock (_gate)
        {
            return _nodes.TryGetValue(path, out Node? node) ? Describe(path, node, depth) : null;
        }
    }

    /// <summary>Opens a file.</summary>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    public Stream Open(string path)
    {
        lock (_gate)
        {
            return _nodes.TryGetValue(path, out Node? node) && node.Spool is { } spool
                ? new FileStream(spool, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 1 << 16, FileOptions.Asynchronous)
                : throw new FileNotFoundException($"The emulator has no file {StoragePath.ToMacro(path)}.");
        }
    }

    /// <summary>Creates a folder and its parents.</summary>
    /// <returns>Whether it was created.</returns>
    public bool CreateFolder(string path)
    {
        lock (_gate)
        {
            if (_nodes.ContainsKey(path) || !CanHold(StoragePath.Parent(path)))
            {
                return false;
            }

            RefuseTooMany();
            AddFolder(path);
            return true;
        }
    }

    /// <summary>Saves a file, and creates its folders. Content that is not saved is not read.</summary>
    /// <exception cref="StorageFullException">The store is full.</exception>
    /// <exception cref="UnreadableContentException">The content is not whole.</exception>
    public async Task<SaveResult> SaveAsync(string path, Stream content, bool overwrite, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (!CanSave(path, overwrite))
            {
                return SaveResult.Exists;
            }

            RefuseTooMany();
        }

        string spool = NextSpool();
        long size = 0;
        try
        {
            size = await SpoolAsync(content, spool, cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            File.Delete(spool);
            throw;
        }

        lock (_gate)
        {
            // Another upload may have been first.
            if (!CanSave(path, overwrite))
            {
                Forget(spool, size);
                return SaveResult.Exists;
            }

            Remove(path);
            AddFolder(StoragePath.Parent(path));
            _nodes.Add(path, new Node(_time.GetUtcNow(), spool, size));
            return SaveResult.Saved;
        }
    }

    /// <summary>Deletes a file, or a folder with all its contents.</summary>
    /// <returns>Whether it existed.</returns>
    public bool Delete(string path)
    {
        lock (_gate)
        {
            if (StoragePath.Parent(path) is null || !_nodes.ContainsKey(path))
            {
                return false;
            }

            foreach (string below in Below(path).Select(node => node.Key).ToArray())
            {
                Remove(below);
            }

            Remove(path);
            return true;
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _isDisposed = true;
            _nodes.Clear();
            if (_directory is { } directory)
            {
                Directory.Delete(directory, recursive: true);
                _directory = null;
            }
        }
    }

    private StoredItem Describe(string path, Node node, int depth) => new(
        path,
        node.Date,
        node.IsFolder ? null : node.Size,
        node.IsFolder && depth > 0 ? [.. Children(path).Select(child => Describe(child.Key, child.Value, depth - 1))] : null);

    private IEnumerable<KeyValuePair<string, Node>> Children(string path) =>
        Below(path).Where(node => node.Key.IndexOf('/', path.Length + 1) < 0);

    private IEnumerable<KeyValuePair<string, Node>> Below(string path) =>
        _nodes.Where(node => node.Key.Length > path.Length && node.Key[path.Length] == '/' && node.Key.StartsWith(path, StringComparison.Ordinal));

    private bool CanSave(string path, bool overwrite) =>
        CanHold(StoragePath.Parent(path)) && (!_nodes.TryGetValue(path, out Node? node) || (overwrite && !node.IsFolder));

    private void RefuseTooMany()
    {
        if (_nodes.Count >= MaxItems)
        {
            throw new StorageFullException(FormattableString.Invariant($"The emulator keeps {MaxItems} files and folders, and has no room for more."));
        }
    }

    /// <summary>Whether a path is a folder or can become one.</summary>
    private bool CanHold(string? path)
    {
        for (; path is not null; path = StoragePath.Parent(path))
        {
            if (_nodes.TryGetValue(path, out Node? node))
            {
                return node.IsFolder;
            }
        }

        return false;
    }

    private void AddFolder(string? path)
    {
        for (; path is not null && !_nodes.ContainsKey(path); path = StoragePath.Parent(path))
        {
            _nodes.Add(path, new Node(_time.GetUtcNow(), null, 0));
        }
    }

    private void Remove(string path)
    {
        if (_nodes.Remove(path, out Node? node) && node.Spool is { } spool)
        {
            Forget(spool, node.Size);
        }
    }

    private void Forget(string spool, long size)
    {
        _used -= size;
        File.Delete(spool);
    }

    private async Task<long> SpoolAsync(Stream content, string spool, CancellationToken cancellationToken)
    {
        long size = 0;
        byte[] buffer = new byte[1 << 16];
        FileStream file = new(spool, FileMode.CreateNew, FileAccess.Write, FileShare.None, 0, FileOptions.Asynchronous);
        try
        {
            await using (file.ConfigureAwait(false))
            {
                for (int count; (count = await ReadAsync(content, buffer, cancellationToken).ConfigureAwait(false)) > 0;)
                {
                    Reserve(count);
                    size += count;
                    await file.WriteAsync(buffer.AsMemory(0, count), cancellationToken).ConfigureAwait(false);
                }
            }

            return size;
        }
        catch
        {
            Reserve(-size);
            throw;
        }
    }

    // A part that is not whole and an archive that is none are the caller's fault, and not the disk's. A broken request has an exception of its own.
    private static async Task<int> ReadAsync(Stream content, byte[] buffer, CancellationToken cancellationToken)
    {
        try
        {
            return await content.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception cause) when (cause is (IOException or InvalidDataException) and not BadHttpRequestException)
        {
            throw new UnreadableContentException(cause);
        }
    }

    private void Reserve(long count)
    {
        lock (_gate)
        {
            if (count > _limit - _used)
            {
                throw new StorageFullException(
                    FormattableString.Invariant($"The emulator keeps {_limit} bytes of files, and this would be more. Raise its StorageLimit."));
            }

            _used += count;
        }
    }

    private string NextSpool()
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_isDisposed, this);
            _directory ??= Directory.CreateTempSubdirectory("fme-flow-emulator-").FullName;
            return Path.Combine(_directory, FormattableString.Invariant($"{++_lastSpool}"));
        }
    }

    /// <param name="Date">When it was written or created.</param>
    /// <param name="Spool">The temporary file with the content; null for a folder.</param>
    /// <param name="Size">The size of a file in bytes.</param>
    private sealed record Node(DateTimeOffset Date, string? Spool, long Size)
    {
        public bool IsFolder => Spool is null;
    }
}
