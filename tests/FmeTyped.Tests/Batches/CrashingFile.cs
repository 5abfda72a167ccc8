namespace FmeTyped.Tests.Batches;

/// <summary>A file of a process that can crash: a write that the crash breaks off leaves a part of itself on the disk.</summary>
internal sealed class CrashingFile(MemoryStream disk, Crash crash, Random random) : Stream
{
    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => true;

    public override long Length => disk.Length;

    public override long Position { get => disk.Position; set => disk.Position = value; }

    public override void Flush() => crash.Step();

    public override int Read(byte[] buffer, int offset, int count) => disk.Read(buffer, offset, count);

    public override long Seek(long offset, SeekOrigin origin) => disk.Seek(offset, origin);

    public override void SetLength(long value) => disk.SetLength(value);

    public override void Write(byte[] buffer, int offset, int count)
    {
        if (crash.IsOver)
        {
            throw new IOException("The process is dead.");
        }

        try
        {
            crash.Step();
        }
        catch (IOException)
        {
            disk.Write(buffer, offset, random.Next(count + 1));
            throw;
        }

        disk.Write(buffer, offset, count);
    }
}
