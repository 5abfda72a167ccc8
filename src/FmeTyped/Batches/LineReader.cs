namespace FmeTyped;

/// <summary>Reads a file line by line, with one line in memory at a time.</summary>
/// <param name="file">The file.</param>
/// <param name="mostBytes">The maximum length of a line.</param>
internal sealed class LineReader(Stream file, int mostBytes)
{
    private byte[] _buffer = new byte[16 * 1024];
    private int _start;
    private int _end;

    /// <summary>
    /// The next line with its line feed, valid until the next call; null if it is too long. The last may lack the line feed; after it the result is empty.
    /// </summary>
    public ReadOnlyMemory<byte>? Next()
    {
        int searched = 0;
        while (true)
        {
            int feed = _buffer.AsSpan(_start + searched, _end - _start - searched).IndexOf((byte)'\n');
            if (feed >= 0)
            {
                return Take(searched + feed + 1);
            }

            searched = _end - _start;
            if (searched > mostBytes)
            {
                return null;
            }

            if (!Fill())
            {
                return Take(searched);
            }
        }
    }

    private ReadOnlyMemory<byte> Take(int length)
    {
        ReadOnlyMemory<byte> line = _buffer.AsMemory(_start, length);
        _start += length;
        return line;
    }

    private bool Fill()
    {
        if (_start > 0)
        {
            _buffer.AsSpan(_start.._end).CopyTo(_buffer);
            _end -= _start;
            _start = 0;
        }

        if (_end == _buffer.Length)
        {
            Array.Resize(ref _buffer, _buffer.Length * 2);
        }

        int count = file.Read(_buffer, _end, _buffer.Length - _end);
        _end += count;
        return count > 0;
    }
}
