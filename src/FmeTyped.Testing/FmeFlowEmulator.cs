using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace FmeTyped.Testing;

/// <summary>
/// An FME Flow emulator in your process, for tests and for development without a server: REST v3 and v4 on a loopback port, with the repositories,
/// workspaces and parameters of schema files. Jobs do not run FME; a script decides how they end. Several emulators can run at once.
/// </summary>
/// <remarks>
/// Responses follow recordings of real servers and the vendor's documentation. What is inferred is listed in the project's
/// docs/reference/assumptions.md. All members are thread-safe.
/// </remarks>
public sealed class FmeFlowEmulator : IAsyncDisposable
{
    // A client opens a few connections; a thousand are a mistake or an attack.
    private const int MaxConnections = 1000;

    // No host has this name, so a client without the handler fails at once.
    private static readonly Uri Nowhere = new("http://fme-flow-emulator.invalid");

    private readonly WebApplication _app;
    private readonly IHostApplicationLifetime _lifetime;
    private readonly RequestDelegate _serve;
    private readonly bool _listens;
    private readonly WorkspaceCatalog _workspaces;
    private readonly JobScripts _scripts;
    private readonly JobStore _jobs;
    private readonly RequestLog _requests;
    private readonly FileStore _files;
    private readonly AccessTokens _tokens;

    private FmeFlowEmulator(FmeFlowEmulatorOptions options, WorkspaceCatalog workspaces)
    {
        Token = options.Token ?? AccessToken.NewText();
        _workspaces = workspaces;
        _scripts = new JobScripts();
        var rules = new JobRules(options.User, options.QueueTime, options.RunTime, options.JobHistory);
        _jobs = new JobStore(_scripts, new EnginePool(options.Engines), options.TimeProvider, rules);
        _files = new FileStore(ResourceConnection.All.Select(connection => connection.Name), options.TimeProvider, options.StorageLimit);
        Files = new FmeFlowFiles(_files);
        _requests = new RequestLog();
        Faults = new FmeFaults(options.TimeProvider);
        _app = Build(options.Address, options.Port);
        _lifetime = _app.Lifetime;

        _tokens = new AccessTokens(options.User, options.Password, Token, options.TokensWithoutPermission, options.TimeProvider);
        var build = new EmulatedBuild(options.BuildNumber, options.Apis);
        _listens = options.Listens;
        _serve = BuildPipeline(options, new ServerState(workspaces, _jobs, _files, _tokens, build, options.TimeProvider)
        {
            IsStrict = options.Strict,
            Queues = options.Queues,
            ResultLifetime = options.ResultLifetime,
            ResultHost = options.ResultHost,
            WorkspaceFiles = new WorkspaceFiles(options.WorkspaceFiles),
        });
        _app.Run(_serve);
    }

    /// <summary>
    /// The emulator's address, such as <c>http://127.0.0.1:49152</c>. Use it as the client's server URL. If the emulator does not listen, an
    /// address that works only with its handlers. If it listens on all addresses, this is the loopback address.
    /// </summary>
    public Uri ServerUrl => !_listens ? Nowhere : Reachable(
        new(_app.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.Single()));

    /// <summary>The token with all permissions.</summary>
    public string Token { get; }

    /// <summary>
    /// The latest requests, at most 1000 and at most 64 MiB of bodies, in the order in which they arrived, without those of the emulator's own page. Each
    /// call takes a snapshot.
    /// </summary>
    public IReadOnlyList<FmeRecordedRequest> Requests => _requests.Snapshot();

    /// <summary>
    /// The latest jobs that were accepted, in the order of their ids, as many as <see cref="FmeFlowEmulatorOptions.JobHistory"/> allows. Each call takes a
    /// snapshot. A test with a fake clock waits for a job to appear here before it moves the clock.
    /// </summary>
    public IReadOnlyList<FmeSubmission> Submissions => [.. _jobs.List().Reverse().Select(job => job.Submission)];

    /// <summary>The files on the server: uploads, and files that a test or a script added.</summary>
    public FmeFlowFiles Files { get; }

    /// <summary>The faults to inject.</summary>
    public FmeFaults Faults { get; }

    /// <summary>All routes, for tests that must call each of them.</summary>
    internal IEnumerable<RouteEndpoint> Routes => _app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>();

    /// <summary>Starts an emulator. Dispose of it to stop it.</summary>
    /// <param name="options">The schema files and the settings.</param>
    /// <param name="cancellationToken">Cancels the start.</param>
    /// <exception cref="ArgumentException">
    /// There is no schema file, the value of an option is not allowed, or an address beyond loopback comes without a token or without a host.
    /// </exception>
    /// <exception cref="InvalidDataException">A schema file is invalid; the message names file, line and column.</exception>
    /// <exception cref="IOException">A schema file cannot be read, or the port is in use.</exception>
    public static async Task<FmeFlowEmulator> StartAsync(FmeFlowEmulatorOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (options.Token is { } token)
        {
            ArgumentException.ThrowIfNullOrWhiteSpace(token, nameof(options.Token));
        }

        ArgumentOutOfRangeException.ThrowIfLessThan(options.QueueTime, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.RunTime, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.JobHistory, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.BuildNumber, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Engines ?? 1, 1, nameof(options.Engines));
        ArgumentOutOfRangeException.ThrowIfLessThan(options.ResultLifetime, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfNegative(options.StorageLimit);
        ArgumentException.ThrowIfNullOrWhiteSpace(options.User, nameof(options.User));
        CheckHosts(options);
        foreach (string origin in options.AllowedOrigins)
        {
            // With a path or a trailing slash it would not match the origin that a browser sends.
            if (origin != "*" && (!Uri.TryCreate(origin, UriKind.Absolute, out Uri? address) || address.GetLeftPart(UriPartial.Authority) != origin))
            {
                throw new ArgumentException($"'{origin}' is no origin. One reads like https://app.example.com, or is * for all.", nameof(options));
            }
        }

        var emulator = new FmeFlowEmulator(options, await ReadWorkspacesAsync(options, cancellationToken).ConfigureAwait(false));
        try
        {
            if (options.Listens)
            {
                await emulator._app.StartAsync(cancellationToken).ConfigureAwait(false);
            }
        }
        catch
        {
            await emulator.DisposeAsync().ConfigureAwait(false);
            throw;
        }

        return emulator;
    }

    /// <summary>
    /// A handler for <see cref="HttpClient"/> that passes requests to this emulator without a socket, with faults. Work without a wait is done on
    /// the caller's thread before the call returns, and only the emulator's clock is used. Addresses may have any host.
    /// Several can be used at once; each may be disposed of by its client.
    /// </summary>
    public HttpMessageHandler CreateHandler() => new InProcessHandler(_serve, _app.Services);

    /// <summary>Sets how the jobs of a workspace end, depending on the request that was sent.</summary>
    /// <typeparam name="TRequest">The request's type, which names the workspace.</typeparam>
    /// <param name="script">
    /// Called for every job when it is submitted, with the workspace's defaults for parameters that were not sent. May be called by several
    /// threads at once. An exception becomes a 500 with its message.
    /// </param>
    /// <exception cref="ArgumentException">The emulator has no such workspace.</exception>
    public void OnRun<TRequest>(Func<TRequest, FmeJobOutcome> script)
        where TRequest : class, IFmeRequest<TRequest>
    {
        ArgumentNullException.ThrowIfNull(script);
        OnRun(TRequest.Descriptor.Repository, TRequest.Descriptor.Workspace, submission => script(submission.ReadWithDefaults<TRequest>()));
    }

    /// <summary>Sets how the jobs of a workspace end. Without a script a job succeeds and writes no features.</summary>
    /// <param name="repository">The repository.</param>
    /// <param name="workspace">The workspace's file name, with <c>.fmw</c>.</param>
    /// <param name="script">
    /// Called for every job when it is submitted. May be called by several threads at once. An exception becomes a 500 with its message.
    /// </param>
    /// <exception cref="ArgumentException">The emulator has no such workspace.</exception>
    public void OnRun(string repository, string workspace, Func<FmeSubmission, FmeJobOutcome> script)
    {
        ArgumentNullException.ThrowIfNull(script);
        _scripts.Set(
            _workspaces.Find(repository, workspace)
                ?? throw new ArgumentException($"The emulator has no workspace {repository}/{workspace}. It has: {_workspaces}.", nameof(workspace)),
            script);
    }

    /// <summary>Revokes a token: from now on, requests with it are refused with 401.</summary>
    /// <param name="token">The token, such as <see cref="Token"/>.</param>
    /// <exception cref="ArgumentException">The emulator does not know it.</exception>
    public void RevokeToken(string token)
    {
        ArgumentNullException.ThrowIfNull(token);
        if (!_tokens.Revoke(token))
        {
            throw new ArgumentException("The emulator does not know this token.", nameof(token));
        }
    }

    /// <summary>Stops the emulator. Requests that still wait for a job are aborted, and the files are deleted.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_listens)
        {
            await _app.StopAsync().ConfigureAwait(false);
        }

        _lifetime.StopApplication();
        await _app.DisposeAsync().ConfigureAwait(false);
        _files.Dispose();
    }

    // Nobody opens an emulator to other machines unawares.
    private static void CheckHosts(FmeFlowEmulatorOptions options)
    {
        if (options.AllowedHosts.FirstOrDefault(host => Uri.CheckHostName(host) == UriHostNameType.Unknown) is { } wrong)
        {
            throw new ArgumentException($"'{wrong}' is no name of a host. One reads like flow.test, without a scheme and a port.", nameof(options));
        }

        if (options.Listens && !IPAddress.IsLoopback(options.Address) && (options.Token is null || options.AllowedHosts.Count == 0))
        {
            throw new ArgumentException(
                $"Other machines reach the emulator on {options.Address}: give it a token ({nameof(options.Token)}), and the names by which they call it "
                + $"({nameof(options.AllowedHosts)}).",
                nameof(options));
        }
    }

    // All addresses of a machine are no address of it.
    private static Uri Reachable(Uri address) => IPAddress.Parse(address.Host) switch
    {
        var any when any.Equals(IPAddress.Any) => new UriBuilder(address) { Host = IPAddress.Loopback.ToString() }.Uri,
        var any when any.Equals(IPAddress.IPv6Any) => new UriBuilder(address) { Host = $"[{IPAddress.IPv6Loopback}]" }.Uri,
        _ => address,
    };

    // A separate pipeline, which the host serves on its port and handlers serve without one.
    private RequestDelegate BuildPipeline(FmeFlowEmulatorOptions options, ServerState server)
    {
        var pipeline = new ApplicationBuilder(_app.Services);
        var guard = new HostGuard(options.AllowedHosts);
        pipeline.MapWhen(EmulatorPage.Has, page =>
        {
            page.Use(new RequestRecorder(log: null, observe: null, _lifetime.ApplicationStopping).InvokeAsync);
            page.Use(guard.InvokeAsync);
            page.Use(EmulatorPage.ProtectAsync);
            page.UseRouting();
            page.Use(ErrorResponses.InvokeAsync);
            page.UseEndpoints(routes => EmulatorPage.Map(routes, server, _requests));
        });
        pipeline.Use(new RequestRecorder(_requests, options.OnRequest, _lifetime.ApplicationStopping).InvokeAsync);
        pipeline.Use(guard.InvokeAsync);
        pipeline.Use(DoubleSlashes.InvokeAsync);
        pipeline.UseRouting();
        if (options.AllowedOrigins.Count > 0)
        {
            pipeline.UseCors(policy =>
                policy.WithOrigins([.. options.AllowedOrigins]).AllowAnyMethod().AllowAnyHeader().WithExposedHeaders("Content-Disposition"));
        }

        pipeline.Use(BasicChallenge.InvokeAsync);
        pipeline.Use(Faults.InvokeAsync);
        pipeline.Use(ErrorResponses.InvokeAsync);
        pipeline.UseEndpoints(routes => MapRoutes(routes, server));
        return pipeline.Build();
    }

    private static void MapRoutes(IEndpointRouteBuilder routes, ServerState server)
    {
        ServerRoutes.Map(routes, server);
        ServiceRoutes.Map(routes, server);
        V3Routes.Map(routes, server); // v3
        V4Routes.Map(routes, server);
    }

    private static async Task<WorkspaceCatalog> ReadWorkspacesAsync(FmeFlowEmulatorOptions options, CancellationToken cancellationToken)
    {
        var workspaces = new List<PublishedWorkspace>();
        foreach (string file in options.SchemaFiles)
        {
            workspaces.AddRange(SchemaSource.Read(await File.ReadAllTextAsync(file, cancellationToken).ConfigureAwait(false), file));
        }

        if (options.SchemaJson is { } json)
        {
            workspaces.AddRange(SchemaSource.Read(json, nameof(options.SchemaJson)));
        }
        else if (options.SchemaFiles.Count == 0)
        {
            throw new ArgumentException(
                $"The emulator needs workspaces: set {nameof(FmeFlowEmulatorOptions.SchemaFiles)} or {nameof(FmeFlowEmulatorOptions.SchemaJson)}.",
                nameof(options));
        }

        return new WorkspaceCatalog(workspaces);
    }

    // The empty builder, so that no settings file, environment variable or logger of the host process affects the emulator.
    private static WebApplication Build(IPAddress address, int port)
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            
            // Each route limits what it reads: uploads are large, other bodies are not.
            kestrel.Limits.MaxRequestBodySize = null;
            kestrel.Limits.MaxConcurrentConnections = MaxConnections;
            kestrel.Listen(address, port);
        });
        builder.Services.AddRoutingCore();
        builder.Services.AddCors();
        builder.Services.AddSingleton<IHostLifetime, EmbeddedLifetime>();
        return builder.Build();
    }

    /// <summary>Leaves Ctrl+C and termination to the process that hosts the emulator.</summary>
    private sealed class EmbeddedLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
