using System.Text;
using System.Text.Json;

namespace FmeTyped;

/// <summary>
/// A file that keeps what a batch has done, so that the batch can be started again after a crash: items that are done are skipped, jobs that run are
/// waited for, and submissions that may or may not have arrived are looked up. JSON lines, without the requests' parameters.
/// </summary>
/// <remarks>
/// Before each submission its intent is written and flushed to the disk, after it the job's id, at the end the outcome. One process at a time may have
/// a journal open, and it belongs to one server. A last line that was cut short by a crash is dropped.
/// </remarks>
public sealed class FmeBatchJournal : IDisposable
{
    private const int Version = 1;

    private readonly Stream _file;
    private readonly Dictionary<string, JournalEntry> _entries = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _gate = new(1, 1);
    private string? _server;
    private int _isInUse;
    private bool _isBroken;

    /// <summary>Reads what is there. Takes over the file.</summary>
    internal FmeBatchJournal(Stream file)
    {
        _file = file;
        Read();
    }

    /// <summary>Opens a journal, or begins a new one.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="IOException">The file cannot be opened; another process may have it open.</exception>
    /// <exception cref="InvalidDataException">The file is no journal, or damaged before its last line.</exception>
    public static FmeBatchJournal Open(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
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

    /// <summary>How many items it knows.</summary>
    public int Count
    {
        get
        {
            lock (_entries)
            {
                return _entries.Count;
            }
        }
    }

    /// <summary>Closes the file.</summary>
    public void Dispose()
    {
        _file.Dispose();
        _gate.Dispose();
    }

    /// <summary>Takes the journal for a batch on a server, for one batch at a time.</summary>
    /// <exception cref="InvalidOperationException">The journal is another server's, or in use.</exception>
    internal async Task BeginAsync(Uri server, CancellationToken cancellationToken)
    {
        if (_server is not null && _server != server.AbsoluteUri)
        {
            throw new InvalidOperationException($"The journal is of a batch on {_server}, and this is a client of {server}. Jobs of one server are unknown to the other.");
        }

        if (Interlocked.Exchange(ref _isInUse, 1) != 0)
        {
            throw new InvalidOperationException("The journal is in use by another batch.");
        }

        if (_server is null)
        {
            _server = server.AbsoluteUri;
            string head = $$"""{"fmetypedJournal":{{Version}},"server":"{{JsonEncodedText.Encode(_server)}}"}""";
            await WriteAsync(Encoding.UTF8.GetBytes(head + "\n"), cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Lets go of the journal, for the next batch.</summary>
    internal void End() => Volatile.Write(ref _isInUse, 0);

    /// <summary>What it knows of an item; null where it does not know it.</summary>
    internal JournalEntry? Find(string key)
    {
        lock (_entries)
        {
            return _entries.GetValueOrDefault(key);
        }
    }

    /// <summary>Writes an entry, and returns when it is on the disk.</summary>
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
            // A line that was begun is written to its end, or the next would stand in the middle of it.
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

    private void Read()
    {
        byte[] bytes = new byte[_file.Length];
        _file.ReadExactly(bytes);
        int length = bytes.AsSpan().LastIndexOf((byte)'\n') + 1;
        int number = 0;
        for (int start = 0; start < length;)
        {
            int end = start + bytes.AsSpan(start).IndexOf((byte)'\n');
            ReadLine(bytes.AsMemory(start, end - start), ++number);
            start = end + 1;
        }

        _file.SetLength(length);
        _file.Position = length;
    }

    private void ReadLine(ReadOnlyMemory<byte> line, int number)
    {
        if (number == 1)
        {
            _server = ReadHead(line) ?? throw new InvalidDataException($"The file is no journal of a batch, or not of version {Version}.");
            return;
        }

        JournalEntry entry = JournalLines.Read(line) ?? throw new InvalidDataException($"Line {number} of the journal is damaged.");
        _entries[entry.Key] = entry;
    }

    private static string? ReadHead(ReadOnlyMemory<byte> line)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(line);
            return document.RootElement is { ValueKind: JsonValueKind.Object } head && head.GetInteger("fmetypedJournal"u8) == Version ? head.GetText("server"u8) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
