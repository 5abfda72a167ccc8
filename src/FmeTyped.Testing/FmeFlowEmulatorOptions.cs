using System.Net;

namespace FmeTyped.Testing;

/// <summary>The settings of an emulator.</summary>
public sealed class FmeFlowEmulatorOptions
{
    /// <summary>Paths of schema files (workspaces.json) with the emulator's workspaces.</summary>
    public IReadOnlyList<string> SchemaFiles { get; init; } = [];

    /// <summary>The text of a further schema file; null for none.</summary>
    public string? SchemaJson { get; init; }

    /// <summary>The token with all permissions; null for a random one, which <see cref="FmeFlowEmulator.Token"/> returns.</summary>
    public string? Token { get; init; }

    /// <summary>Valid tokens without permission for any repository: their requests are refused with 403.</summary>
    public IReadOnlyList<string> TokensWithoutPermission { get; init; } = [];

    /// <summary>The name of the user who owns the tokens, jobs and workspaces.</summary>
    public string User { get; init; } = "admin";

    /// <summary>
    /// The password of the user, with which a client can create a token, or use HTTP Basic instead of a token; null if no user can log in.
    /// </summary>
    public string? Password { get; init; }

    /// <summary>
    /// The server's build, such as 25606 for FME Flow 2025.1. It determines what the server has: version 3 of the API before 2026.1,
    /// parts of version 4 from 2022.0 on and all of it from 2025.0 on, its transact call from 26018 on. The default has both versions, and everything that the
    /// emulator supports of them.
    /// </summary>
    public int BuildNumber { get; init; } = 26018;

    /// <summary>The available versions of the API; null for those of the build.</summary>
    public FmeFlowApis? Apis { get; init; }

    /// <summary>
    /// How many jobs are kept. When there are more, the oldest ended jobs are dropped; where none has ended, a submission is refused with 507, and no script
    /// is called. At least 1. The default is 10,000.
    /// </summary>
    public int JobHistory { get; init; } = 10_000;

    /// <summary>How many engines there are; null for no limit, so that no job waits for another. At least 1.</summary>
    public int? Engines { get; init; }

    /// <summary>
    /// The queues. A job for another is accepted and reported in <see cref="FmeRecordedRequest.Problems"/>; with <see cref="Strict"/> it is refused with 422.
    /// </summary>
    public IReadOnlyList<string> Queues { get; init; } = ["Default"];

    /// <summary>
    /// The contents of workspace files that can be downloaded, by the repository and then by the workspace:
    /// <c>["Samples"] = new() { ["austinDownload.fmw"] = bytes }</c>. The file of any other workspace is not found.
    /// </summary>
    public IDictionary<string, Dictionary<string, byte[]>> WorkspaceFiles { get; } = new Dictionary<string, Dictionary<string, byte[]>>(StringComparer.Ordinal);

    /// <summary>
    /// The maximum total size in bytes of uploaded and written files. The default is 4 GiB. An upload beyond it, or beyond 100,000 files and folders, is
    /// refused with 507.
    /// </summary>
    public long StorageLimit { get; init; } = 4L << 30;

    /// <summary>How long the files of a job can be downloaded after it ended. The default is a day.</summary>
    public TimeSpan ResultLifetime { get; init; } = TimeSpan.FromDays(1);

    /// <summary>
    /// The host, with an optional port, in the addresses of results, as on servers that do not know the public name they
    /// are reached by; null for the host of the request.
    /// </summary>
    public string? ResultHost { get; init; }

    /// <summary>
    /// The origins whose pages may call the server from a browser, such as <c>https://app.example.com</c>, or <c>*</c> for all. The default is none.
    /// </summary>
    public IReadOnlyList<string> AllowedOrigins { get; init; } = [];

    /// <summary>
    /// The names or addresses, without a port, by which clients may call the server besides those of the loopback address, such as <c>flow.test</c>. A request
    /// to any other host is refused with 421, so that no page reaches the emulator by a name of its own that leads to this machine.
    /// </summary>
    public IReadOnlyList<string> AllowedHosts { get; init; } = [];

    /// <summary>
    /// The address to listen on. The default is the loopback address, which only this machine reaches. Any other one needs a <see cref="Token"/> and
    /// <see cref="AllowedHosts"/>.
    /// </summary>
    public IPAddress Address { get; init; } = IPAddress.Loopback;

    /// <summary>The port; 0 for a free one.</summary>
    public int Port { get; init; }

    /// <summary>
    /// Whether the emulator listens on a port. If it does not, <see cref="FmeFlowEmulator.CreateHandler"/> is the only way to it.
    /// </summary>
    public bool Listens { get; init; } = true;

    /// <summary>
    /// Called for each request when it has been answered or aborted, for example to print it; null for none. May be called by several threads
    /// at once.
    /// </summary>
    public Action<FmeRecordedRequest>? OnRequest { get; init; }

    /// <summary>How long each job waits for an engine. The default is zero.</summary>
    public TimeSpan QueueTime { get; init; }

    /// <summary>How long a job runs if its outcome does not say. The default is zero, so the first poll finds it finished.</summary>
    public TimeSpan RunTime { get; init; }

    /// <summary>
    /// Whether a request is refused with 422 for what a real server is believed to accept: a parameter name that the workspace does not publish, or a value
    /// in another format than the parameter's record says, such as a color or a date. By default it is accepted, and reported in
    /// <see cref="FmeRecordedRequest.Problems"/>.
    /// </summary>
    public bool Strict { get; init; }

    /// <summary>The clock of the emulator's jobs.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;
}
