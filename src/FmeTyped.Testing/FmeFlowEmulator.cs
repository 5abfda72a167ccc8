using System.Net;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace FmeTyped.Testing;

/// <summary>
/// An FME Flow in your process, for tests and for work without a server: REST v3 and v4 on a loopback port, with the repositories,
/// workspaces and parameters of schema files. Jobs do not run FME; a script says how they end. Several can run at once.
/// </summary>
/// <remarks>
/// What is known of the real server's answers is recorded or documented by its vendor; what is inferred stands in the project's
/// docs/assumptions.md. All members are thread-safe.
/// </remarks>
public sealed class FmeFlowEmulator : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly WorkspaceCatalog _workspaces;
    private readonly JobScripts _scripts;
    private readonly JobStore _jobs;
    private readonly RequestLog _requests;

    private FmeFlowEmulator(FmeFlowEmulatorOptions options, WorkspaceCatalog workspaces)
    {
        Token = options.Token ?? RandomNumberGenerator.GetHexString(40, lowercase: true);
        _workspaces = workspaces;
        _scripts = new JobScripts();
        _jobs = new JobStore(_scripts, options.TimeProvider, options.QueueTime, options.RunTime, options.JobHistory);
        _requests = new RequestLog();
        Faults = new FmeFaults(options.TimeProvider);
        _app = Build(options.Port);

        var recorder = new RequestRecorder(_requests, _app.Lifetime.ApplicationStopping);
        _app.Use(recorder.InvokeAsync);
        _app.Use(Faults.InvokeAsync);
        _app.Use(ErrorAnswers.InvokeAsync);

        var tokens = new AccessTokens(Token, options.TokensWithoutPermission, options.Password, options.TimeProvider);
        var build = new ServerBuild(options.BuildNumber, options.Apis);
        MapRoutes(new ServerState(workspaces, _jobs, tokens, build, options.TimeProvider) { IsStrict = options.Strict });
    }

    /// <summary>Where the emulator listens, such as <c>http://127.0.0.1:49152</c>. Give it to the client as its server URL.</summary>
    public Uri ServerUrl => new(_app.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.Single());

    /// <summary>The token that may do everything.</summary>
    public string Token { get; }

    /// <summary>The latest requests, at most 1000, in the order they came. Each call takes a snapshot.</summary>
    public IReadOnlyList<FmeRecordedRequest> Requests => _requests.Snapshot();

    /// <summary>
    /// The latest jobs that were accepted, in the order of their ids, as many as <see cref="FmeFlowEmulatorOptions.JobHistory"/> says. Each call takes a snapshot. A test with a fake clock waits for a job to
    /// appear here before it moves the clock.
    /// </summary>
    public IReadOnlyList<FmeSubmission> Submissions => [.. _jobs.List().Reverse().Select(job => job.Submission)];

    /// <summary>What is to go wrong.</summary>
    public FmeFaults Faults { get; }

    /// <summary>Starts an emulator. Dispose of it to stop it.</summary>
    /// <param name="options">The schema files, and how the emulator behaves.</param>
    /// <param name="cancellationToken">Gives up starting.</param>
    /// <exception cref="ArgumentException">There is no schema file, or an option cannot be.</exception>
    /// <exception cref="InvalidDataException">A schema file is wrong; the message names file, line and column.</exception>
    /// <exception cref="IOException">A schema file cannot be read, or the port is taken.</exception>
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
        var emulator = new FmeFlowEmulator(options, await ReadWorkspacesAsync(options, cancellationToken).ConfigureAwait(false));
        try
        {
            await emulator._app.StartAsync(cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            await emulator.DisposeAsync().ConfigureAwait(false);
            throw;
        }

        return emulator;
    }

    /// <summary>Says how the jobs of a workspace end, by the request that was sent.</summary>
    /// <typeparam name="TRequest">The request's type, which names the workspace.</typeparam>
    /// <param name="script">
    /// Is called for every job when it is submitted, with the workspace's defaults for what was not sent. May be called by several
    /// threads at once. An exception becomes a 500 with its message.
    /// </param>
    /// <exception cref="ArgumentException">The emulator has no such workspace.</exception>
    public void OnRun<TRequest>(Func<TRequest, FmeJobOutcome> script)
        where TRequest : class, IFmeRequest<TRequest>
    {
        ArgumentNullException.ThrowIfNull(script);
        OnRun(TRequest.Descriptor.Repository, TRequest.Descriptor.Workspace, submission => script(submission.ReadWithDefaults<TRequest>()));
    }

    /// <summary>Says how the jobs of a workspace end. Without a script a job succeeds and writes no features.</summary>
    /// <param name="repository">The repository.</param>
    /// <param name="workspace">The workspace's file name, with <c>.fmw</c>.</param>
    /// <param name="script">
    /// Is called for every job when it is submitted. May be called by several threads at once. An exception becomes a 500 with its message.
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

    /// <summary>Stops the emulator. Requests that still wait for a job are broken off.</summary>
    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync().ConfigureAwait(false);
        await _app.DisposeAsync().ConfigureAwait(false);
    }

    private void MapRoutes(ServerState server)
    {
        ServerRoutes.Map(_app, server.Build);
        if (server.Build.HasV3)
        {
            V3Routes.Map(_app, server);
        }

        if (server.Build.HasV4)
        {
            V4Routes.Map(_app, server);
        }
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
                $"The emulator needs workspaces: set {nameof(FmeFlowEmulatorOptions.SchemaFiles)} or {nameof(FmeFlowEmulatorOptions.SchemaJson)}.", nameof(options));
        }

        return new WorkspaceCatalog(workspaces);
    }

    // The empty builder: no settings file, environment variable or logger of the process around it touches the emulator.
    private static WebApplication Build(int port)
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = ErrorAnswers.MaxBodySize;
            kestrel.Listen(IPAddress.Loopback, port);
        });
        builder.Services.AddRoutingCore();
        builder.Services.AddSingleton<IHostLifetime, EmbeddedLifetime>();
        return builder.Build();
    }

    /// <summary>Leaves Ctrl+C and termination to the process that the emulator is a guest of.</summary>
    private sealed class EmbeddedLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
