namespace FmeTyped;

/// <summary>Writes a file under another name until it is whole.</summary>
internal static class PartialFile
{
    public static async Task WriteAsync(Stream source, string path, CancellationToken cancellationToken)
    {
        string partial = $"{path}.{Guid.NewGuid():N}.part";
        try
        {
            var target = new FileStream(partial, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0, FileOptions.Asynchronous);
            await using (target.ConfigureAwait(false))
            {
                await source.CopyToAsync(target, cancellationToken).ConfigureAwait(false);
            }

            File.Move(partial, path, overwrite: true);
        }
        catch
        {
            File.Delete(partial);
            throw;
        }
    }
}
