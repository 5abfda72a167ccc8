namespace FmeTyped;

/// <summary>Reads bodies up to a limit, so that no answer can exhaust the memory.</summary>
internal static class BoundedBody
{
    public static async Task<(ReadOnlyMemory<byte> Bytes, bool IsCutOff)> ReadAsync(HttpContent content, int limit, CancellationToken cancellationToken)
    {
        Stream stream = await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        await using (stream.ConfigureAwait(false))
        {
            byte[] buffer = new byte[Math.Min(limit, (int)Math.Clamp(content.Headers.ContentLength + 1 ?? 4096, 256, 64 * 1024))];
            int length = 0;
            while (true)
            {
                int read = await stream.ReadAsync(buffer.AsMemory(length), cancellationToken).ConfigureAwait(false);
                length += read;
                if (read == 0)
                {
                    return (buffer.AsMemory(0, length), false);
                }

                if (length == limit)
                {
                    return (buffer, true);
                }

                if (length == buffer.Length)
                {
                    Array.Resize(ref buffer, (int)Math.Min(limit, 2L * length));
                }
            }
        }
    }
}
