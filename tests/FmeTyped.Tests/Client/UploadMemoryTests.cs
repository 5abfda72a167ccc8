using FmeTyped.Tests.Requests;
using FmeTyped.Tests.Server;

namespace FmeTyped.Tests.Client;

/// <summary>It measures what the whole process allocates, so nothing else may run beside it.</summary>
[CollectionDefinition(nameof(UploadMemoryTests), DisableParallelization = true)]
[Collection(nameof(UploadMemoryTests))]
public sealed class UploadMemoryTests
{
    private const long Size = 200 * 1024 * 1024;

    [Theory]
    [InlineData(FmeApiVersion.V3, true)]
    [InlineData(FmeApiVersion.V3, false)]
    [InlineData(FmeApiVersion.V4, true)]
    [InlineData(FmeApiVersion.V4, false)]
    public async Task A_large_file_is_streamed_through_little_memory(FmeApiVersion version, bool knowsLength)
    {
        using var server = new DrainingServer();
        using var fme = new FmeFlowClient(new FmeFlowOptions { ServerUrl = server.Url, Token = Tokens.Marker, ApiVersion = version });
        FmeRunOptions options = new() { KeepUploads = true };
        await fme.SubmitAsync(Request(1), options, TestContext.Current.CancellationToken);
        long receivedBefore = server.Received;
        long before = GC.GetTotalAllocatedBytes(precise: true);

        await fme.SubmitAsync(Request(Size), options, TestContext.Current.CancellationToken);

        // All of the process is in it; what counts is that it is not of the order of the file.
        long allocated = GC.GetTotalAllocatedBytes(precise: true) - before;
        Assert.InRange(allocated, 0, Size / 20);
        Assert.InRange(server.Received - receivedBefore, Size, Size + (128 * 1024));

        FileRequest Request(long size) => new() { Source = FmeFile.FromStream("large.bin", _ => new(new Zeros(size, knowsLength))) };
    }

    private sealed class Zeros(long size, bool canSeek) : Stream
    {
        private long _sent;

        public override bool CanRead => true;

        public override bool CanSeek => canSeek;

        public override bool CanWrite => false;

        public override long Length => size;

        public override long Position { get; set; }

        public override void Flush()
        {
        }

        public override int Read(byte[] buffer, int offset, int count)
        {
            int read = (int)Math.Min(count, size - _sent);
            _sent += read;
            return read;
        }

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            int read = (int)Math.Min(buffer.Length, size - _sent);
            _sent += read;
            return new(read);
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
