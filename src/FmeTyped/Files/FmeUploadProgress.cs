namespace FmeTyped;

/// <summary>How far the upload of one file is. It is reported before the first byte, on the way, and after the last one.</summary>
public sealed class FmeUploadProgress
{
    internal FmeUploadProgress(string file, long bytesSent, long? totalBytes) => (File, BytesSent, TotalBytes) = (file, bytesSent, totalBytes);

    /// <summary>The file's name.</summary>
    public string File { get; }

    /// <summary>How many bytes of the file were sent. It starts again where a handler of the HttpClient sends the file again.</summary>
    public long BytesSent { get; }

    /// <summary>How many bytes the file has; null where its stream does not say.</summary>
    public long? TotalBytes { get; }
}
