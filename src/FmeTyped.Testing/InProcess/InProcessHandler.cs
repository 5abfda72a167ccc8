using Microsoft.AspNetCore.Http;

namespace FmeTyped.Testing;

/// <summary>
/// Passes requests to the emulator without a socket. Work without a wait is done before <c>SendAsync</c> returns, on the caller's thread, and only
/// the emulator's clock is used. ASP.NET Core's TestServer does not fit: it serves on another thread, so that no test knows when to move a fake clock, reports
/// a connection that broke as a cancellation, and has no raw target.
/// </summary>
/// <param name="serve">Serves a request.</param>
/// <param name="services">The services of the pipeline.</param>
internal sealed class InProcessHandler(RequestDelegate serve, IServiceProvider services) : HttpMessageHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        cancellationToken.IsCancellationRequested
            ? Task.FromCanceled<HttpResponseMessage>(cancellationToken)
            : new InProcessCall(request, services).RunAsync(serve, cancellationToken);
}
