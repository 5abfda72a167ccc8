using System.Security.Cryptography;

namespace FmeTyped.Tool.Recording;

/// <summary>What a recording keeps of a body while it passes: all of it up to a size, and beyond that its length and hash.</summary>
internal sealed class CapturedBody : IDisposable
{
    /// <summary>The size in bytes up to which the body itself is kept.</summary>
    public const int MaxSize = 1 << 20;

    private readonly MemoryStream _start = new();
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    public long Length { get; private set; }

    /// <summary>Whether the body is too large to be kept.</summary>
    public bool IsLarge => Length > MaxSize;

    /// <summary>The body; the start of a large one.</summary>
    public ReadOnlyMemory<byte> Bytes => _start.GetBuffer().AsMemory(0, (int)_start.Length);

    public void Add(ReadOnlySpan<byte> bytes)
    {
        Length += bytes.Length;
        _hash.AppendData(bytes);
        _start.Write(bytes[..(int)Math.Min(bytes.Length, MaxSize - _start.Length)]);
    }

    /// <summary>The SHA-256 hash of what has passed.</summary>
    public string Hash() => Convert.ToHexStringLower(_hash.GetCurrentHash());

    public void Dispose() => _hash.Dispose();
}
