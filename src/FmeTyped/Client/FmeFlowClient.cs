using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace FmeTyped;

/// <summary>Runs workspaces on an FME Flow, over version 4 or 3 of its REST API. Thread-safe; make one a server and keep it.</summary>
[SuppressMessage("ApiDesign", "RS0026", Justification = "The priority of the overloads without options keeps every call that compiles today on them.")]
public sealed partial class FmeFlowClient : IDisposable
{
    private readonly HttpClient? _ownedHttpClient;
    private readonly SubmissionFactory _submissions;
    private readonly Submitter _submitter;
    private readonly JobServices _jobs;

    /// <summary>A client with an HTTP connection pool of its own, which follows no redirects and keeps no cookies.</summary>
    /// <param name="options">Which server, and how patiently.</param>
    /// <exception cref="ArgumentException">An option is not usable; the message says which and why.</exception>
    public FmeFlowClient(FmeFlowOptions options)
        : this(NewHttpClient(), options, ownsHttpClient: true)
    {
    }

    /// <summary>A client over your own <see cref="HttpClient"/>, which is neither changed nor disposed.</summary>
    /// <remarks>
    /// <para>A submission goes out at most once. A handler that would send it again (a retry, a redirect) makes the call fail with
    /// <see cref="FmeSubmissionUnknownException"/> instead. Retries of a submission that was not sent yet, such as after a refused connection,
    /// are fine, and so are retries of GET.</para>
    /// <para><see cref="HttpClient.Timeout"/> limits <see cref="TransactAsync(IFmeRequest, FmeWaitOptions?, CancellationToken)"/> too; set it to <see cref="Timeout.InfiniteTimeSpan"/>
    /// and leave time limits to the options.</para>
    /// </remarks>
    /// <param name="httpClient">Sends the requests. Its base address is not used.</param>
    /// <param name="options">Which server, and how patiently.</param>
    /// <exception cref="ArgumentException">An option is not usable; the message says which and why.</exception>
    public FmeFlowClient(HttpClient httpClient, FmeFlowOptions options)
        : this(httpClient, options, ownsHttpClient: false)
    {
    }

    private FmeFlowClient(HttpClient httpClient, FmeFlowOptions options, bool ownsHttpClient)
    {
        ArgumentNullException.ThrowIfNull(httpClient);
        FmeFlowOptionsValidation.Check(options);
        _ownedHttpClient = ownsHttpClient ? httpClient : null;
        var connection = new ServerConnection(httpClient, options.ServerUrl, options.Token, options.RequestTimeout, options.TimeProvider);
        var build = new ServerBuild(connection);
        var jobs = new Versioned<IJobApi>(new V3JobApi(connection), new V4JobApi(connection, build), options.ApiVersion, build);
        var lists = new Versioned<IJobListApi>(new V3JobListApi(connection), new V4JobListApi(connection), options.ApiVersion, build);
        _submissions = new SubmissionFactory(options);
        var records = new JobRecords(jobs);
        _submitter = new Submitter(_submissions);
        _jobs = new JobServices(
            jobs,
            records,
            new JobWaiter(jobs, records, options.WaitTimeout, options.TimeProvider),
            new JobLister(lists),
            ServerAddress.Of(options.ServerUrl),
            options.TimeProvider);
        Jobs = new FmeJobs(_jobs.Lister, _submissions);
    }

    /// <summary>Runs a workspace: submits a job and waits until it has ended.</summary>
    /// <remarks>
    /// The job's id is known before the waiting starts, so every failure from then on names the job. A cancelled token stops the
    /// waiting and not the job, unless the options ask for that; if it comes while the submission is under way, a job may exist whose id is not known.
    /// </remarks>
    /// <param name="request">What to run.</param>
    /// <param name="wait">How to wait; null for the usual way.</param>
    /// <param name="cancellationToken">Stops the submitting and the waiting.</param>
    /// <returns>How the job ended.</returns>
    /// <exception cref="FmeValidationException">The request does not fit its workspace; nothing was sent.</exception>
    /// <exception cref="FmeJobFailedException">The job ended badly, and the options do not ask to return that.</exception>
    /// <exception cref="FmeWaitTimeoutException">The job did not end in time; it goes on.</exception>
    /// <exception cref="FmeSubmissionUnknownException">It is not known whether the server took the submission.</exception>
    /// <exception cref="FmeException">The server refused, or cannot be reached; the derived type says why.</exception>
    [OverloadResolutionPriority(1)]
    public Task<FmeJobResult> RunAsync(IFmeRequest request, FmeWaitOptions? wait = null, CancellationToken cancellationToken = default) =>
        RunAsync(request, SubmissionFactory.NoOptions, wait, cancellationToken);

    /// <summary>Runs a workspace as the options say: submits a job and waits until it has ended.</summary>
    /// <remarks>As without options: the job's id is known before the waiting starts, and a cancelled token stops the waiting and not the job.</remarks>
    /// <param name="request">What to run.</param>
    /// <param name="options">How to run it.</param>
    /// <param name="wait">How to wait; null for the usual way.</param>
    /// <param name="cancellationToken">Stops the submitting and the waiting.</param>
    /// <returns>How the job ended.</returns>
    /// <exception cref="ArgumentException">An option is not usable; the message says which and why.</exception>
    /// <exception cref="FmeNotSupportedException">The server's REST API lacks an option; nothing was submitted.</exception>
    /// <exception cref="FmeValidationException">The request does not fit its workspace; nothing was sent.</exception>
    /// <exception cref="FmeJobFailedException">The job ended badly, and the options do not ask to return that.</exception>
    /// <exception cref="FmeWaitTimeoutException">The job did not end in time; it goes on.</exception>
    /// <exception cref="FmeSubmissionUnknownException">It is not known whether the server took the submission.</exception>
    /// <exception cref="FmeException">The server refused, or cannot be reached; the derived type says why.</exception>
    public async Task<FmeJobResult> RunAsync(
        IFmeRequest request, FmeRunOptions options, FmeWaitOptions? wait = null, CancellationToken cancellationToken = default)
    {
        JobWaiter.Check(wait);
        cancellationToken.ThrowIfCancellationRequested();

        // A job that has to be cancelled has to be known, so its submission is not broken off half-way.
        CancellationToken submitToken = wait is { CancelJobOnCancellation: true } ? CancellationToken.None : cancellationToken;
        FmeJob job = await SubmitAsync(request, options, submitToken).ConfigureAwait(false);
        return await job.WaitAsync(wait, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Submits a job and returns at once.</summary>
    /// <param name="request">What to run.</param>
    /// <param name="cancellationToken">
    /// Stops the submitting. Once the request is under way, a job may exist all the same, whose id is not known.
    /// </param>
    /// <returns>A handle to the job.</returns>
    /// <exception cref="FmeValidationException">The request does not fit its workspace; nothing was sent.</exception>
    /// <exception cref="FmeParametersRefusedException">The server refuses the parameters (422).</exception>
    /// <exception cref="FmeNotFoundException">The server does not know the repository or the workspace.</exception>
    /// <exception cref="FmeSubmissionUnknownException">It is not known whether the server took the submission.</exception>
    /// <exception cref="FmeException">The server refused, or cannot be reached; the derived type says why.</exception>
    [OverloadResolutionPriority(1)]
    public Task<FmeJob> SubmitAsync(IFmeRequest request, CancellationToken cancellationToken = default) =>
        SubmitAsync(request, SubmissionFactory.NoOptions, cancellationToken);

    /// <summary>Submits a job as the options say, and returns at once.</summary>
    /// <param name="request">What to run.</param>
    /// <param name="options">How to run it.</param>
    /// <param name="cancellationToken">
    /// Stops the submitting. Once the request is under way, a job may exist all the same, whose id is not known.
    /// </param>
    /// <returns>A handle to the job.</returns>
    /// <exception cref="ArgumentException">An option is not usable; the message says which and why.</exception>
    /// <exception cref="FmeNotSupportedException">The server's REST API lacks an option; nothing was submitted.</exception>
    /// <exception cref="FmeValidationException">The request does not fit its workspace; nothing was sent.</exception>
    /// <exception cref="FmeParametersRefusedException">The server refuses the parameters (422).</exception>
    /// <exception cref="FmeNotFoundException">The server does not know the repository or the workspace.</exception>
    /// <exception cref="FmeSubmissionUnknownException">It is not known whether the server took the submission.</exception>
    /// <exception cref="FmeException">The server refused, or cannot be reached; the derived type says why.</exception>
    public async Task<FmeJob> SubmitAsync(IFmeRequest request, FmeRunOptions options, CancellationToken cancellationToken = default) =>
        await _submitter.SubmitAsync(request, options, ErrorContext.Submitting, SendAsync, cancellationToken).ConfigureAwait(false);

    /// <summary>
    /// Runs a workspace by the server's own waiting call, one request that is answered when the job has ended. For short jobs;
    /// <see cref="RunAsync(IFmeRequest, FmeWaitOptions?, CancellationToken)"/> is the better choice for all others, because here a lost connection loses the job's id.
    /// </summary>
    /// <param name="request">What to run.</param>
    /// <param name="wait">
    /// <see cref="FmeWaitOptions.Timeout"/> and <see cref="FmeWaitOptions.ThrowOnFailure"/>. The delays have no meaning here; progress
    /// and cancelling the job need its id and are refused.
    /// </param>
    /// <param name="cancellationToken">Stops the call. Once the request is under way, a job may run all the same.</param>
    /// <returns>How the job ended.</returns>
    /// <exception cref="ArgumentException">The options ask for progress or for cancelling the job.</exception>
    /// <exception cref="FmeNotSupportedException">The server has no waiting call; nothing was submitted.</exception>
    /// <exception cref="FmeValidationException">The request does not fit its workspace; nothing was sent.</exception>
    /// <exception cref="FmeJobFailedException">The job ended badly, and the options do not ask to return that.</exception>
    /// <exception cref="FmeParametersRefusedException">The server refuses the parameters (422).</exception>
    /// <exception cref="FmeSubmissionUnknownException">The answer was lost or did not come in time; a job may be running.</exception>
    /// <exception cref="FmeException">The server refused, or cannot be reached; the derived type says why.</exception>
    [OverloadResolutionPriority(1)]
    public Task<FmeJobResult> TransactAsync(IFmeRequest request, FmeWaitOptions? wait = null, CancellationToken cancellationToken = default) =>
        TransactAsync(request, SubmissionFactory.NoOptions, wait, cancellationToken);

    /// <summary>Runs a workspace as the options say, by the server's own waiting call, one request that is answered when the job has ended.</summary>
    /// <param name="request">What to run.</param>
    /// <param name="options">How to run it.</param>
    /// <param name="wait">As without run options: <see cref="FmeWaitOptions.Timeout"/> and <see cref="FmeWaitOptions.ThrowOnFailure"/>.</param>
    /// <param name="cancellationToken">Stops the call. Once the request is under way, a job may run all the same.</param>
    /// <returns>How the job ended.</returns>
    /// <exception cref="ArgumentException">An option is not usable, or the waiting asks for progress or for cancelling the job.</exception>
    /// <exception cref="FmeNotSupportedException">The server has no waiting call, or lacks an option; nothing was submitted.</exception>
    /// <exception cref="FmeValidationException">The request does not fit its workspace; nothing was sent.</exception>
    /// <exception cref="FmeJobFailedException">The job ended badly, and the options do not ask to return that.</exception>
    /// <exception cref="FmeParametersRefusedException">The server refuses the parameters (422).</exception>
    /// <exception cref="FmeSubmissionUnknownException">The answer was lost or did not come in time; a job may be running.</exception>
    /// <exception cref="FmeException">The server refused, or cannot be reached; the derived type says why.</exception>
    public Task<FmeJobResult> TransactAsync(
        IFmeRequest request, FmeRunOptions options, FmeWaitOptions? wait = null, CancellationToken cancellationToken = default)
    {
        JobWaiter.CheckForTransact(wait);
        return _submitter.SubmitAsync(
            request, options, ErrorContext.Transacting, (submission, token) => _jobs.Waiter.TransactAsync(submission, wait, token), cancellationToken);
    }

    /// <summary>A handle to a job that was submitted before. Nothing is sent.</summary>
    /// <param name="id">The job's id.</param>
    /// <exception cref="ArgumentOutOfRangeException">The id is not positive.</exception>
    public FmeJob GetJob(long id)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(id);
        return new FmeJob(new FmeJobHandle { ServerUrl = _jobs.ServerUrl, Id = id }, _jobs);
    }

    /// <summary>Closes the client's own connections. A borrowed <see cref="HttpClient"/> is left alone.</summary>
    public void Dispose() => _ownedHttpClient?.Dispose();

    private async Task<FmeJob> SendAsync(Submission submission, CancellationToken cancellationToken)
    {
        IJobApi api = await _jobs.Jobs.ForAsync(FirstV4Build.ForSubmit, cancellationToken).ConfigureAwait(false);
        DateTimeOffset time = _jobs.TimeProvider.GetUtcNow();
        long id = await api.SubmitAsync(submission, cancellationToken).ConfigureAwait(false);
        return new FmeJob(
            new FmeJobHandle
            {
                ServerUrl = _jobs.ServerUrl,
                Id = id,
                Repository = submission.Repository,
                Workspace = submission.Workspace,
                CorrelationKey = submission.Options.CorrelationKey,
                TimeSubmitted = time,
            },
            _jobs);
    }

    private static HttpClient NewHttpClient() => new(NewHandler()) { Timeout = Timeout.InfiniteTimeSpan };

    private static SocketsHttpHandler NewHandler() => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        AutomaticDecompression = System.Net.DecompressionMethods.All,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
    };
}
