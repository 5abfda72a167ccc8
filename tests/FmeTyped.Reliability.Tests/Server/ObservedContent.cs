using System.Net;

namespace FmeTyped.Reliability.Tests.Server;

/// <summary>Tells when a body has gone out completely. The body is its owner's.</summary>
internal sealed class ObservedContent : HttpContent
{
    private readonly HttpContent _content;
    private readonly Action _wentOut;

    public ObservedContent(HttpContent content, Action wentOut)
    {
        _content = content;
        _wentOut = wentOut;
        foreach ((string name, IEnumerable<string> values) in content.Headers)
        {
            Headers.TryAddWithoutValidation(name, values);
        }
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        await _content.CopyToAsync(stream, context, cancellationToken).ConfigureAwait(false);
        _wentOut();
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _content.Headers.ContentLength ?? 0;
        return _content.Headers.ContentLength is not null;
    }
}
