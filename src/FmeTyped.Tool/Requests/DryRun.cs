using FmeTyped.Tool.Servers;
using FmeTyped.Tool.Terminal;

namespace FmeTyped.Tool.Requests;

/// <summary>Finds out what would be sent for a request, by having the client send it to nobody.</summary>
internal static class DryRun
{
    /// <param name="target">The server, which is asked for its build only, unless the user says which version of the REST API it has.</param>
    /// <param name="request">The request.</param>
    /// <param name="queue">The job queue; null if the server decides.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    public static async Task<DryRunReport> RunAsync(ServerTarget target, IFmeRequest request, string? queue, CancellationToken cancellationToken)
    {
        SecretText[] secrets =
        [
            new(SecretInput.StandIn),
            .. request.ToParameterValues().Values.SelectMany(value => value.Items).SelectMany(UrlSecrets.From).Select(secret => new SecretText(secret)),
        ];
        using var handler = new DryRunHandler(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }, secrets);
        using var http = new HttpClient(handler, disposeHandler: false);
        using FmeFlowClient client = target.CreateClient(http);
        var options = new FmeRunOptions
        {
            Queue = queue,
            UploadProgress = new ImmediateProgress<FmeUploadProgress>(progress => handler.File = progress.File),
        };
        await client.SubmitAsync(request, options, cancellationToken).ConfigureAwait(false);
        return new DryRunReport(handler.Requests);
    }
}
