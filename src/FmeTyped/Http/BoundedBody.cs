namespace FmeTyped;

/// <summary>Reads bodies up to a limit, so that no response can exhaust the memory.</summary>
internal static class BoundedBody
{
    private const int UsualSize = 4096;

    /// <summary>Reads a body into a buffer.</summary>
    /// <returns>True if the body reaches the limit, and is read no further.</returns>
    public static async ValueTask<bool> ReadAsync(HttpContent content, PooledBufferWriter buffer, int limit, CancellationToken cancellationToken)
    {
        Stream stream = await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        for (int room = limit; room > 0;)
        {
            Memory<byte> free = buffer.GetMemory(room == limit ? UsualSize : 1);
            int read = await stream.ReadAsync(free[..Math.Min(free.Length, room)], cancellationToken).ConfigureAwait(false);
            if (read == 0)
            {
                return false;
            }

            buffer.Advance(read);
            room -= read;
        }

        return true;
    }
}
