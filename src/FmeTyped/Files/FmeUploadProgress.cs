namespace FmeTyped;

/// <summary>The progress of one file's upload. It is reported before the first byte, during the upload, and after the last byte.</summary>
public sealed class FmeUploadProgress
{
    internal FmeUploadProgress(string file, long bytesSent, long? totalBytes) => (File, BytesSent, TotalBytes) = (file, bytesSent, totalBytes);

    /// <summary>The file's name.</summary>
    public string File { get; }

    /// <summary>How many bytes of the file were sent. It starts from zero when a handler of the HttpClient retries.</summary>
    public long BytesSent { get; }

    /// <summary>The size of the file in bytes; null if its stream does not report it.</summary>
    public long? TotalBytes { get; }
}
