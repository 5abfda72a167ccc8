namespace FmeTyped.Tests.Simulation;

/// <summary>Counts the bodies of answers that nobody has closed yet.</summary>
internal sealed class OpenAnswers
{
    public int Count { get; private set; }

    public HttpContent Body(Stream stream) => new StreamContent(new Counted(stream, this));

    private sealed class Counted : Stream
    {
        private readonly Stream _stream;
        private readonly OpenAnswers _answers;
        private bool _isClosed;

        public Counted(Stream stream, OpenAnswers answers)
        {
            _stream = stream;
            _answers = answers;
            answers.Count++;
        }

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count) => _stream.Read(buffer, offset, count);

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
            _stream.ReadAsync(buffer, offset, count, cancellationToken);

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            _stream.ReadAsync(buffer, cancellationToken);

        public override void Flush() => _stream.Flush();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing && !_isClosed)
            {
                _isClosed = true;
                _answers.Count--;
                _stream.Dispose();
            }

            base.Dispose(disposing);
        }
    }
}
