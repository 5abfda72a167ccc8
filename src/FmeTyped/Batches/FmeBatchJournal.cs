namespace FmeTyped;

/// <summary>
/// A file that keeps what a batch has done, so that the batch can be started again after a crash: items that are done are skipped, jobs that run are
/// waited for, and submissions that may or may not have arrived are looked up. The file has JSON lines and contains neither parameters nor a token.
/// </summary>
/// <remarks>
/// The intent is written and flushed to disk before each submission, the job's id after it, and the outcome at the end. One process at a time may have
/// a journal open, and it belongs to one server. Each line ends with its hash. A last line that was cut short by a crash is dropped; nothing was sent on
/// account of it. Any other line that has changed is an error, and so is a file that is not a journal or of another version; the file is left as it is.
/// </remarks>
public sealed class FmeBatchJournal : IDisposable
{
    private readonly Stream _file;
    private readonly Dictionary<string, JournalEntry> _entries;
    private readonly SemaphoreSlim _gate = new(1, 1);
    private string? _server;
    private int _isInUse;
    private bool _isBroken;

    /// <summary>Reads the existing entries, and takes ownership of the file.</summary>
    internal FmeBatchJournal(Stream file)
    {
        var reader = new JournalReader(file);
        reader.Read();
        _file = file;
        _entries = reader.Entries;
        _server = reader.Server;
        EndLastLine(reader);
    }

    /// <summary>Opens a journal, or creates a new one.</summary>
    /// <param name="path">The file. A new journal is created if the file is missing or empty.</param>
    /// <exception cref="IOException">The file cannot be opened: another process has it open, or it is a folder, a device or a pipe.</exception>
    /// <exception cref="UnauthorizedAccessException">The process may not read and write the file.</exception>
    /// <exception cref="InvalidDataException">The file is not a journal, or it is damaged. It is left as it is.</exception>
    public static FmeBatchJournal Open(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        if (Directory.Exists(path))
        {
            throw new IOException($"'{path}' is a folder, and a journal is a file. Give the path of a file.");
        }

        path = LinkedFile.Resolve(path);

        // Unbuffered, so that no part of a failed write is written later.
        var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 0);
        try
        {
            return new FmeBatchJournal(file);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>The number of items in it.</summary>
    internal int Count
    {
        get
        {
            lock (_entries)
            {
                return _entries.Count;
            }
        }
    }

    /// <summary>The jobs of its items.</summary>
    internal long[] JobIds
    {
        get
        {
            lock (_entries)
            {
                return [.. _entries.Values.Select(entry => entry.Handle?.Id).OfType<long>()];
            }
        }
    }

    /// <summary>Closes the file.</summary>
    public void Dispose()
    {
        _file.Dispose();
        _gate.Dispose();
    }

    /// <summary>Reserves the journal for a batch on a server, for one batch at a time.</summary>
    /// <exception cref="InvalidOperationException">The journal belongs to another server, or is in use.</exception>
    internal async Task BeginAsync(Uri server, CancellationToken cancellationToken)
    {
        if (Interlocked.Exchange(ref _isInUse, 1) != 0)
        {
            throw new InvalidOperationException("The journal is in use by another batch.");
        }

        try
        {
            if (_server is null)
            {
                await WriteAsync(JournalLines.WriteHead(server.AbsoluteUri), cancellationToken).ConfigureAwait(false);
                _server = server.AbsoluteUri;
            }
            else if (_server != server.AbsoluteUri)
            {
                throw new InvalidOperationException($"The journal belongs to a batch on {_server}, and this is a client of {server}. Jobs of one server are "
                    + "unknown to the other.");
            }
        }
        catch
        {
            End();
            throw;
        }
    }

    /// <summary>Releases the journal for the next batch.</summary>
    internal void End() => Volatile.Write(ref _isInUse, 0);

    /// <summary>The entry of an item; null if there is none.</summary>
    internal JournalEntry? Find(string key)
    {
        lock (_entries)
        {
            return _entries.GetValueOrDefault(key);
        }
    }

    /// <summary>Writes an entry, and returns when it is on disk.</summary>
    internal async Task WriteAsync(JournalEntry entry, CancellationToken cancellationToken)
    {
        await WriteAsync(JournalLines.Write(entry), cancellationToken).ConfigureAwait(false);
        lock (_entries)
        {
            _entries[entry.Key] = entry;
        }
    }

    private async Task WriteAsync(ReadOnlyMemory<byte> line, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            // A started line is always completed; otherwise the next entry would start in the middle of it.
            if (_isBroken)
            {
                throw new IOException("A line of the journal could not be written, so that none can follow it. Open the journal again.");
            }

            _isBroken = true;
            await _file.WriteAsync(line, CancellationToken.None).ConfigureAwait(false);
            if (_file is FileStream onDisk)
            {
                onDisk.Flush(flushToDisk: true);
            }
            else
            {
                await _file.FlushAsync(CancellationToken.None).ConfigureAwait(false);
            }

            _isBroken = false;
        }
        finally
        {
            _gate.Release();
        }
    }

    // Cut off what a crash has left of a line. A complete last line gets its line feed, so that the next entry starts on its own line.
    private void EndLastLine(JournalReader reader)
    {
        if (reader.Length < _file.Length)
        {
            _file.SetLength(reader.Length);
        }

        _file.Position = reader.Length;
        if (reader.LacksLineFeed)
        {
            _file.Write("\n"u8);
        }
    }
}
