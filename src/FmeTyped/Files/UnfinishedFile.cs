namespace FmeTyped;

/// <summary>A file under a name of its own beside the one it is to get, which goes away unless it is finished.</summary>
internal sealed class UnfinishedFile(string finalPath) : IDisposable
{
    private const int BufferSize = 80 * 1024;

    private bool _isFinished;

    public string Path { get; } = $"{finalPath}.{Guid.NewGuid():N}.part";

    public async Task WriteAsync(Stream content, CancellationToken cancellationToken)
    {
        var file = new FileStream(Path, FileMode.CreateNew, FileAccess.Write, FileShare.None, BufferSize, FileOptions.Asynchronous);
        await using (file.ConfigureAwait(false))
        {
            await content.CopyToAsync(file, BufferSize, cancellationToken).ConfigureAwait(false);
        }
    }

    public void Finish()
    {
        File.Move(Path, finalPath, overwrite: true);
        _isFinished = true;
    }

    public void Dispose()
    {
        if (!_isFinished)
        {
            File.Delete(Path);
        }
    }
}
