namespace FmeTyped;

/// <summary>How far the upload of one file is. It is told before the first byte, on the way, and after the last one.</summary>
/// <param name="File">The file's name.</param>
/// <param name="BytesSent">How many bytes of the file were sent. It begins anew where a handler of the HttpClient sends the file again.</param>
/// <param name="TotalBytes">How many bytes the file has; null where its stream does not tell.</param>
public readonly record struct FmeUploadProgress(string File, long BytesSent, long? TotalBytes);
