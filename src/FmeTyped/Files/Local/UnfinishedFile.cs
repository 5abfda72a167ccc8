namespace FmeTyped;

/// <summary>A file under a temporary name beside its final one. It is deleted unless it is finished.</summary>
/// <param name="finalPath">The file it becomes. A link itself is replaced; <see cref="LinkedFile"/> follows it.</param>
internal sealed class UnfinishedFile(string finalPath) : IDisposable
{
    private const int BufferSize = 80 * 1024;

    private bool _isFinished;

    // Not made of the final name, which may be as long as a name can be.
    public string Path { get; } = System.IO.Path.Combine(System.IO.Path.GetDirectoryName(finalPath)!, $".{Guid.NewGuid():N}.part");

    /// <exception cref="IOException">The final name exists and is not a regular file, or the file cannot be written.</exception>
    public async Task WriteAsync(Stream content, CancellationToken cancellationToken)
    {
        var options = new FileStreamOptions { BufferSize = BufferSize, Options = FileOptions.Asynchronous };
        FileStream file = ReplacedFile.CreateNew(Path, finalPath, options);
        await using (file.ConfigureAwait(false))
        {
            await content.CopyToAsync(file, BufferSize, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <exception cref="IOException">The file with the final name cannot be replaced.</exception>
    public void Finish()
    {
        ReplacedFile.Replace(Path, finalPath);
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
