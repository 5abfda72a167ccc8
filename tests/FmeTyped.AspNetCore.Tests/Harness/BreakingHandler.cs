namespace FmeTyped.AspNetCore.Tests.Harness;

/// <summary>Breaks the connection in the middle of every result. Everything else passes.</summary>
/// <param name="server">The server.</param>
/// <param name="length">The length that the server tells of a result; null for none.</param>
internal sealed class BreakingHandler(HttpMessageHandler server, long? length) : DelegatingHandler(server)
{
    /// <summary>The bytes of a result that arrive.</summary>
    public const int Arriving = 100_000;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        HttpResponseMessage response = await base.SendAsync(request, cancellationToken);
        if (response.Content.Headers.ContentType?.MediaType == "application/zip")
        {
            response.Content = new StreamContent(new BreakingStream()) { Headers = { ContentType = new("application/zip"), ContentLength = length } };
        }

        return response;
    }

    private sealed class BreakingStream : MemoryStream
    {
        public BreakingStream()
            : base(new byte[Arriving])
        {
        }

        public override int Read(byte[] buffer, int offset, int count) =>
            base.Read(buffer, offset, count) is > 0 and var read ? read : throw new HttpIOException(HttpRequestError.ResponseEnded, "The connection broke.");

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            int read = base.Read(buffer.Span);
            return read > 0 ? ValueTask.FromResult(read) : throw new HttpIOException(HttpRequestError.ResponseEnded, "The connection broke.");
        }
    }
}
