using System.Diagnostics.Metrics;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace FmeTyped;

/// <summary>Runs workspaces on an FME Flow, over version 4 or 3 of its REST API. Thread-safe; create one client per server and keep it.</summary>
/// <remarks>In unit tests, a mocking library or a derived class can override its methods; a method that is not overridden throws and says so.</remarks>
public partial class FmeFlowClient : IDisposable
{
    /// <summary>
    /// The name of the <see cref="System.Diagnostics.ActivitySource"/> and of the <see cref="System.Diagnostics.Metrics.Meter"/> of all clients, for
    /// OpenTelemetry's <c>AddSource</c> and <c>AddMeter</c>.
    /// </summary>
    public const string TelemetryName = TelemetryTags.SourceName;

    private const string NotReplaced = "This client has no server, because it was made without options. "
        + "Replace the method that the test calls, or use an FmeFlowEmulator.";

    private static readonly FmeFlowOptions UnconnectedOptions = new()
    {
        ServerUrl = new Uri("https://fme.invalid"),
        Token = "none",
        ApiVersion = FmeApiVersion.V4,
    };

    private readonly HttpClient? _ownedHttpClient;
    private readonly SubmissionFactory _submissions;
    private readonly Submitter _submitter;
    private readonly JobServices _jobs;
    private readonly WebhookSender _webhooks;

    /// <summary>Creates a client for one server.</summary>
    /// <remarks>
    /// <para>Without an <see cref="HttpClient"/> of yours, the client creates and disposes of its own, which follows no redirects and keeps no cookies.</para>
    /// <para>A submission is sent at most once. A handler that would send it again (a retry, a redirect) makes the call fail with
    /// <see cref="FmeSubmissionUnknownException"/> instead. Retries of a submission that was not sent yet, for example after a refused connection,
    /// are fine, and so are retries of GET.</para>
    /// <para><see cref="HttpClient.Timeout"/> limits <see cref="TransactAsync(IFmeRequest, FmeRunOptions?, CancellationToken)"/> too; set it to
    /// <see cref="Timeout.InfiniteTimeSpan"/> and leave time limits to the options.</para>
    /// </remarks>
    /// <param name="options">The server, and the time limits.</param>
    /// <param name="httpClient">Sends the requests; null for the client's own. It is neither changed nor disposed of, and its base address is not used.</param>
    /// <param name="logger">Where to log; null for nowhere.</param>
    /// <exception cref="ArgumentException">An option is invalid; the message says which and why.</exception>
    public FmeFlowClient(FmeFlowOptions options, HttpClient? httpClient = null, ILogger<FmeFlowClient>? logger = null)
        : this(httpClient ?? NewHttpClient(), options, logger, ownsHttpClient: httpClient is null)
    {
    }

    /// <summary>
    /// A client without a server, for a mocking library or a derived class: a method that is not overridden throws as soon as it would send a request.
    /// </summary>
    protected FmeFlowClient()
        : this(static () => throw new InvalidOperationException(NotReplaced), UnconnectedOptions, logger: null)
    {
    }

    /// <summary>Creates a client that asks for an HttpClient whenever it needs one, and disposes of none.</summary>
    internal FmeFlowClient(Func<HttpClient> httpClient, FmeFlowOptions options, ILogger<FmeFlowClient>? logger, IMeterFactory? meters = null)
    {
        FmeFlowOptionsValidation.Check(options);
        ILogger log = (ILogger?)logger ?? NullLogger.Instance;
        var redactor = new Redactor();
        var telemetry = new ClientTelemetry(options.ServerUrl, meters);
        Connection = new ServerConnection(
            httpClient, options.ServerUrl, CredentialsOf(options, redactor), redactor, options.RequestTimeout, options.TimeProvider, telemetry, log);

        Versions = new ApiVersions(options.ApiVersion, new ServerBuild(Connection));
        IReadOnlyList<Dialect> dialects = DialectsOf(Connection, Versions.Build);
        ApiVersionSelector<IJobApi> jobs = Versions.Select(dialects, dialect => dialect.Jobs);
        ApiVersionSelector<IJobListApi> jobLists = Versions.Select(dialects, dialect => dialect.JobLists);
        ApiVersionSelector<IResourceApi> resources = Versions.Select(dialects, dialect => dialect.Resources);
        Health = Versions.Select(dialects, dialect => dialect.Health);
        TokenMaker = new TokenMaker(Connection, options.ApiVersion, dialects);
        options.TokenProvider?.Attach(TokenMaker);

        var uploader = new Uploader(resources);
        _submissions = new SubmissionFactory(options.Repositories, options.Queues);
        var longPolling = new LongPolling(options.LongPollTime, options.TimeProvider);
        _jobs = new JobServices(
            jobs,
            ServicesOf(Connection, options),
            new JobWaiter(jobs, longPolling, options.WaitTimeout, options.TimeProvider, telemetry, log),
            longPolling,
            new JobLister(jobLists),
            uploader,
            redactor,
            ServerAddress.From(options.ServerUrl),
            telemetry,
            options.TimeProvider);
        _submitter = new Submitter(_submissions, new SubmissionUploads(uploader, new DataUploadService(Connection), options.UploadRoute), _jobs, log);
        _webhooks = new WebhookSender(Connection, options.Webhooks, options.WebhookTokens);
        Resources = new FmeResources(resources, uploader);
    }

    private FmeFlowClient(HttpClient httpClient, FmeFlowOptions options, ILogger<FmeFlowClient>? logger, bool ownsHttpClient)
        : this(() => httpClient, options, logger) => _ownedHttpClient = ownsHttpClient ? httpClient : null;

    /// <summary>Runs a workspace: submits a job and waits until it has ended.</summary>
    /// <remarks>
    /// The job's id is known before the wait starts, so every later error names the job. A cancelled token stops the
    /// wait and not the job, unless the options ask for that. If it is cancelled while the submission is under way, a job with an unknown id may exist.
    /// </remarks>
    /// <param name="request">What to run.</param>
    /// <param name="options">How to run it and how to wait; null for the defaults.</param>
    /// <param name="cancellationToken">Stops the submitting and the waiting.</param>
    /// <returns>How the job ended.</returns>
    /// <exception cref="ArgumentException">An option is invalid; the message says which and why.</exception>
    /// <exception cref="FmeNotSupportedException">The server's REST API lacks an option; nothing was submitted.</exception>
    /// <exception cref="FmeValidationException">The request does not fit its workspace; nothing was sent.</exception>
    /// <exception cref="FmeJobFailedException">The job failed, and the options do not ask to return that.</exception>
    /// <exception cref="FmeWaitTimeoutException">The job did not end in time; it goes on.</exception>
    /// <exception cref="FmeSubmissionUnknownException">It is not known whether the server took the submission.</exception>
    /// <exception cref="FmeException">The server refused, or cannot be reached; the derived type says why.</exception>
    public virtual async Task<FmeJobResult> RunAsync(IFmeRequest request, FmeRunOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        options ??= SubmissionFactory.NoOptions;
        FmeWaitOptionsValidation.Check(options.Wait);
        cancellationToken.ThrowIfCancellationRequested();

        // The client can only cancel a job whose id it knows, so it does not abort the submission half-way.
        CancellationToken submitToken = options.Wait is { CancelJobOnCancellation: true } ? CancellationToken.None : cancellationToken;
        using var traced = _jobs.Telemetry.Run(request.Descriptor.Repository, request.Descriptor.Workspace);
        try
        {
            FmeJob job = await _submitter.SubmitAsync(request, options, submitToken).ConfigureAwait(false);
            traced.SetJob(job.Id);
            FmeJobResult result = await job.WaitAsync(options.Wait, cancellationToken).ConfigureAwait(false);
            traced.SetResult(result);
            return result;
        }
        catch (Exception exception) when (traced.Notes(exception))
        {
            throw;
        }
    }

    /// <inheritdoc cref="RunAsync(IFmeRequest, FmeRunOptions?, CancellationToken)"/>
    public Task<FmeJobResult> RunAsync(IFmeRequest request, CancellationToken cancellationToken) => RunAsync(request, options: null, cancellationToken);

    /// <summary>Submits a job and returns at once.</summary>
    /// <param name="request">What to run.</param>
    /// <param name="options">
    /// How to run it; null for the defaults. <see cref="FmeRunOptions.Wait"/> is refused: give it to
    /// <see cref="FmeJob.WaitAsync(FmeWaitOptions?, CancellationToken)"/>.
    /// </param>
    /// <param name="cancellationToken">
    /// Stops the submitting. Once the request is under way, a job may exist anyway, with an unknown id.
    /// </param>
    /// <returns>A handle to the job.</returns>
    /// <exception cref="ArgumentException">An option is invalid; the message says which and why.</exception>
    /// <exception cref="FmeNotSupportedException">The server's REST API lacks an option; nothing was submitted.</exception>
    /// <exception cref="FmeValidationException">The request does not fit its workspace; nothing was sent.</exception>
    /// <exception cref="FmeParametersRefusedException">The server refuses the parameters (422).</exception>
    /// <exception cref="FmeNotFoundException">The server does not know the repository or the workspace.</exception>
    /// <exception cref="FmeSubmissionUnknownException">It is not known whether the server took the submission.</exception>
    /// <exception cref="FmeException">The server refused, or cannot be reached; the derived type says why.</exception>
    public virtual Task<FmeJob> SubmitAsync(IFmeRequest request, FmeRunOptions? options = null, CancellationToken cancellationToken = default)
    {
        FmeRunOptionsValidation.CheckForSubmit(options);
        return _submitter.SubmitAsync(request, options ?? SubmissionFactory.NoOptions, cancellationToken);
    }

    /// <inheritdoc cref="SubmitAsync(IFmeRequest, FmeRunOptions?, CancellationToken)"/>
    public Task<FmeJob> SubmitAsync(IFmeRequest request, CancellationToken cancellationToken) => SubmitAsync(request, options: null, cancellationToken);

    /// <summary>
    /// Runs a workspace with the server's transact call, one request whose response arrives when the job has ended. For short jobs;
    /// <see cref="RunAsync(IFmeRequest, FmeRunOptions?, CancellationToken)"/> is the better choice for all others, because here a lost connection loses the
    /// job's id.
    /// </summary>
    /// <param name="request">What to run.</param>
    /// <param name="options">
    /// How to run it; null for the defaults. Of the wait options, <see cref="FmeWaitOptions.Timeout"/>, <see cref="FmeWaitOptions.ThrowOnFailure"/> and
    /// <see cref="FmeWaitOptions.MinimumFeatures"/> apply; progress and cancelling need the job's id and are refused.
    /// </param>
    /// <param name="cancellationToken">Stops the call. Once the request is under way, a job may run anyway.</param>
    /// <returns>How the job ended.</returns>
    /// <exception cref="ArgumentException">An option is invalid, or the wait options ask for progress or for cancelling the job.</exception>
    /// <exception cref="FmeNotSupportedException">The server has no transact call, or lacks an option; nothing was submitted.</exception>
    /// <exception cref="FmeValidationException">The request does not fit its workspace; nothing was sent.</exception>
    /// <exception cref="FmeJobFailedException">The job failed, and the options do not ask to return that.</exception>
    /// <exception cref="FmeParametersRefusedException">The server refuses the parameters (422).</exception>
    /// <exception cref="FmeSubmissionUnknownException">The response was lost or did not arrive in time; a job may be running.</exception>
    /// <exception cref="FmeException">The server refused, or cannot be reached; the derived type says why.</exception>
    public virtual Task<FmeJobResult> TransactAsync(IFmeRequest request, FmeRunOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= SubmissionFactory.NoOptions;
        FmeWaitOptionsValidation.CheckForTransact(options.Wait);
        return _submitter.TransactAsync(request, options, cancellationToken);
    }

    /// <inheritdoc cref="TransactAsync(IFmeRequest, FmeRunOptions?, CancellationToken)"/>
    public Task<FmeJobResult> TransactAsync(IFmeRequest request, CancellationToken cancellationToken) =>
        TransactAsync(request, options: null, cancellationToken);

    /// <summary>Gets a handle to a job that was submitted before. No request is sent.</summary>
    /// <param name="id">The job's id.</param>
    /// <exception cref="ArgumentOutOfRangeException">The id is not positive.</exception>
    public virtual FmeJob GetJob(long id)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(id);
        return new FmeJob(new FmeJobHandle { ServerUrl = _jobs.ServerUrl, Id = id }, _jobs);
    }

    /// <summary>Closes the client's own connections. An <see cref="HttpClient"/> that was passed in is left alone.</summary>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Closes the client's own connections.</summary>
    /// <param name="disposing">True if <see cref="Dispose()"/> calls it.</param>
    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
        {
            _ownedHttpClient?.Dispose();
        }
    }

    // One line per version of the REST API. To drop a version that no server has any more, delete its folder and its line.
    private static IReadOnlyList<Dialect> DialectsOf(ServerConnection connection, ServerBuild build) =>
    [
        V3Dialect.Create(connection), // v3
        V4Dialect.Create(connection, build),
    ];

    private static TransformationServices ServicesOf(ServerConnection connection, FmeFlowOptions options)
    {
        var downloads = new DownloadOpener(options.RequestTimeout, options.MaximumResultSize);
        var results = new JobResults(connection, new ResultAddress(options.ServerUrl, options.InternalHosts), downloads);
        return new TransformationServices(connection, results, downloads, options.WaitTimeout);
    }

    private static Credentials CredentialsOf(FmeFlowOptions options, Redactor redactor) => options.TokenProvider switch
    {
        FmeTokenProvider.BasicAuthentication user => Credentials.OfUser(user.UserName, user.Password, redactor),
        { } provider => Credentials.OfProvider(provider, redactor),
        null => Credentials.OfToken(options.Token!, redactor),
    };

    private static HttpClient NewHttpClient() => new(NewHandler()) { Timeout = Timeout.InfiniteTimeSpan };

    /// <summary>The handler that sends requests. It follows no redirects, because they lose the token, and keeps no cookies.</summary>
    internal static SocketsHttpHandler NewHandler() => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        AutomaticDecompression = System.Net.DecompressionMethods.All,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
    };
}
