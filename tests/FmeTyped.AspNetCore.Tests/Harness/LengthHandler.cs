namespace FmeTyped.AspNetCore.Tests.Harness;

/// <summary>Tells the length of a response, as servers do that have it as a file; the emulator writes its archives while it sends them.</summary>
internal sealed class LengthHandler(HttpMessageHandler server) : DelegatingHandler(server)
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        HttpResponseMessage response = await base.SendAsync(request, cancellationToken);
        await response.Content.LoadIntoBufferAsync(cancellationToken);
        response.Content.Headers.ContentLength = (await response.Content.ReadAsByteArrayAsync(cancellationToken)).Length;
        return response;
    }
}
