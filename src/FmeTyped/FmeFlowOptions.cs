using System.Diagnostics;

namespace FmeTyped;

/// <summary>The FME Flow to use, and the time limits.</summary>
public sealed class FmeFlowOptions
{
    /// <summary>
    /// The server's address, such as <c>https://fme.example.com</c>. Its path is kept, for servers behind a proxy. It is not the address of
    /// the REST API.
    /// </summary>
    public required Uri ServerUrl { get; set; }

    /// <summary>
    /// The token of an FME Flow user, if it never changes; otherwise use <see cref="TokenProvider"/>. It is sent in the Authorization header only, and only to
    /// <see cref="ServerUrl"/>.
    /// </summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public string? Token { get; set; }

    /// <summary>Provides the token for each request, instead of <see cref="Token"/>: for tokens that expire.</summary>
    public FmeTokenProvider? TokenProvider { get; set; }

    /// <summary>Which version of the REST API to use. <see cref="FmeApiVersion.Auto"/> asks the server for its build once, before the first call.</summary>
    public FmeApiVersion ApiVersion { get; set; }

    /// <summary>
    /// The names of repositories on this server, by their names in the schema file: <c>["Samples"] = "Samples-Test"</c>. Others keep their names.
    /// </summary>
    public IDictionary<string, string> Repositories { get; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>
    /// The job queue of each workspace where the call names none, by the repository of the schema file and then by the workspace:
    /// <c>["Samples"] = new() { ["austinDownload.fmw"] = "Downloads" }</c>. Others leave the queue to the server.
    /// </summary>
    public IDictionary<string, Dictionary<string, string>> Queues { get; } = new Dictionary<string, Dictionary<string, string>>(StringComparer.Ordinal);

    /// <summary>
    /// The addresses of automations' webhooks, by names of your choice, for <c>PostWebhookAsync</c>: as FME Flow shows them in the automation, such as
    /// <c>https://fme.example.com/fmeapiv4/automations/.../message</c>. Who knows such an address may use it, so treat it like a password.
    /// </summary>
    public IDictionary<string, Uri> Webhooks { get; } = new Dictionary<string, Uri>(StringComparer.Ordinal);

    /// <summary>
    /// The tokens of those webhooks that require authentication, by the same names. Others are sent no token. <see cref="Token"/> is not used for webhooks.
    /// </summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public IDictionary<string, string> WebhookTokens { get; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>
    /// Host names that the server writes into the URLs of results and that mean <see cref="ServerUrl"/>, such as the name of a machine behind a proxy. In a
    /// URL with one of them, scheme, host and port are replaced by the server's, and the path is kept.
    /// </summary>
    public IList<string> InternalHosts { get; } = [];

    /// <summary>
    /// The maximum size in bytes of a downloaded or streamed result, and of all files unpacked from it; null for no limit. Results are never held in memory,
    /// so the limit protects the disk.
    /// </summary>
    public long? MaximumResultSize { get; set; }

    /// <summary>
    /// How files of requests are uploaded if the call does not say. By default into the shared resource for temporary files, where the token's
    /// user needs permission to write.
    /// </summary>
    public FmeUploadRoute UploadRoute { get; set; } = FmeUploadRoute.SharedTemporary;

    /// <summary>
    /// The time limit of one request; for a log, a file or a result, the longest time without data. It limits neither the wait for a job
    /// nor the server's transact call.
    /// </summary>
    public TimeSpan RequestTimeout { get; set; } = TimeSpan.FromSeconds(100);

    /// <summary>How long to wait for a job if the call does not say; <see cref="Timeout.InfiniteTimeSpan"/> for no limit.</summary>
    public TimeSpan WaitTimeout { get; set; } = TimeSpan.FromHours(1);

    /// <summary>
    /// How long the server may hold its answer to the question how a job ended, so that the end is known at once and not at the next poll; then it is asked
    /// again. <see cref="TimeSpan.Zero"/> polls instead. Make it shorter than what a proxy in front of the server allows. Only REST API version 4 can do it.
    /// </summary>
    public TimeSpan LongPollTime { get; set; } = TimeSpan.FromSeconds(45);

    /// <summary>The clock. Tests can replace it.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;
}
